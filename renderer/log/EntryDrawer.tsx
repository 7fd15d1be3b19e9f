import { Drawer } from '@mantine/core'
import { useState } from 'react'
import type { Entry, EntryKind } from '../../shared/kinds/entry.ts'
import { ActivityForm } from './ActivityForm.tsx'
import { CrampForm } from './CrampForm.tsx'
import { DayForm } from './DayForm.tsx'
import classes from './EntryDrawer.module.css'
import { FluidForm } from './FluidForm.tsx'
import { FoodForm } from './FoodForm.tsx'
import { FootwearForm } from './FootwearForm.tsx'
import { useGuardedClose } from './guarded-close.tsx'
import { useKeptForms } from './kept-forms.ts'
import { MedicationForm } from './MedicationForm.tsx'
import { NightForm } from './NightForm.tsx'
import type { FormRequest } from './requests.ts'
import { StretchForm } from './StretchForm.tsx'
import type { EntryFormProps } from './use-entry-form.ts'

export interface EntryDrawerProps {
  /** The form to show; null while the drawer is shut. */
  request: FormRequest | null
  onSaved: (entry: Entry) => void
  onClose: () => void
}

const names: Record<EntryKind, string> = {
  cramp: 'cramp',
  fluid: 'drink',
  footwear: 'footwear',
  activity: 'activity',
  stretch: 'stretching',
  food: 'food',
  day: 'the day',
  night: 'night',
  medication: 'medicine',
}

/** Where entries are written and changed. It asks before it throws away anything that was typed. */
export function EntryDrawer({ request, onSaved, onClose }: EntryDrawerProps) {
  const kept = useKeptForms()
  const { close, onDirtyChange, onKeyDown, question } = useGuardedClose(() => {
    // Closed with nothing typed, or with the person's word that it may go.
    if (request) kept.forget(request)
    onClose()
  })
  // It keeps its name until it is gone: a dialog without one would be announced as just that.
  const [title, setTitle] = useState('')
  const name = request && `${request.entry ? 'Change' : 'Log'} ${names[request.kind]}`
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
  switch (request.kind) {
    case 'cramp':
      return <CrampForm request={request} {...props} />
    case 'fluid':
      return <FluidForm request={request} {...props} />
    case 'footwear':
      return <FootwearForm request={request} {...props} />
    case 'activity':
      return <ActivityForm request={request} {...props} />
    case 'stretch':
      return <StretchForm request={request} {...props} />
    case 'food':
      return <FoodForm request={request} {...props} />
    case 'day':
      return <DayForm request={request} {...props} />
    case 'night':
      return <NightForm request={request} {...props} />
    case 'medication':
      return <MedicationForm request={request} {...props} />
  }
}
