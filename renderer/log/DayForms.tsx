import { type ReactNode, useCallback, useState } from 'react'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { useShoes } from '../data/queries.ts'
import { EntryDrawer } from './EntryDrawer.tsx'
import { type FormRequest, type OpenForm, OpenFormProvider } from './requests.ts'
import { useLog } from './use-log.ts'

export interface DayFormsProps {
  /** The day in view; null on a screen of all days. */
  date: CalendarDate | null
  children: ReactNode
}

/**
 * Form drawer of a day's page, and the context that opens it. Mounted above the day, so that a form survives when the
 * journal's day ends during typing and the page turns.
 */
export function DayForms({ date, children }: DayFormsProps) {
  const { data: shoes = [] } = useShoes()
  const [opened, setOpened] = useState<{ request: FormRequest; onSaved?: () => void } | null>(null)
  const open = useCallback<OpenForm>(
    (request, onSaved) => setOpened({ request, ...(onSaved && { onSaved }) }),
    [],
  )
  const log = useLog(date, shoes)
  return (
    <OpenFormProvider value={open}>
      {children}
      <EntryDrawer
        request={opened?.request ?? null}
        onClose={() => setOpened(null)}
        onSaved={entry => {
          log.tellSaved(entry, opened?.request.entry ?? null)
          opened?.onSaved?.()
          setOpened(null)
        }}
      />
    </OpenFormProvider>
  )
}
