import { Textarea, type TextareaProps } from '@mantine/core'

/** The free words that every entry may have. */
export function NoteField(props: TextareaProps) {
  return <Textarea label="Note" autosize minRows={2} maxRows={8} {...props} />
}
