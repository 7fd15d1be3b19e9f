/**
 * Property: JSON, CSV tables, report, the Day page, the Journal list and Insights agree on the day of every entry and
 * check-in. Zones: west and east of Greenwich, a half-hour offset, both sides of the date line, and a clock change
 * within the period.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBrowsingHandlers } from '../../main/ipc/handlers/browsing.ts'
import { createEntryHandlers } from '../../main/ipc/handlers/entries.ts'
import { createServices } from '../../main/services/services.ts'
import { exportJournal, formatJournalFile, importJournal } from '../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../main/store/journal-store.ts'
import { openJournal } from '../../main/store/open.ts'
import { everyCramp } from '../../shared/analysis/cramp-filter.ts'
import { createWindowReader } from '../../shared/analysis/diary/windows.ts'
import { createDiary } from '../../shared/analysis/diary-of-journal.ts'
import { getWindow } from '../../shared/analysis/exposures/exposure.ts'
import { getExposure } from '../../shared/analysis/exposures/exposures.ts'
import { makeOverview } from '../../shared/analysis/overview.ts'
import { computePatterns } from '../../shared/analysis/patterns.ts'
import { countByDay, trackCramps } from '../../shared/analysis/tracked-cramps.ts'
import {
  type ArchivedCheckIn,
  type ArchivedEntry,
  draftOfArchived,
  type JournalFile,
  parseJournalFile,
} from '../../shared/archive/journal-file.ts'
import type { Day } from '../../shared/contract.ts'
import { trackedKinds } from '../../shared/kinds/check-in.ts'
import { getEntryDay } from '../../shared/kinds/day-hours.ts'
import type { Entry } from '../../shared/kinds/entry.ts'
import { emptyProfile } from '../../shared/kinds/profile.ts'
import { emptyFilter } from '../../shared/search/entry-filter.ts'
import { addDays, type CalendarDate, datesFromTo, dayNumber } from '../../shared/time/calendar-date.ts'
import { calendarDate, crampDay, journalDay, MS_PER_MINUTE } from '../../shared/time/moment.ts'
import { momentAt, momentOfInstant } from '../../shared/time/time-zone.ts'
import { emptyJournalFile } from '../fixtures/journal-file.ts'
import { activityDraft, crampDraft, fluidDraft, nightDraft } from '../shared/kinds/drafts.ts'
import { medicineAt, reportOf } from '../shared/report/report-facts.ts'
import { byId, readAll, saveAll } from './services/transfer/read-tables.ts'

/** Two weeks, with the change of clocks in Berlin on 25 October and in Los Angeles on 1 November. */
const period = { fromDate: '2026-10-19', toDate: '2026-11-01' }
const dates = datesFromTo(period.fromDate, period.toDate)
const zones = [
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
]

const aDate = fc.constantFrom(...dates)
const aClock = fc
  .integer({ min: 0, max: 1439 })
  .map(
    minutes =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
  )
const aStart = fc.constantFrom(0, 60, 240, 720)

const aDraft = (timeZone: string) =>
  fc
    .record({ date: aDate, clock: aClock, amount: fc.integer({ min: 100, max: 90_000 }) })
    .chain(({ date, clock, amount }) => {
      const moment = momentAt(date, clock, timeZone)
      return fc.constantFrom(
        crampDraft({ ...moment, intensity: amount % 11 }),
        fluidDraft({ ...moment, volumeMl: amount / 100 + 1 }),
        fluidDraft({ ...moment, volumeMl: amount / 100 + 1 }),
        activityDraft({ ...moment, durationMinutes: (amount % 200) + 1, exertion: 3 }),
        nightDraft({
          ...moment,
          wakeAt: moment.at + ((amount % 600) + 60) * MS_PER_MINUTE,
          sleepDisturbance: amount % 11,
        }),
      )
    })

/** Journal whose check-ins were all given under one `dayStartMinutes`. */
const aJournal = (timeZone: string): fc.Arbitrary<JournalFile> =>
  fc
    .record({
      dayStartMinutes: aStart,
      drafts: fc.array(aDraft(timeZone), { minLength: 1, maxLength: 25 }),
      checkIns: fc.uniqueArray(fc.record({ date: aDate, kind: fc.constantFrom(...trackedKinds) }), {
        maxLength: 30,
        selector: ({ date, kind }) => `${date} ${kind}`,
      }),
    })
    .map(({ dayStartMinutes, drafts, checkIns }) => ({
      ...emptyJournalFile,
      profile: { ...emptyProfile, dayStartMinutes },
      entries: drafts.map(
        (draft, index): ArchivedEntry => ({
          ...draft,
          id: index + 1,
          loggedAt: draft.at,
          editedAt: null,
          deletedAt: null,
        }),
      ),
      checkIns: checkIns
        .map((checkIn): ArchivedCheckIn => ({ ...checkIn, dayStartMinutes, checkedAt: 0 }))
        .toSorted((a, b) => (`${a.date} ${a.kind}` < `${b.date} ${b.kind}` ? -1 : 1)),
    }))

const entriesOf = (file: JournalFile): Entry[] =>
  file.entries.map(({ deletedAt: _deletedAt, ...entry }) => entry as Entry)

/** Day of each entry and check-in, according to a file. */
const tellDays = (file: JournalFile) => ({
  entries: file.entries.map(entry => {
    const draft = draftOfArchived(entry)
    return `${entry.id} ${draft.kind} ${calendarDate(draft)} ${getEntryDay(draft, file.profile.dayStartMinutes)}`
  }),
  checkIns: file.checkIns.map(({ date, kind, dayStartMinutes }) => `${date} ${kind} ${dayStartMinutes}`),
})

/** Handlers over the file's journal, with the clock set to two days after the period's last date, at 18:00. */
function open(file: JournalFile, timeZone: string) {
  const now = momentAt(addDays(period.toDate, 2), '18:00', timeZone)
  const journal = createJournalStore(openJournal(':memory:'))
  importJournal(journal, file)
  const clock = { now: () => now.at, timeZone: () => timeZone }
  const { getDay } = createEntryHandlers(createServices(journal, clock))
  const { findEntries, getCrampCalendar } = createBrowsingHandlers(createServices(journal, clock))
  const { dayStartMinutes } = file.profile
  return {
    journal,
    now,
    readDay: (date: CalendarDate) => getDay({ date, dayStartMinutes }, { pageId: 1 }) as Day,
    found: findEntries({ filter: emptyFilter, dayStartMinutes }, { pageId: 1 }) as {
      days: { date: CalendarDate; count: number }[]
    },
    calendar: getCrampCalendar({ year: 2026 }, { pageId: 1 }) as {
      days: { date: CalendarDate; cramps: number | null }[]
    },
  }
}

/** Includes the day on either side: an evening after midnight, and the night before. */
const shown = datesFromTo(addDays(period.fromDate, -1), addDays(period.toDate, 1))

const sumMl = (entries: readonly Entry[]) =>
  Math.round(entries.reduce((sum, entry) => sum + (entry.kind === 'fluid' ? entry.volumeMl : 0), 0) * 100) /
  100

describe.each(zones)('in %s', timeZone => {
  test('files keep the day of every entry and check-in, also where they are read in another zone', () => {
    fc.assert(
      fc.property(aJournal(timeZone), fc.constantFrom(...zones), (file, elsewhere) => {
        const { journal, now } = open(file, timeZone)
        try {
          const exported = exportJournal(journal)
          const parsed = parseJournalFile(Array.from(formatJournalFile(exported)).join(''), now)
          if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
          expect(tellDays(parsed.file)).toEqual(tellDays(file))
          const read = readAll(saveAll(exported, timeZone), undefined, elsewhere)
          if (read.state !== 'read') throw new Error(JSON.stringify(read))
          const again = byId(read.file)
          expect(tellDays(again)).toEqual(tellDays(file))
          expect(entriesOf(again)).toEqual(entriesOf(file))
        } finally {
          journal.close()
        }
      }),
      { numRuns: 10, seed: 7 },
    )
  })

  test('the page of a day, the list of the journal, the report and Insights count on the same days', () => {
    fc.assert(
      fc.property(aJournal(timeZone), file => {
        const { journal, readDay, found, calendar } = open(file, timeZone)
        const { dayStartMinutes } = file.profile
        const entries = entriesOf(file)
        const { checkIns } = file
        try {
          // The Day page lists the entries of its journal day, and the Journal list groups them by the same day.
          const pages = new Map(shown.map(date => [date, readDay(date)]))
          for (const [date, page] of pages) {
            const expected = entries.filter(entry => journalDay(entry, dayStartMinutes) === date)
            expect(page.entries.map(({ id }) => id).toSorted()).toEqual(
              expected.map(({ id }) => id).toSorted(),
            )
            expect(found.days.find(day => day.date === date)?.count ?? 0).toBe(expected.length)
          }

          // The report sums the drinks of each Day page, and counts the days that are checked in there as complete.
          const report = reportOf({ order: period, profile: file.profile, entries, checkIns })
          for (const row of report.days) {
            const page = pages.get(row.date)
            const told = page?.checkIns.filter(({ date }) => date === row.date).map(({ kind }) => kind) ?? []
            expect(row.complete).toEqual(expect.arrayContaining(told))
            const drinks = page?.entries.filter(({ kind }) => kind === 'fluid') ?? []
            const isComplete = told.includes('fluid')
            expect(row.complete.includes('fluid')).toBe(isComplete)
            expect(row.fluidMl).toBe(drinks.length > 0 || isComplete ? sumMl(drinks) : null)
            // Cramps and nights are counted by cramp-day.
            const cramps = entries.filter(entry => entry.kind === 'cramp' && crampDay(entry) === row.date)
            expect(row.cramps ?? 0).toBe(cramps.length)
            const nights = entries.filter(entry => entry.kind === 'night' && crampDay(entry) === row.date)
            const disturbances = nights.map(night =>
              night.kind === 'night' ? (night.sleepDisturbance ?? 0) : 0,
            )
            expect(row.sleepDisturbance).toBe(nights.length === 0 ? null : Math.max(...disturbances))
            expect(calendar.days.find(({ date }) => date === row.date)?.cramps ?? null).toBe(row.cramps)
          }

          // The overview has the same sums per week.
          const overview = makeOverview({ period, entries, checkIns, dayStartMinutes })
          for (const week of overview.weeks) {
            const rows = report.days.filter(
              ({ date }) => date >= week.monday && date <= addDays(week.monday, 6),
            )
            const complete = rows.filter(row => row.complete.includes('fluid'))
            expect(week.fluidTrackedDays).toBe(complete.length)
            const total = complete.reduce((sum, { fluidMl }) => sum + (fluidMl ?? 0), 0)
            expect((week.fluidMlPerDay ?? 0) * week.fluidTrackedDays).toBeCloseTo(total, 6)
            expect(week.cramps ?? 0).toBe(rows.reduce((sum, { cramps }) => sum + (cramps ?? 0), 0))
          }

          // The analysis sums the drinks of the 24 hours of a complete Day page.
          const offWeekdays = [5, 6]
          const diary = createDiary({ entries, checkIns, shoes: [], offWeekdays, dayStartMinutes, timeZone })
          const read = createWindowReader(diary, getWindow(getExposure('fluids-low'), diary))
          for (const { date, complete, fluidMl } of report.days)
            if (complete.includes('fluid'))
              expect(read(dayNumber(date), dayStartMinutes + 12 * 60)).toBeCloseTo(fluidMl ?? Number.NaN, 6)
          const counts = countByDay(
            trackCramps(
              { cramps: entries.filter(entry => entry.kind === 'cramp'), checkIns, filter: everyCramp },
              period,
            ),
          )
          for (const { date, cramps } of report.days) expect(counts.get(dayNumber(date)) ?? null).toBe(cramps)
          const { nights } = computePatterns({
            period,
            entries,
            checkIns,
            shoes: [],
            offWeekdays,
            dayStartMinutes,
            timeZone,
          })
          const ofPeriod = entries.filter(
            entry => entry.kind === 'night' && dates.includes(getEntryDay(entry, dayStartMinutes)),
          )
          expect(nights.all.days + nights.leftOut.withoutWord + nights.leftOut.withoutEnd).toBe(
            ofPeriod.length,
          )
        } finally {
          journal.close()
        }
      }),
      { numRuns: 20, seed: 11 },
    )
  })

  test('a medicine counts for the period by the clock of where it was noted', () => {
    const taken = (fields: { started: [string, string]; stopped?: [string, string] }) => {
      const at = ([date, clock]: [string, string]) => momentAt(date, clock, timeZone)
      const started = medicineAt('2026-11-20', { ...at(fields.started), change: 'start' })
      const stopped = fields.stopped && medicineAt('2026-11-20', { ...at(fields.stopped), change: 'stop' })
      const { medicines } = reportOf({ order: period, medication: stopped ? [started, stopped] : [started] })
      return medicines?.kind === 'shown' ? medicines.content.medicines.length : 0
    }
    const after = addDays(period.toDate, 1)
    const before = addDays(period.fromDate, -1)
    // Minutes just inside and outside of both edges.
    expect(taken({ started: [period.toDate, '23:59'] })).toBe(1)
    expect(taken({ started: [after, '00:00'] })).toBe(0)
    expect(taken({ started: ['2026-01-01', '09:00'], stopped: [period.fromDate, '00:01'] })).toBe(1)
    expect(taken({ started: ['2026-01-01', '09:00'], stopped: [before, '23:59'] })).toBe(0)
    expect(taken({ started: [period.toDate, '17:30'] })).toBe(1)

    // The Day page asks about the same hours in any current zone.
    const { journal } = open(emptyJournalFile, timeZone)
    const started = momentAt(period.toDate, '23:59', timeZone)
    const { id: _id, loggedAt: _loggedAt, editedAt: _editedAt, ...draft } = medicineAt(period.toDate, started)
    journal.entries.add(draft, started.at)
    for (const elsewhere of zones) {
      const clock = { now: () => started.at + 3 * 86_400_000, timeZone: () => elsewhere }
      const { getDay } = createEntryHandlers(createServices(journal, clock))
      const medicinesOf = (date: CalendarDate) =>
        (getDay({ date, dayStartMinutes: 0 }, { pageId: 1 }) as Day).medicines
      expect(medicinesOf(addDays(period.toDate, -1))).toEqual([])
      expect(medicinesOf(period.toDate)).toEqual(['statin'])
    }
    journal.close()
  })
})

test('nights of the report stand on the evening they began on, at the edges of the period too', () => {
  const night = (id: number, date: string, clock: string, sleepDisturbance: number) => {
    const moment = momentAt(date, clock, 'Europe/London')
    return {
      ...nightDraft({ ...moment, wakeAt: null, sleepDisturbance }),
      id,
      loggedAt: moment.at,
      editedAt: null,
    }
  }
  const { days } = reportOf({
    order: { fromDate: '2026-11-16', toDate: '2026-11-22' },
    entries: [
      night(1, '2026-11-16', '00:40', 9),
      night(2, '2026-11-19', '00:30', 8),
      night(3, '2026-11-19', '23:30', 2),
      night(4, '2026-11-21', '00:15', 5),
      night(5, '2026-11-23', '00:10', 4),
    ],
  })
  expect(days.map(({ date, sleepDisturbance }) => [date.slice(-2), sleepDisturbance])).toEqual([
    ['16', null],
    ['17', null],
    ['18', 8],
    ['19', 2],
    ['20', 5],
    ['21', null],
    ['22', 4],
  ])
})

test('what was said in Auckland is there in Honolulu, where that day has not begun', () => {
  const at = momentAt('2026-11-21', '08:00', 'Pacific/Auckland')
  const file: JournalFile = {
    ...emptyJournalFile,
    entries: [{ ...fluidDraft({ ...at }), id: 1, loggedAt: at.at, editedAt: null, deletedAt: null }],
    checkIns: [
      { date: '2026-11-20', kind: 'cramp', dayStartMinutes: 240, checkedAt: at.at },
      { date: '2026-11-21', kind: 'fluid', dayStartMinutes: 240, checkedAt: at.at },
    ],
  }
  const here = momentOfInstant(at.at + 60 * MS_PER_MINUTE, 'Pacific/Honolulu')
  expect(calendarDate(here)).toBe('2026-11-20')
  expect(parseJournalFile(JSON.stringify(file), here)).toMatchObject({
    ok: true,
    file: { checkIns: file.checkIns },
  })
  const read = readAll(saveAll(file, 'Pacific/Honolulu'), undefined, 'Pacific/Honolulu')
  expect(read.state === 'read' && read.file.checkIns).toEqual(file.checkIns)
  const journal = createJournalStore(openJournal(':memory:'))
  importJournal(journal, file)
  const clock = { now: () => here.at, timeZone: () => 'Pacific/Honolulu' }
  const { getDay, setCheckIn } = createEntryHandlers(createServices(journal, clock))
  const checkIn = { date: '2026-11-21', kind: 'fluid', dayStartMinutes: 240 } as const
  expect(getDay({ date: '2026-11-21', dayStartMinutes: 240 }, { pageId: 1 })).toMatchObject({
    entries: [{ id: 1 }],
    checkIns: [{ kind: 'cramp' }, checkIn],
  })
  // The check-in is removed and added again.
  setCheckIn({ ...checkIn, complete: false }, { pageId: 1 })
  setCheckIn({ ...checkIn, complete: true }, { pageId: 1 })
  expect(journal.checkIns.list('2026-11-21', '2026-11-21')).toEqual([checkIn])
  journal.close()
})
