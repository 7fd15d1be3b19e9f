import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnalysisContext } from '../../../shared/analysis/analysis-context.ts'
import { getDayOfBlock } from '../../../shared/analysis/blocks-and-strata.ts'
import type { Diary, DiaryEntry, Episode } from '../../../shared/analysis/diary/diary.ts'
import { createWindowReader } from '../../../shared/analysis/diary/windows.ts'
import {
  buildMatchedSets,
  createCrampCalendar,
  getUnits,
  type MatchedSets,
  toSetTable,
} from '../../../shared/analysis/matched-sets.ts'
import { dateOfDayNumber, dayNumber } from '../../../shared/time/calendar-date.ts'
import { countWindows, getDrawFactors } from '../../tools/vectors/window-counts.ts'
import { cramp, dates, drink, makeDiary } from './make-diary.ts'

/** A block of four weeks, Monday 19 February to Sunday 17 March 2024. */
const block = dates('2024-02-19', '2024-03-17')
const window = {
  series: 'drinks',
  trackedAs: 'drinks',
  source: { kind: 'entries', windowHours: 24, aggregate: { kind: 'sum-of-amounts' } },
} as const

function makeBlock(parts: Partial<Diary>): Diary {
  return makeDiary({
    answeredCrampDays: block,
    trackedDates: { drinks: dates('2024-02-18', '2024-03-18') },
    entries: { drinks: [] },
    ...parts,
  })
}

function build(diary: Diary): MatchedSets {
  return buildMatchedSets(createCrampCalendar(diary), [createWindowReader(diary, window)])
}

/** Days of one set, the case first. */
function getDays(sets: MatchedSets, set: number): string[] {
  return Array.from(sets.day.subarray(sets.start[set], sets.start[set + 1]), dateOfDayNumber)
}

describe('buildMatchedSets', () => {
  it('compares a work day with the 19 others of its tracked block, itself first', () => {
    const sets = build(makeBlock({ episodes: [cramp('2024-02-21 03:10')] }))
    expect(sets.events).toEqual([{ day: dayNumber('2024-02-20'), offsetMinutes: 910, isOnsetAssumed: false }])
    const days = getDays(sets, 0)
    expect(days).toHaveLength(20)
    expect(days.slice(0, 3)).toEqual(['2024-02-20', '2024-02-19', '2024-02-21'])
    expect(days).not.toContain('2024-02-24')
    expect(days).not.toContain('2024-03-18')
  })

  it('compares a day off with days off', () => {
    const sets = build(makeBlock({ episodes: [cramp('2024-02-25 02:45')] }))
    expect(getDays(sets, 0)).toEqual([
      '2024-02-24',
      '2024-02-25',
      '2024-03-02',
      '2024-03-03',
      '2024-03-09',
      '2024-03-10',
      '2024-03-16',
      '2024-03-17',
    ])
  })

  it('keeps days with another cramp as referents, marked', () => {
    const sets = build(makeBlock({ episodes: [cramp('2024-02-21 03:10'), cramp('2024-02-27 16:00')] }))
    expect(getDays(sets, 0)).toContain('2024-02-27')
    expect(countWindows(sets)).toEqual([
      { n: 20, m: 2 },
      { n: 20, m: 2 },
    ])
    expect(getDrawFactors(sets)).toEqual([18 / 19, 18 / 19])
  })

  it('reads every referent at the clock time of the event', () => {
    const drinks = [drink('2024-02-20 03:00', 100), drink('2024-02-20 03:20', 7)]
    const sets = build(makeBlock({ episodes: [cramp('2024-02-21 03:10')], entries: { drinks } }))
    const values = Object.fromEntries(
      Array.from(sets.day, (day, row) => [dateOfDayNumber(day), sets.values[0]?.[row]]),
    )
    expect(values).toMatchObject({ '2024-02-19': 100, '2024-02-20': 7, '2024-02-21': 0 })
  })

  it('drops an event whose own window is not known, and counts referents left out', () => {
    const trackedDates = {
      drinks: dates('2024-02-18', '2024-03-18').filter(date => date !== dayNumber('2024-02-20')),
    }
    const sets = build(
      makeBlock({ episodes: [cramp('2024-02-21 03:10'), cramp('2024-02-27 03:00')], trackedDates }),
    )
    expect(sets.dropped).toEqual([
      {
        event: { day: dayNumber('2024-02-20'), offsetMinutes: 910, isOnsetAssumed: false },
        reason: 'case-not-covered',
      },
    ])
    expect(sets.events.map(({ day }) => dateOfDayNumber(day))).toEqual(['2024-02-26'])
    expect(sets.uncoveredReferents).toBe(1)
    // The dropped event's day is not covered, so it is no window of the other set and not among its m.
    expect(countWindows(sets)).toEqual([{ n: 19, m: 1 }])
  })

  it('drops an event with nothing to compare it with', () => {
    const diary = makeBlock({ episodes: [cramp('2024-02-21 03:10')], answeredCrampDays: [] })
    const sets = build(diary)
    expect(sets.dropped.map(({ reason }) => reason)).toEqual(['no-referents'])
    expect(sets.day).toHaveLength(0)
    expect(() => toSetTable(sets, [1])).toThrow(/^sets must not be empty/)
  })

  it('leaves days of travel out, events and referents alike', () => {
    const away = [dayNumber('2024-02-20'), dayNumber('2024-02-22')]
    const utcOffsetMinutes = new Map(
      block.map((day): [number, number] => [day, away.includes(day) ? 540 : 60]),
    )
    const episodes = [cramp('2024-02-21 03:10'), cramp('2024-02-27 03:00')]
    const sets = build(makeBlock({ episodes, utcOffsetMinutes }))
    expect(sets.dropped.map(({ reason }) => reason)).toEqual(['travel'])
    expect(getDays(sets, 0)).toHaveLength(18)
  })

  it('takes only the episodes that qualify as events, but all of them as tracked days', () => {
    const episodes: Episode[] = [cramp('2024-02-21 03:10'), cramp('2024-02-27 03:00')]
    const diary = makeBlock({ episodes, answeredCrampDays: block.slice(0, 3) })
    const calendar = createCrampCalendar(diary, { episodes: episodes.slice(0, 1) })
    const sets = buildMatchedSets(calendar, [createWindowReader(diary, window)])
    expect(sets.events).toHaveLength(1)
    expect(getDays(sets, 0)).toEqual(['2024-02-20', '2024-02-19', '2024-02-21', '2024-02-26'])
    expect(countWindows(sets)).toEqual([{ n: 4, m: 1 }])
  })

  it('by weekday compares with the same weekday', () => {
    const diary = makeBlock({ episodes: [cramp('2024-02-21 03:10')] })
    const calendar = createCrampCalendar(diary, { stratification: 'weekday' })
    const sets = buildMatchedSets(calendar, [createWindowReader(diary, window)])
    expect(getDays(sets, 0)).toEqual(['2024-02-20', '2024-02-27', '2024-03-05', '2024-03-12'])
  })

  it('of several exposures keeps the windows in which all are known', () => {
    const diary = makeBlock({ episodes: [cramp('2024-02-21 03:10')] })
    const never = dayNumber('2024-03-01')
    const sets = buildMatchedSets(createCrampCalendar(diary), [
      createWindowReader(diary, window),
      day => (day === never ? null : getDayOfBlock(day, 28)),
    ])
    expect(getDays(sets, 0)).not.toContain('2024-03-01')
    expect(sets.values.map(values => values.length)).toEqual([19, 19])
    const table = toSetTable(sets, [500, 2])
    expect(table.covariates[1]?.[0]).toBe(0.5)
    expect(() => toSetTable(sets, [500])).toThrow(/^scale must have 2 positive values/)
    expect(() => buildMatchedSets(createCrampCalendar(diary), [])).toThrow(/^readers must not be empty/)
  })

  it('numbers days by their place in the block', () => {
    const sets = build(makeBlock({ episodes: [cramp('2024-02-21 03:10')] }))
    expect(Array.from(getUnits(sets)).slice(0, 4)).toEqual([1, 0, 2, 3])
  })
})

describe('properties of the sets', () => {
  const first = dayNumber('2024-02-19')
  const days = fc.uniqueArray(
    fc.integer({ min: 0, max: 83 }).map(i => first + i),
    { minLength: 5 },
  )
  const episodes = fc.array(
    fc.record({
      onset: fc.integer({ min: first * 1440 + 720, max: (first + 84) * 1440 }),
      precision: fc.constantFrom('exact', 'about', 'night'),
    }),
    { minLength: 1, maxLength: 30 },
  )
  const entries = fc.array(
    fc
      .record({ start: fc.integer({ min: first * 1440, max: (first + 85) * 1440 }), amount: fc.nat(900) })
      .map(({ start, amount }): DiaryEntry => ({ start, end: start, amount })),
    { maxLength: 120 },
  )
  const diaries = fc.record({ answered: days, tracked: days, episodes, entries }).map(drawn =>
    makeDiary({
      answeredCrampDays: drawn.answered,
      trackedDates: { drinks: drawn.tracked },
      episodes: drawn.episodes,
      entries: { drinks: drawn.entries },
    }),
  )

  it('the order in which a diary was written changes nothing', () => {
    fc.assert(
      fc.property(diaries, diary => {
        const reversed = makeDiary({
          answeredCrampDays: diary.answeredCrampDays.toReversed(),
          trackedDates: { drinks: diary.trackedDates.drinks?.toReversed() ?? [] },
          episodes: diary.episodes.toReversed(),
          entries: { drinks: diary.entries.drinks?.toReversed() ?? [] },
        })
        expect(build(reversed)).toEqual(build(diary))
      }),
    )
  })

  it('cramp-days on which the exposure was not tracked change nothing', () => {
    fc.assert(
      fc.property(diaries, days, (diary, more) => {
        // At least half of any 24-hour window of a cramp-day lies on the date on which the cramp-day begins.
        const untracked = more.filter(day => !diary.trackedDates.drinks?.includes(day))
        const [before, after] = [
          build(diary),
          build(makeDiary({ ...diary, answeredCrampDays: [...diary.answeredCrampDays, ...untracked] })),
        ]
        expect(after.day).toEqual(before.day)
        expect(after.values).toEqual(before.values)
        expect(after.hasEvent).toEqual(before.hasEvent)
      }),
    )
  })

  it('cramp-days of another block change nothing', () => {
    fc.assert(
      fc.property(diaries, diary => {
        const more = makeDiary({
          ...diary,
          answeredCrampDays: [...diary.answeredCrampDays, first - 1, first + 112],
        })
        const [before, after] = [build(diary), build(more)]
        expect(after.day).toEqual(before.day)
        expect(after.values).toEqual(before.values)
      }),
    )
  })

  it('built from known sets of a longer range, or of other strata, are those built from nothing', () => {
    fc.assert(
      fc.property(
        diaries,
        fc.integer({ min: 0, max: 84 }),
        fc.integer({ min: 0, max: 84 }),
        (diary, a, b) => {
          const readers = [createWindowReader(diary, window)]
          const known = buildMatchedSets(createCrampCalendar(diary), readers)
          const range = { firstDay: first + Math.min(a, b), lastDay: first + Math.max(a, b) }
          for (const calendar of [
            createAnalysisContext(diary, range).calendar,
            createAnalysisContext(diary, range).weekdayCalendar,
          ])
            expect(buildMatchedSets(calendar, readers, known)).toEqual(buildMatchedSets(calendar, readers))
        },
      ),
    )
  })

  it('every event has a set or a reason, and every set its case first, once, within one stratum', () => {
    fc.assert(
      fc.property(diaries, diary => {
        const calendar = createCrampCalendar(diary)
        const sets = build(diary)
        expect(sets.events.length + sets.dropped.length).toBe(calendar.events.length)
        sets.events.forEach((event, e) => {
          const ofSet = Array.from(sets.day.subarray(sets.start[e], sets.start[e + 1]))
          expect(ofSet[0]).toBe(event.day)
          expect(new Set(ofSet).size).toBe(ofSet.length)
          expect(ofSet.length).toBeGreaterThan(1)
          expect(new Set(ofSet.map(calendar.getStratum))).toEqual(new Set([sets.stratum[e]]))
        })
      }),
    )
  })
})
