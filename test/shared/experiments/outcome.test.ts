import { describe, expect, it } from 'vitest'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { computeCrampRate, countCramps } from '../../../shared/experiments/outcome.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import { addDays, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft, fluidDraft } from '../kinds/drafts.ts'

let lastId = 0
const stored = { loggedAt: 0, editedAt: null }
const cramp = (date: string, clock: string, fields: Parameters<typeof crampDraft>[0] = {}): Entry => ({
  ...crampDraft({ ...momentAt(date, clock, 'Europe/Berlin'), ...fields }),
  ...stored,
  id: ++lastId,
})
const noCramp = (date: string): CheckIn => ({ date, kind: 'cramp', dayStartMinutes: 0 })
const count = (entries: readonly Entry[], checkIns: readonly CheckIn[] = []) =>
  countCramps(
    createDiary({
      dayStartMinutes: 0,
      entries,
      checkIns,
      shoes: [],
      offWeekdays: [5, 6],
      timeZone: 'Europe/Berlin',
    }),
  )

describe('countCramps', () => {
  it('puts a cramp of the night to the date of the evening before', () => {
    expect(count([cramp('2026-11-20', '03:00'), cramp('2026-11-20', '13:00')])).toEqual(
      new Map([
        ['2026-11-19', 1],
        ['2026-11-20', 1],
      ]),
    )
  })

  it('knows zero from unknown', () => {
    const counts = count([cramp('2026-11-20', '03:00')], [noCramp('2026-11-17')])
    expect(counts.get('2026-11-17')).toBe(0)
    expect(counts.has('2026-11-18')).toBe(false)
  })

  it('counts every cramp of legs and feet, and takes one elsewhere as a day that was kept', () => {
    const hand = cramp('2026-11-18', '20:00', { sites: [{ muscle: 'hand', side: 'left' }] })
    expect(count([cramp('2026-11-20', '02:00'), cramp('2026-11-20', '04:00'), hand])).toEqual(
      new Map([
        ['2026-11-18', 0],
        ['2026-11-19', 2],
      ]),
    )
  })

  it('leaves out days on a journey', () => {
    const dates = datesFromTo('2026-11-02', '2026-11-20')
    const home: Entry[] = dates.map(date => ({
      ...fluidDraft(momentAt(date, '14:00', 'Europe/Berlin')),
      ...stored,
      id: ++lastId,
    }))
    const far = '2026-11-10'
    const away: Entry[] = home.map((entry, i) =>
      dates[i] === far ? { ...entry, ...momentAt(far, '14:00', 'Asia/Tokyo') } : entry,
    )
    expect(count(home, dates.map(noCramp)).has(far)).toBe(true)
    const counts = count(away, dates.map(noCramp))
    expect(counts.has(far)).toBe(false)
    expect(counts.has(addDays(far, 1))).toBe(true)
  })
})

describe('computeCrampRate', () => {
  it('is per 7 known days, and none with too few of them', () => {
    const dates = datesFromTo('2026-11-01', '2026-11-14')
    const counts = new Map(dates.map((date, i) => [date, i < 4 ? 1 : 0]))
    expect(computeCrampRate(counts)).toEqual({ cramps: 4, crampDays: 4, trackedDays: 14, perWeek: 2 })
    counts.delete('2026-11-14')
    expect(computeCrampRate(counts)).toEqual({ cramps: 4, crampDays: 4, trackedDays: 13, perWeek: null })
  })
})
