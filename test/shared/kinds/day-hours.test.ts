import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWindowReader } from '../../../shared/analysis/diary/windows.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { getWindow } from '../../../shared/analysis/exposures/exposure.ts'
import { getExposure } from '../../../shared/analysis/exposures/exposures.ts'
import { findGaps } from '../../../shared/analysis/gaps.ts'
import { createCrampCalendar } from '../../../shared/analysis/matched-sets.ts'
import { makeOverview } from '../../../shared/analysis/overview.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import { createDayHours, getCheckInHours, getEntryDay } from '../../../shared/kinds/day-hours.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { addDays, dateOfDayNumber, dayNumber } from '../../../shared/time/calendar-date.ts'
import { journalDay, MS_PER_DAY, MS_PER_HOUR, wallClockMs } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { reportOf } from '../report/report-facts.ts'
import { fluidDraft } from './drafts.ts'

const ZONE = 'Europe/London'
const FOUR = 240

const drinkAt = (id: number, date: string, clock: string, volumeMl: number) => {
  const moment = momentAt(date, clock, ZONE)
  return { ...fluidDraft({ ...moment, volumeMl }), id, loggedAt: moment.at, editedAt: null }
}

const everything = (date: string, dayStartMinutes = FOUR): CheckIn => ({
  date,
  kind: 'fluid',
  dayStartMinutes,
})

/** The evening of the 20th, and half past midnight of the same evening. */
const evening = [drinkAt(1, '2026-11-20', '20:00', 500), drinkAt(2, '2026-11-21', '00:30', 300)]
const period = { fromDate: '2026-11-16', toDate: '2026-11-22' }

function tell(checkIns: readonly CheckIn[], dayStartMinutes = FOUR) {
  const report = reportOf({
    order: { ...period },
    profile: { ...emptyProfile, dayStartMinutes },
    entries: evening,
    checkIns,
  })
  return Object.fromEntries(
    report.days.flatMap(({ date, fluidMl, complete }) =>
      fluidMl === null ? [] : [[date, [fluidMl, complete.includes('fluid')]]],
    ),
  )
}

describe('a check-in speaks of the day that was shown', () => {
  test('in the report, where the drinks of the page are its drinks', () => {
    expect(tell([everything('2026-11-20')])).toEqual({ '2026-11-20': [800, true] })
    expect(tell([everything('2026-11-20'), everything('2026-11-21')])).toEqual({
      '2026-11-20': [800, true],
      '2026-11-21': [0, true],
    })
  })

  test('in the overview', () => {
    const { weeks } = makeOverview({
      period,
      entries: evening,
      checkIns: [everything('2026-11-20'), everything('2026-11-21')],
      dayStartMinutes: FOUR,
    })
    expect(weeks).toMatchObject([{ fluidMlPerDay: 400, fluidTrackedDays: 2 }])
  })

  test('in the analysis, where its hours are known and those around it are not', () => {
    const diary = createDiary({
      entries: evening,
      checkIns: [everything('2026-11-20')],
      shoes: [],
      offWeekdays: [],
      dayStartMinutes: FOUR,
      timeZone: ZONE,
    })
    const read = createWindowReader(diary, getWindow(getExposure('fluids-low'), diary))
    const at = (date: string, hours: number) => read(dayNumber(date), hours * 60 - 12 * 60)
    // Windows of 24 hours that end at 04:00 of the 21st, and at 10:00, which is a quarter of the next day.
    expect(at('2026-11-20', 28)).toBe(800)
    expect(at('2026-11-20', 34)).toBeNull()
    expect(createCrampCalendar(diary).events).toEqual([])
  })

  test('whatever the day starts at by now', () => {
    const given = [everything('2026-11-20')]
    for (const dayStartMinutes of [0, 60, FOUR, 720])
      expect(tell(given, dayStartMinutes)['2026-11-20']).toEqual([800, true])
  })

  test('of older files, which were about calendar dates', () => {
    expect(tell([everything('2026-11-20', 0)])).toEqual({
      '2026-11-20': [500, true],
      '2026-11-21': [300, false],
    })
  })

  test('and is asked about by the same days', () => {
    const asked = (now: string, checkIns: readonly CheckIn[]) =>
      findGaps({
        today: now,
        lastCrampDay: addDays(now, -1),
        trackedKinds: ['stretch'],
        entries: [],
        checkIns,
        firstDate: '2026-11-19',
        dayStartMinutes: FOUR,
      }).map(({ date }) => date)
    expect(asked('2026-11-21', [])).toEqual(['2026-11-20', '2026-11-19'])
  })
})

describe('the day an entry counts for', () => {
  const of = (kind: 'cramp' | 'night' | 'fluid', date: string, clock: string) =>
    getEntryDay({ kind, ...momentAt(date, clock, ZONE) }, FOUR)

  test('is the cramp-day for cramps and nights, and the journal’s day for everything else', () => {
    for (const kind of ['cramp', 'night'] as const) {
      expect(of(kind, '2026-11-21', '11:59')).toBe('2026-11-20')
      expect(of(kind, '2026-11-21', '12:00')).toBe('2026-11-21')
    }
    expect(of('fluid', '2026-11-21', '03:59')).toBe('2026-11-20')
    expect(of('fluid', '2026-11-21', '04:00')).toBe('2026-11-21')
  })

  const anyDay = fc.integer({ min: dayNumber('2026-11-01'), max: dayNumber('2026-11-30') })
  const anyCheckIns = fc
    .uniqueArray(anyDay, { maxLength: 12 })
    .chain(days =>
      fc.tuple(
        ...days.map(day =>
          fc.record({ day: fc.constant(day), dayStartMinutes: fc.constantFrom(0, 60, FOUR, 720) }),
        ),
      ),
    )
    .map(given =>
      given.map(
        ({ day, dayStartMinutes }): CheckIn => ({
          date: dateOfDayNumber(day),
          kind: 'fluid',
          dayStartMinutes,
        }),
      ),
    )
  const anyDrink = fc.tuple(anyDay, fc.integer({ min: 0, max: 1439 })).map(([day, minutes]) => ({
    kind: 'fluid' as const,
    at: day * MS_PER_DAY + minutes * 60_000,
    offsetMinutes: 0,
  }))

  test('is the journal’s day where every check-in was given under today’s setting', () => {
    fc.assert(
      fc.property(anyCheckIns, anyDrink, fc.constantFrom(0, FOUR, 720), (given, drink, dayStartMinutes) => {
        const { listDates } = createDayHours(
          given.map(checkIn => ({ ...checkIn, dayStartMinutes })),
          dayStartMinutes,
        )
        expect(listDates(drink)).toEqual([journalDay(drink, dayStartMinutes)])
      }),
    )
  })

  test('is one whose hours hold it: that of its check-in, or of exactly one day without', () => {
    fc.assert(
      fc.property(anyCheckIns, anyDrink, fc.constantFrom(0, FOUR, 720), (given, drink, dayStartMinutes) => {
        const { listDates, getHours, listCheckedIn } = createDayHours(given, dayStartMinutes)
        const holding = given.filter(checkIn => {
          const { fromWallMs, toWallMs } = getCheckInHours(checkIn)
          return wallClockMs(drink) >= fromWallMs && wallClockMs(drink) < toWallMs
        })
        const dates = listDates(drink)
        expect(dates).toEqual(expect.arrayContaining(holding.map(({ date }) => date)))
        const unchecked = dates.filter(date => !listCheckedIn('fluid').has(dayNumber(date)))
        expect(unchecked.length).toBeLessThanOrEqual(holding.length > 0 ? 0 : 1)
        for (const date of dates) {
          const { fromWallMs, toWallMs } = getHours('fluid', dayNumber(date))
          expect(wallClockMs(drink) >= fromWallMs && wallClockMs(drink) < toWallMs).toBe(true)
        }
        // Only between two check-ins whose days began at different times does an entry belong to no day.
        if (dates.length === 0) expect(given.length).toBeGreaterThan(1)
      }),
    )
  })

  test('of cramps and nights does not move with the setting', () => {
    const { getHours } = createDayHours([{ date: '2026-11-20', kind: 'cramp', dayStartMinutes: FOUR }], 0)
    const noon = dayNumber('2026-11-20') * MS_PER_DAY + 12 * MS_PER_HOUR
    for (const kind of ['cramp', 'night'] as const)
      expect(getHours(kind, dayNumber('2026-11-20'))).toEqual({
        fromWallMs: noon,
        toWallMs: noon + MS_PER_DAY,
      })
  })
})
