import { expect, test } from 'vitest'
import { pickExamples } from '../../../shared/history/examples.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft, fluidDraft, nightDraft } from '../kinds/drafts.ts'

const at = (date: string, clock: string) => momentAt(date, clock, 'Europe/Berlin')
const pick = (drafts: readonly EntryDraft[]) =>
  pickExamples(drafts.map((draft, index) => ({ key: String(index), loggedAt: draft.at, draft }))).map(
    draft => `${draft.kind} ${calendarDate(draft)}`,
  )
const nights = (...given: readonly string[]) =>
  given.map(date => nightDraft({ ...at(date, '23:10'), wakeAt: at(date, '23:10').at + 8 * 3_600_000 }))

test('the latest night, the last before the clock changed, and one of another kind', () => {
  const drafts = [
    ...nights('2026-01-12', '2026-03-28', '2026-03-29', '2026-07-02', '2026-06-30'),
    fluidDraft(at('2026-05-01', '08:00')),
    fluidDraft(at('2026-04-01', '08:00')),
  ]
  expect(pick(drafts)).toEqual(['night 2026-07-02', 'fluid 2026-05-01', 'night 2026-03-28'])
})

test('times that say nothing are no examples', () => {
  expect(pick([crampDraft({ ...at('2026-05-01', '03:00'), onsetPrecision: 'night' })])).toEqual([])
  expect(pick(nights('2026-07-02'))).toEqual(['night 2026-07-02'])
  expect(pick(nights('2026-07-01', '2026-07-02', '2026-07-03', '2026-07-04'))).toHaveLength(3)
})
