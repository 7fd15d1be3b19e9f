import { Textarea, type TextareaProps } from '@mantine/core'

/** Free text, which every kind of entry has. */
export function NoteField(props: TextareaProps) {
  return <Textarea label="Note" autosize minRows={2} maxRows={8} {...props} />
}
