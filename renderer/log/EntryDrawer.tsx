import { Drawer } from '@mantine/core'
import { type ComponentType, useState } from 'react'
import type { Entry } from '../../shared/kinds/entry.ts'
import { kindsByName } from '../../shared/kinds/kinds.ts'
import classes from './EntryDrawer.module.css'
import { useGuardedClose } from './guarded-close.tsx'
import { kindViews } from './kind-views.ts'
import type { FormRequest } from './requests.ts'
import { useUnsavedForms } from './unsaved-forms.ts'
import type { EntryFormProps } from './use-entry-form.ts'

export interface EntryDrawerProps {
  /** The form to show; null while the drawer is shut. */
  request: FormRequest | null
  onSaved: (entry: Entry) => void
  onClose: () => void
}

/** Drawer with the form of an entry. Asks before it discards what was typed. */
export function EntryDrawer({ request, onSaved, onClose }: EntryDrawerProps) {
  const unsaved = useUnsavedForms()
  const { close, onDirtyChange, onKeyDown, question } = useGuardedClose(() => {
    // Reached with nothing typed, or after the person agreed to discard it.
    if (request) unsaved.forget(request)
    onClose()
  })
  // The title stays during the closing animation: screen readers would announce a dialog without a name.
  const [title, setTitle] = useState('')
  const name = request && `${request.entry ? 'Change' : 'Log'} ${kindsByName[request.kind].inTitle}`
  if (name !== null && name !== title) setTitle(name)
  return (
    <>
      <Drawer
        opened={request !== null}
        onClose={close}
        onKeyDown={onKeyDown}
        closeOnEscape={false}
        position="right"
        size="33rem"
        title={title}
        classNames={{
          content: classes.content,
          header: classes.header,
          body: classes.body,
          title: classes.title,
        }}
      >
        {request && (
          <EntryForm request={request} onSaved={onSaved} onCancel={close} onDirtyChange={onDirtyChange} />
        )}
      </Drawer>
      {question}
    </>
  )
}

function EntryForm({ request, ...props }: EntryFormProps<FormRequest>) {
  // Cast: form and request are of one kind, which TypeScript does not follow through a union.
  const Form = kindViews[request.kind].Form as ComponentType<EntryFormProps<FormRequest>>
  return <Form request={request} {...props} />
}
