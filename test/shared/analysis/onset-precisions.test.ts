/** Each precision of an onset through every count: cramp-day, rate, calendar, hours, findings. */
import { describe, expect, it, test } from 'vitest'
import { listCrampDaysOfYear } from '../../../shared/analysis/cramp-calendar.ts'
import { everyCramp } from '../../../shared/analysis/cramp-filter.ts'
import { computeTimesPattern } from '../../../shared/analysis/cramp-times.ts'
import { getTrackedCrampDays } from '../../../shared/analysis/diary/cramp-days.ts'
import type { Diary, Episode } from '../../../shared/analysis/diary/diary.ts'
import { createWindowReader } from '../../../shared/analysis/diary/windows.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { getExposure } from '../../../shared/analysis/exposures/exposures.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { buildMatchedSets, createCrampCalendar } from '../../../shared/analysis/matched-sets.ts'
import { makeOverview } from '../../../shared/analysis/overview.ts'
import { computeRecentNights, writeNightsSentence } from '../../../shared/analysis/recent-nights.ts'
import { trackCramps } from '../../../shared/analysis/tracked-cramps.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { type OnsetPrecision, onsetPrecisions } from '../../../shared/kinds/onset.ts'
import { addDays, dateOfDayNumber, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft } from '../kinds/drafts.ts'
import { atNight, BLOCK_START, live } from './lived-diary.ts'
import { cramp, dates, drink, makeDiary } from './make-diary.ts'

/** Days of both clock changes, in a zone on either side of UTC. */
const places = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
] as const

interface Row {
  readonly precision: OnsetPrecision
  readonly clock?: string
  /** Cramp-day it counts on, in days from its date. */
  readonly day: number
  /** Hour of its bar; null where it is left out. */
  readonly hour: number | null
  /** Days that are not known although answered, in days from its date: for counts, and for findings. */
  readonly unknown?: readonly number[]
  readonly unknownInFindings?: readonly number[]
  /** First and last offset of the index event; null for none. */
  readonly onset: readonly [number, number] | null
}

const rows: readonly Row[] = [
  { precision: 'exact', clock: '04:10', day: -1, hour: 4, onset: [970, 970] },
  { precision: 'about', clock: '13:30', day: 0, hour: 13, onset: [90, 90] },
  { precision: 'night', day: -1, hour: null, onset: [900, 900] },
  { precision: 'small-hours', day: -1, hour: null, onset: [720, 1079] },
  { precision: 'morning', day: -1, hour: null, onset: [1080, 1439] },
  { precision: 'afternoon', day: 0, hour: null, onset: [0, 359] },
  { precision: 'evening', day: 0, hour: null, onset: [360, 719] },
  { precision: 'date', day: 0, hour: null, unknown: [-1], unknownInFindings: [-1, 0], onset: null },
]

const store = (draft: ReturnType<typeof crampDraft>): EntryOf<'cramp'> => ({
  ...draft,
  id: 1,
  loggedAt: draft.at,
  editedAt: null,
})

describe.each(places)('in %s on %s', (timeZone, date) => {
  const period = { fromDate: addDays(date, -14), toDate: addDays(date, 13) }
  const checkIns: CheckIn[] = datesFromTo(period.fromDate, period.toDate).map(day => ({
    date: day,
    kind: 'cramp',
    dayStartMinutes: 0,
  }))
  const without = (days: readonly number[]) => {
    const left = days.map(day => addDays(date, day))
    return datesFromTo(period.fromDate, period.toDate).filter(day => !left.includes(day))
  }

  test.each(rows)('$precision', row => {
    const { precision, day, hour, unknown = [], unknownInFindings = [], onset } = row
    const clock = row.clock ?? onsetPrecisions.get(precision).clock ?? ''
    const entry = store(crampDraft({ ...momentAt(date, clock, timeZone), onsetPrecision: precision }))

    const calendar = listCrampDaysOfYear(2026, [entry], checkIns).filter(({ cramps }) => cramps !== null)
    expect(calendar.map(one => one.date)).toEqual(without(unknown))
    expect(calendar.filter(({ cramps }) => cramps === 1).map(one => one.date)).toEqual([addDays(date, day)])

    const { weeks } = makeOverview({ period, entries: [entry], checkIns, dayStartMinutes: 0 })
    const total = (of: (week: (typeof weeks)[number]) => number | null) =>
      weeks.reduce((sum, week) => sum + (of(week) ?? 0), 0)
    expect(total(({ cramps }) => cramps)).toBe(1)
    expect(total(({ crampTrackedDays }) => crampTrackedDays)).toBe(28 - unknown.length)

    const tracked = trackCramps({ cramps: [entry], checkIns, filter: everyCramp }, period)
    const { hours, weekdays } = computeTimesPattern(
      { tracked, nights: [], offWeekdays: [], timeZone },
      period,
    )
    expect(hours.counts.findIndex(count => count > 0)).toBe(hour ?? -1)
    expect(hours.withoutHour).toBe(hour === null ? 1 : 0)
    expect(weekdays.reduce((sum, { days }) => sum + days, 0)).toBe(28 - unknownInFindings.length)

    const diary = createDiary({
      entries: [entry],
      checkIns,
      shoes: [],
      offWeekdays: [],
      dayStartMinutes: 0,
      timeZone,
    })
    expect(getTrackedCrampDays(diary).map(dateOfDayNumber)).toEqual(without(unknownInFindings))
    const events = createCrampCalendar(diary).events.map(({ offsetMinutes, span }) =>
      span === undefined ? [offsetMinutes, offsetMinutes] : [span.first, span.last],
    )
    expect(events).toEqual(onset === null ? [] : [onset])
  })

  test('no night is called calm that a cramp known by its date may belong to', () => {
    const entry = store(crampDraft({ ...momentAt(date, '12:00', timeZone), onsetPrecision: 'date' }))
    const now = momentAt(addDays(date, 2), '09:00', timeZone)
    const recent = computeRecentNights({
      ...{ now, cramps: [entry], lastCramp: entry, checkIns },
      firstDate: period.fromDate,
    })
    const answers = new Map(recent.nights.map(night => [night.date, night.answer]))
    expect(answers.get(addDays(date, -2))).toBe('none')
    expect(answers.get(addDays(date, -1))).toBe('unknown')
    expect(answers.get(date)).toBe('cramp')
    const { text } = writeNightsSentence(recent, now, { date: day => day, time: () => 'a clock time' })
    expect(text).not.toContain('a clock time')
  })
})

describe('the sets of a cramp in the afternoon', () => {
  const window = {
    series: 'coffee',
    trackedAs: 'coffee',
    source: { kind: 'entries', windowHours: 12, aggregate: { kind: 'any' } },
  } as const
  const block = dates('2024-02-19', '2024-03-17')
  const build = (episodes: readonly Episode[], coffee: Diary['entries'][string]) => {
    const diary = makeDiary({
      ...{ episodes, answeredCrampDays: block, entries: { coffee } },
      trackedDates: { coffee: dates('2024-02-18', '2024-03-18') },
    })
    return buildMatchedSets(createCrampCalendar(diary), [createWindowReader(diary, window)])
  }
  const afternoon = cramp('2024-02-20 15:00', 'afternoon')
  const drunk = (sets: ReturnType<typeof build>) =>
    Array.from(sets.day, (day, row) => [dateOfDayNumber(day), sets.values[0]?.[row]] as const)

  it('hold it where every onset finds the same', () => {
    const sets = build([afternoon], [drink('2024-02-20 08:00', null), drink('2024-02-22 07:30', null)])
    expect(sets.dropped).toEqual([])
    const values = new Map(drunk(sets))
    expect([
      values.size,
      values.get('2024-02-20'),
      values.get('2024-02-22'),
      values.get('2024-02-21'),
    ]).toEqual([20, 1, 1, 0])
  })

  it('leave it out where the onsets find different things', () => {
    const sets = build([afternoon], [drink('2024-02-20 15:10', null)])
    expect(sets.dropped.map(({ reason }) => reason)).toEqual(['onset-unclear'])
    expect(sets.events).toEqual([])
  })

  it('leave out such days of comparison as well, or the days without a cramp would have more', () => {
    const sets = build([afternoon], [drink('2024-02-22 15:10', null)])
    expect(sets.uncoveredReferents).toBe(1)
    expect(new Map(drunk(sets)).has('2024-02-22')).toBe(false)
  })

  it('are copied from those of the whole diary for its own span alone', () => {
    const diary = makeDiary({
      episodes: [afternoon, cramp('2024-02-21 14:59')],
      answeredCrampDays: block,
      entries: { coffee: [drink('2024-02-21 14:00', null)] },
      trackedDates: { coffee: dates('2024-02-18', '2024-03-18') },
    })
    const calendar = createCrampCalendar(diary)
    const readers = [createWindowReader(diary, window)]
    const known = buildMatchedSets(calendar, readers)
    expect(buildMatchedSets(calendar, readers, known)).toEqual(known)
  })
})

describe('a finding', () => {
  const alcohol = getExposure('alcohol')
  const diary = live({ days: 112, seed: 3, baseRisk: 0.3, riskRatio: 2 })
  const measure = (precision: OnsetPrecision, clock: string) => {
    const changed = diary.episodes.slice(0, 9).map(({ onset }): Episode => {
      const day = Math.floor((onset - 720) / 1440)
      return precision === 'date'
        ? { onset: (day + 1) * 1440 + 720, precision }
        : { ...atNight(day, clock), precision }
    })
    const days = new Set(changed.map(({ onset }) => Math.floor(onset / 1440)))
    const answeredCrampDays =
      precision === 'date'
        ? diary.answeredCrampDays.filter(day => !days.has(day) && !days.has(day + 1))
        : diary.answeredCrampDays
    const { findings } = findFindings(
      { ...diary, answeredCrampDays, episodes: [...changed, ...diary.episodes.slice(9)] },
      { today: BLOCK_START + 112, catalogue: [alcohol] },
    )
    const excluded = findings[0]?.measurement.excluded ?? []
    return excluded.find(({ reason }) => reason === 'onset-unclear')?.count ?? 0
  }
  /** Of the first nine cramps, those after an evening with alcohol: a drink at 18:30 is 12 hours before 06:30. */
  const withDrink = diary.episodes
    .slice(0, 9)
    .filter(({ onset }) =>
      (diary.entries.alcohol ?? []).some(({ start }) => start < onset && onset - start < 720),
    ).length

  it('counts cramps between midnight and 6, as the drink of the evening is in every window', () => {
    expect(measure('small-hours', '03:00')).toBe(0)
  })

  it('leaves out the cramps of a morning of which the drink is in some windows alone', () => {
    expect(withDrink).toBeGreaterThan(2)
    expect(measure('morning', '09:00')).toBe(withDrink)
  })

  it('leaves out every cramp known by its date', () => {
    expect(measure('date', '12:00')).toBe(9)
  })

  it('is the same as before where every onset is exact', () => {
    expect(measure('exact', '03:10')).toBe(0)
  })
})
