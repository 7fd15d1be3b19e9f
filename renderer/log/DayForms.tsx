import { type ReactNode, useCallback, useState } from 'react'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { useShoes } from '../data/queries.ts'
import { EntryDrawer } from './EntryDrawer.tsx'
import { type FormRequest, type OpenForm, OpenFormProvider } from './requests.ts'
import { useLog } from './use-log.ts'

export interface DayFormsProps {
  /** The day in view; null where all of them are. */
  date: CalendarDate | null
  children: ReactNode
}

/**
 * The forms that a day's page opens. They stand above the day itself: when the journal's day ends while somebody is
 * writing at night, the page turns and the form stays as it is.
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
