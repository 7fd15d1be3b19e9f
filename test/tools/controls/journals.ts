/** Journals whose screens are measured: a new one, one after five days, and the demo of half a year. */
import type { Page } from '@playwright/test'
import type { JournalApi } from '../../../shared/contract.ts'
import { trackedKinds } from '../../../shared/kinds/check-in.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentAt, momentOfInstant } from '../../../shared/time/time-zone.ts'
import { statedAt, timeZone } from '../../e2e/surroundings.ts'
import { activityDraft, crampDraft, fluidDraft, nightDraft } from '../../shared/kinds/drafts.ts'

declare global {
  interface Window {
    unknot: JournalApi
  }
}

export const journalNames = ['new', 'week', 'demo'] as const
export type JournalName = (typeof journalNames)[number]

/** Full days in the journal `week`. */
const DAYS = 5
/** Days before today on which a cramp woke its person. */
const NIGHTS_WITH_CRAMP = [1, 4]

/** Goes past the first start by the contract's call, since its steps are no part of what is measured, and fills the journal. */
export async function fillJournal(page: Page, journal: JournalName): Promise<void> {
  if (journal === 'demo') return
  const { drafts, days } = journal === 'week' ? writeWeek() : { drafts: [], days: [] }
  const refused = await page.evaluate(
    async ([drafts, days, kinds]) => {
      const replies: { readonly ok: boolean }[] = [await window.unknot.acknowledgeWelcome({})]
      for (const draft of drafts) replies.push(await window.unknot.addEntry(draft))
      for (const date of days)
        for (const kind of kinds)
          replies.push(await window.unknot.setCheckIn({ date, kind, dayStartMinutes: 0, complete: true }))
      return replies.filter(({ ok }) => !ok)
    },
    [drafts, days, trackedKinds] as const,
  )
  if (refused.length > 0) throw new Error(`the journal was refused: ${JSON.stringify(refused[0])}`)
  await page.reload()
}

/** Five days of which everything is known. */
function writeWeek() {
  const today = calendarDate(momentOfInstant(statedAt, timeZone))
  const days = Array.from({ length: DAYS }, (_, index) => addDays(today, index - DAYS))
  const drafts = days.flatMap((date, index): EntryDraft[] => {
    const at = (time: string) => momentAt(date, time, timeZone)
    const bedtime = at('22:30')
    const wakeAt = momentAt(addDays(date, 1), '06:30', timeZone).at
    return [
      ...(NIGHTS_WITH_CRAMP.includes(DAYS - index)
        ? [crampDraft(momentAt(addDays(date, 1), '03:05', timeZone))]
        : []),
      fluidDraft({ ...at('08:00'), volumeMl: 500 }),
      fluidDraft({ ...at('18:00'), volumeMl: 750 }),
      activityDraft({ ...at('17:00'), activity: 'walk' }),
      nightDraft({ ...bedtime, wakeAt }),
    ]
  })
  return { drafts, days }
}
