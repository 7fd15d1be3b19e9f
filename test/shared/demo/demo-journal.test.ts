import { describe, expect, it } from 'vitest'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { compareMedicineChanges } from '../../../shared/analysis/medicine-changes.ts'
import { makeOverview } from '../../../shared/analysis/overview.ts'
import { listMarks } from '../../../shared/analysis/timeline-marks.ts'
import { DEMO_SEED, type DemoOptions, makeDemoJournal } from '../../../shared/demo/demo-journal.ts'
import { checkIn, findCheckInProblems } from '../../../shared/kinds/check-in.ts'
import {
  draftOf,
  type Entry,
  type EntryKind,
  type EntryOf,
  entry,
  entryDraft,
} from '../../../shared/kinds/entry.ts'
import { findTimeProblems } from '../../../shared/kinds/entry-time.ts'
import { shoe } from '../../../shared/kinds/footwear.ts'
import { listCourses } from '../../../shared/kinds/medication-courses.ts'
import { profile } from '../../../shared/kinds/profile.ts'
import { addDays, dayNumber, weekday } from '../../../shared/time/calendar-date.ts'
import { calendarDate, clockMinutes, crampDay } from '../../../shared/time/moment.ts'
import { momentAt, momentOfInstant } from '../../../shared/time/time-zone.ts'

const options = { lastDate: '2026-11-20', timeZone: 'Europe/Berlin', seed: DEMO_SEED } satisfies DemoOptions
const demo = makeDemoJournal(options)
const ofKind = <Kind extends EntryKind>(entries: readonly Entry[], kind: Kind) =>
  entries.filter((any): any is EntryOf<Kind> => any.kind === kind)

describe('the demo journal', () => {
  it('passes every door of the real journal', () => {
    expect(profile.parse(demo.profile)).toEqual(demo.profile)
    for (const one of demo.shoes) expect(shoe.parse(one)).toEqual(one)
    for (const one of demo.checkIns) expect(checkIn.parse(one)).toEqual(one)
    for (const one of demo.entries) {
      expect(entry.parse(one)).toEqual(one)
      expect(entryDraft.safeParse(draftOf(one)).error).toBeUndefined()
    }
  })

  it('lies in the past, entries and check-ins alike', () => {
    const end = momentAt('2026-11-21', '00:00', options.timeZone)
    const now = momentOfInstant(end.at, options.timeZone)
    for (const one of demo.entries) {
      expect(findTimeProblems(draftOf(one), end.at)).toEqual([])
      expect(one.loggedAt).toBeLessThanOrEqual(end.at)
    }
    for (const one of demo.checkIns) expect(findCheckInProblems(one, now)).toEqual([])
  })

  it('is the same for the same seed and another for another', () => {
    expect(makeDemoJournal(options)).toEqual(demo)
    expect(makeDemoJournal({ ...options, seed: DEMO_SEED + 1 }).entries).not.toEqual(demo.entries)
  })

  it('names only shoes and cramps that it holds, cramps before the drinks against them', () => {
    const shoeIds = new Set(demo.shoes.map(({ id }) => id))
    const before = new Map<number, Entry>()
    for (const one of demo.entries) {
      if (one.kind === 'footwear') expect(shoeIds).toContain(one.shoeId)
      if (one.kind === 'fluid' && one.reliefOf !== null) expect(before.get(one.reliefOf)?.kind).toBe('cramp')
      expect(before.has(one.id)).toBe(false)
      before.set(one.id, one)
    }
    expect(ofKind(demo.entries, 'fluid').some(({ reliefOf }) => reliefOf !== null)).toBe(true)
  })

  it('wears one shoe at a time', () => {
    let takenOff = 0
    for (const worn of ofKind(demo.entries, 'footwear')) {
      expect(worn.at).toBeGreaterThanOrEqual(takenOff)
      takenOff = worn.takenOffAt ?? Number.POSITIVE_INFINITY
    }
  })

  it('does one thing at a time', () => {
    let ended = 0
    for (const session of ofKind(demo.entries, 'activity').filter(({ wholeDay }) => !wholeDay)) {
      expect(session.at).toBeGreaterThanOrEqual(ended)
      ended = session.at + session.durationMinutes * 60_000
    }
  })

  it.each([1, 2, 3, 4, 5, 6, 7, DEMO_SEED])(
    'with seed %i holds half a year with 55 to 115 cramps, most between one and five',
    seed => {
      const { entries, checkIns } = makeDemoJournal({ ...options, seed })
      const cramps = ofKind(entries, 'cramp')
      expect(cramps.length).toBeGreaterThanOrEqual(55)
      expect(cramps.length).toBeLessThanOrEqual(115)
      const period = { fromDate: addDays(options.lastDate, -26 * 7 + 1), toDate: options.lastDate }
      for (const cramp of cramps) expect(crampDay(cramp) >= period.fromDate).toBe(true)
      const inTheNight = cramps.filter(cramp => clockMinutes(cramp) >= 60 && clockMinutes(cramp) < 300)
      expect(inTheNight.length / cramps.length).toBeGreaterThan(0.6)
      // Missing days: single ones, and a whole week once.
      const { weeks } = makeOverview({ dayStartMinutes: 0, period, entries, checkIns })
      expect(weeks.filter(week => week.cramps === null && week.fluidMlPerDay === null)).toHaveLength(1)
      expect(
        weeks.filter(week => week.crampTrackedDays > 0 && week.crampTrackedDays < 7).length,
      ).toBeGreaterThan(3)
    },
  )

  it('uses what the journal offers: precisions, relief, symptoms, notes, unknowns', () => {
    const cramps = ofKind(demo.entries, 'cramp')
    expect(new Set(cramps.map(({ onsetPrecision }) => onsetPrecision))).toEqual(
      new Set(['exact', 'about', 'night']),
    )
    expect(cramps.some(({ relief }) => relief.length > 1)).toBe(true)
    expect(cramps.some(({ symptoms }) => symptoms.length > 0)).toBe(true)
    expect(cramps.filter(({ symptoms }) => symptoms.length > 0).length).toBeLessThan(cramps.length / 5)
    expect(cramps.some(({ durationSeconds }) => durationSeconds === null)).toBe(true)
    expect(demo.entries.filter(({ note }) => note !== '').length).toBeGreaterThan(10)
    expect(new Set(ofKind(demo.entries, 'footwear').map(({ shoeId }) => shoeId)).size).toBe(5)
    expect(new Set(ofKind(demo.entries, 'fluid').map(({ drink }) => drink)).size).toBeGreaterThan(4)
    expect(new Set(ofKind(demo.entries, 'activity').map(({ activity }) => activity)).size).toBeGreaterThan(4)
  })

  it('misses days more often at weekends', () => {
    const { checkIns } = makeDemoJournal({ ...options, weeks: 260 })
    const first = dayNumber(options.lastDate) - 260 * 7 + 1
    const tracked = new Set(checkIns.map(({ date }) => dayNumber(date)))
    // 1970-01-05, day 4, was a Monday.
    const missing = (weekend: boolean) => {
      const days = Array.from({ length: 260 * 7 }, (_, index) => first + index).filter(
        day => (day - 4) % 7 >= 5 === weekend,
      )
      return days.filter(day => !tracked.has(day)).length / days.length
    }
    expect(missing(true)).toBeGreaterThan(1.3 * missing(false))
  })
})

describe('the nights of the demo', () => {
  const nights = ofKind(demo.entries, 'night')
  const minutesInto = (night: EntryOf<'night'>) => (clockMinutes(night) + 720) % 1440
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

  it('are there for most of the half year, one a night, each with both its times', () => {
    expect(nights.length).toBeGreaterThan(0.7 * 182)
    expect(nights.length).toBeLessThan(0.9 * 182)
    expect(new Set(nights.map(crampDay)).size).toBe(nights.length)
    expect(nights.every(({ wakeAt }) => wakeAt !== null)).toBe(true)
    expect(demo.profile.trackedKinds).toContain('night')
  })

  it('begin and end later where the next day is free', () => {
    const late = Map.groupBy(nights, night => [4, 5].includes(weekday(crampDay(night))))
    const [free, working] = [late.get(true) ?? [], late.get(false) ?? []]
    expect(meanOf(free.map(minutesInto)) - meanOf(working.map(minutesInto))).toBeGreaterThan(30)
    const upAfter = (night: EntryOf<'night'>) =>
      minutesInto(night) + ((night.wakeAt ?? 0) - night.at) / 60_000
    expect(meanOf(free.map(upAfter)) - meanOf(working.map(upAfter))).toBeGreaterThan(45)
  })

  it.each([1, 2, 3, 4, 5, DEMO_SEED])(
    'with seed %i hold every cramp that broke them, and none of somebody up and about',
    seed => {
      const { entries } = makeDemoJournal({ ...options, seed })
      const nightOf = new Map(ofKind(entries, 'night').map(night => [crampDay(night), night]))
      let held = 0
      for (const cramp of ofKind(entries, 'cramp')) {
        const night = nightOf.get(crampDay(cramp))
        if (night === undefined || (cramp.wokeMe === false && cramp.stateAtOnset === 'in-bed-awake')) continue
        const isHeld = night.at <= cramp.at && cramp.at < (night.wakeAt ?? 0)
        expect(isHeld).toBe(cramp.wokeMe !== false)
        held += Number(isHeld)
      }
      expect(held).toBeGreaterThan(25)
    },
  )

  it('hold no drink but one against a cramp, no session and no shoe', () => {
    for (const night of nights) {
      const within = demo.entries.filter(({ at }) => night.at < at && at < (night.wakeAt ?? 0))
      for (const one of within)
        expect(one.kind === 'cramp' || (one.kind === 'fluid' && one.reliefOf !== null)).toBe(true)
    }
  })

  it('have each of their answers on some nights, and leave each open on others', () => {
    for (const field of ['coldLegs', 'bedding', 'position', 'roomFeel', 'sleepDisturbance'] as const) {
      const answers = new Set(nights.map(night => night[field]))
      expect(answers).toContain(null)
      expect(answers.size).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('what changes in the half year of the demo', () => {
  const medication = ofKind(demo.entries, 'medication')

  it('is the dose of a statin taken since before, and a water tablet ten weeks before the end', () => {
    const told = listCourses(medication).map(({ medicineClass, startedAt, stoppedAt, changes }) => ({
      medicineClass,
      isSinceBefore: startedAt === null,
      isTaken: stoppedAt === null,
      changes: changes.map(({ change }) => change),
    }))
    expect(told).toEqual([
      { medicineClass: 'statin', isSinceBefore: true, isTaken: true, changes: ['dose-down'] },
      { medicineClass: 'diuretic-thiazide-like', isSinceBefore: false, isTaken: true, changes: ['start'] },
    ])
    const [, start] = medication
    const daysBeforeEnd = dayNumber(options.lastDate) - dayNumber(start ? calendarDate(start) : '')
    expect(daysBeforeEnd).toBeGreaterThan(60)
    expect(daysBeforeEnd).toBeLessThan(70)
  })

  it('can be compared with the weeks before, for both medicines', () => {
    const diary = createDiary({
      dayStartMinutes: 0,
      ...demo,
      offWeekdays: [5, 6],
      timeZone: options.timeZone,
    })
    const names = compareMedicineChanges(diary, medication).map(({ name }) => name)
    expect(names).toEqual(['Atorvastatin', 'Indapamide'])
  })

  it('stands on the time axis, with the shoes bought in the last weeks', () => {
    const period = { fromDate: addDays(options.lastDate, -26 * 7 + 1), toDate: options.lastDate }
    const footwear = ofKind(demo.entries, 'footwear')
    const marks = listMarks({ medication, footwear, shoes: demo.shoes, experiments: [] }, period)
    expect(marks.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
      'medicine: Atorvastatin',
      'medicine: Indapamide',
      'shoes: Green walking shoes',
    ])
    expect((marks.at(-1)?.date ?? '') > addDays(options.lastDate, -5 * 7)).toBe(true)
  })
})

describe('on the days the clocks change', () => {
  it.each(['Europe/Berlin', 'America/New_York', 'America/Phoenix', 'Australia/Lord_Howe'])(
    'keeps the wall clock of %s',
    timeZone => {
      const { entries } = makeDemoJournal({ ...options, timeZone })
      for (const one of entries.filter((_, index) => index % 7 === 0))
        expect(one.offsetMinutes).toBe(momentOfInstant(one.at, timeZone).offsetMinutes)
      // The same wall-clock times in every zone, except in hours that a clock change skips or repeats.
      const walls = (all: readonly Entry[]) =>
        all.map(one => `${one.kind} ${calendarDate(one)} ${clockMinutes(one)}`)
      const here = new Set(walls(demo.entries))
      const differing = walls(entries).filter(wall => !here.has(wall))
      expect(differing.length).toBeLessThanOrEqual(6)
    },
  )
})

describe('breaking off in the middle of a day', () => {
  const until = momentAt('2026-11-20', '14:30', options.timeZone).at
  const soFar = makeDemoJournal({ ...options, until })

  it('holds nothing that lies ahead', () => {
    for (const one of soFar.entries) {
      expect(one.loggedAt).toBeLessThanOrEqual(until)
      expect(findTimeProblems(draftOf(one), until)).toEqual([])
    }
    const now = momentOfInstant(until, options.timeZone)
    for (const one of soFar.checkIns) expect(findCheckInProblems(one, now)).toEqual([])
  })

  it('has today begun, with the shoes still on', () => {
    const today = soFar.entries.filter(one => calendarDate(one) === '2026-11-20')
    expect(today.length).toBeGreaterThan(2)
    expect(ofKind(today, 'footwear').at(-1)?.takenOffAt).toBeNull()
  })
})

describe('ten years of it', () => {
  it('are about 100,000 entries sip by sip, and ten years of weeks in the overview', () => {
    const decade = makeDemoJournal({ ...options, weeks: 520, detail: 'every-sip' })
    expect(decade.entries.length).toBeGreaterThan(90_000)
    expect(decade.entries.length).toBeLessThan(115_000)
    const period = { fromDate: '1900-01-01', toDate: options.lastDate }
    expect(makeOverview({ dayStartMinutes: 0, period, ...decade }).weeks.length).toBeGreaterThanOrEqual(520)
  })

  it('have the same cramps and the same volume, however finely the drinks are written down', () => {
    const sips = makeDemoJournal({ ...options, detail: 'every-sip' })
    const volumeOf = (entries: readonly Entry[]) =>
      ofKind(entries, 'fluid').reduce((total, { volumeMl }) => total + volumeMl, 0)
    expect(sips.entries.length).toBeGreaterThan(1.5 * demo.entries.length)
    expect(volumeOf(sips.entries)).toBe(volumeOf(demo.entries))
    expect(sips.checkIns).toEqual(demo.checkIns)
    const onsets = (entries: readonly Entry[]) => ofKind(entries, 'cramp').map(({ at }) => at)
    expect(onsets(sips.entries)).toEqual(onsets(demo.entries))
  })
})
