import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeRates } from '../../../shared/analysis/cramp-rates.ts'
import type { WeekOverview } from '../../../shared/analysis/overview.ts'
import {
  writeBinTooltip,
  writeCrampsSentence,
  writeMissingKindsSentence,
  writeRateBasisSentence,
  writeTrendSentence,
  writeUntrackedDaysSentence,
} from '../../../shared/analysis/overview-sentences.ts'
import { makeTimeline } from '../../../shared/analysis/overview-timeline.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { formats } from './plain-formats.ts'

const FIRST_MONDAY = '2026-01-05'

const makeWeek = (index: number, parts: Partial<WeekOverview> = {}): WeekOverview => ({
  monday: addDays(FIRST_MONDAY, 7 * index),
  crampTrackedDays: 7,
  cramps: 0,
  crampDays: 0,
  fluidMlPerDay: 2000,
  fluidTrackedDays: 7,
  activityLoadPerDay: 100,
  activityTrackedDays: 7,
  ...parts,
})

/** A timeline of these weeks, the last of them running until its Wednesday. */
const timelineOf = (weeks: readonly WeekOverview[]) =>
  makeTimeline({
    fromDate: FIRST_MONDAY,
    toDate: addDays(FIRST_MONDAY, 7 * weeks.length - 5),
    weeks: [...weeks],
    marks: [],
  })

const answerTo = (weeks: readonly WeekOverview[]) =>
  writeCrampsSentence(timelineOf(weeks), computeRates(weeks), formats)

const figuresOf = (weeks: readonly WeekOverview[]) => writeRateBasisSentence(computeRates(weeks), formats)

const running = (index: number) =>
  makeWeek(index, { crampTrackedDays: 2, fluidTrackedDays: 2, activityTrackedDays: 3 })

describe('the answer about cramps', () => {
  it('says so when nothing is known', () => {
    expect(writeCrampsSentence({ unit: 'week', bins: [] }, computeRates([]), formats)).toBe(
      'Nothing is known about this period.',
    )
    const unknown = makeWeek(0, { crampTrackedDays: 0, cramps: null, crampDays: null })
    expect(answerTo([unknown])).toBe('It is not known for any day in this period whether there was a cramp.')
  })

  it('counts one cramp on one day, and promises the rate for later', () => {
    const week = makeWeek(0, { crampTrackedDays: 1, cramps: 1, crampDays: 1 })
    expect(answerTo([week])).toBe(
      '1 cramp on 1 of 1 answered day. After 28 answered days you also see how many that is a week.',
    )
  })

  it('gives the interval of a rate of none', () => {
    const weeks = [...Array(4).keys()].map(index => makeWeek(index))
    // -log(0.025) x 28 / 30
    expect(answerTo([...weeks, running(4)])).toBe('No cramps on 30 answered days.')
    expect(figuresOf([...weeks, running(4)])).toMatch(/^Cramps: 0 per 4 weeks \(95% interval 0 to 3\.4\)\. /)
  })

  it('gives counts, the rate with its interval, and the change', () => {
    const weeks = [...Array(8).keys()].map(index =>
      makeWeek(
        index,
        index < 4 ? { cramps: 3, crampDays: 2 } : { cramps: 1, crampDays: 1, crampTrackedDays: 6 },
      ),
    )
    // 12 + 4 cramps and 8 + 4 cramp days on 28 + 24 + 2 tracked days; 28 x 16 / 54 = 8.3, R: poisson.test(16)
    expect(answerTo([...weeks, running(8)])).toBe(
      '16 cramps on 12 of 54 answered days, about 2 a week. No clear change.',
    )
    expect(figuresOf([...weeks, running(8)])).toMatch(
      /^Cramps: 8\.3 per 4 weeks \(95% interval 4\.7 to 13\.5\)\. Days with a cramp: 6\.2 per 4 weeks \(.+\)\. No clear change: \d+% fewer every 4 weeks \(95% interval \d+% fewer to \d+% more\)\.$/,
    )
  })

  it('says which way a clear change goes', () => {
    const falling = [20, 17, 15, 13, 11, 9, 8, 7].map((cramps, index) =>
      makeWeek(index, { cramps, crampDays: 5 }),
    )
    expect(answerTo(falling)).toMatch(/, about 13 a week\. They are becoming less frequent\.$/)
    const rising = [7, 8, 9, 11, 13, 15, 17, 20].map((cramps, index) =>
      makeWeek(index, { cramps, crampDays: 5 }),
    )
    expect(answerTo(rising)).toMatch(/, about 13 a week\. They are becoming more frequent\.$/)
  })

  it('sets the last 4 full weeks beside the 4 before where no change can be fitted', () => {
    const weeks = [...Array(8).keys()].map(index => makeWeek(index))
    expect(answerTo([...weeks, running(8)])).toContain(
      'The last 4 full weeks had 0 cramps on 28 answered days, the 4 before 0 on 28.',
    )
  })

  it('sets nothing beside 4 weeks that were tracked on fewer than 14 days', () => {
    const weeks = [...Array(8).keys()].map(index =>
      makeWeek(index, { cramps: 1, crampDays: 1, crampTrackedDays: index < 4 ? 3 : 7 }),
    )
    expect(answerTo([...weeks, running(8)])).not.toContain('full weeks')
  })
})

describe('the change', () => {
  const trendOf = (ratioPer4Weeks: number, lower: number, upper: number, weeks = 20) => ({
    ratioPer4Weeks,
    lower,
    upper,
    weeks,
    isForSeason: weeks >= 52,
  })
  const tell = (...numbers: Parameters<typeof trendOf>) => writeTrendSentence(trendOf(...numbers), formats)

  const aRatio = fc.double({ min: 0.0005, max: 200, noNaN: true }).filter(ratio => ratio !== 1)

  it('is told for a year where there is one, so that it can be seen', () => {
    // 0.996 ** 13.04 = 0.949, 0.994 ** 13.04 = 0.925, 0.998 ** 13.04 = 0.974
    expect(tell(0.996, 0.994, 0.998, 520)).toBe(
      'They are becoming less frequent: 5% fewer every year (95% interval 8% fewer to 3% fewer, allowing for the season).',
    )
  })

  it('has a direction however small or large it is', () => {
    expect(tell(0.996, 0.993, 0.999)).toBe(
      'They are becoming less frequent: under 1% fewer every 4 weeks (95% interval under 1% fewer to under 1% fewer).',
    )
    expect(tell(1, 0.997, 1.003)).toBe(
      'No clear change: no change every 4 weeks (95% interval under 1% fewer to under 1% more).',
    )
    expect(tell(0.004, 0.0001, 0.2)).toContain('over 99% fewer to 80% fewer')
    expect(tell(12, 2, 90)).toContain('more than 10 times as many')
  })

  it('never says that nothing changes where it says that something does', () => {
    fc.assert(
      fc.property(
        fc.tuple(aRatio, aRatio, aRatio).map(ratios => ratios.toSorted((a, b) => a - b)),
        fc.integer({ min: 6, max: 600 }),
        ([lower = 1, ratio = 1, upper = 1], weeks) => {
          const words = tell(ratio, lower, upper, weeks) ?? ''
          expect(words).not.toMatch(/NaN|Infinity|100% fewer|\b0%/)
          if (words.startsWith('They are becoming')) expect(words).not.toContain('no change')
        },
      ),
    )
  })
})

describe('what was left out', () => {
  it('lists the days that are unknown, by kind', () => {
    const week = makeWeek(0, { crampTrackedDays: 5, fluidTrackedDays: 7, activityTrackedDays: 6 })
    expect(
      writeUntrackedDaysSentence(
        timelineOf([week, makeWeek(1, { crampTrackedDays: 3, fluidTrackedDays: 3, activityTrackedDays: 3 })]),
        formats,
      ),
    ).toBe(
      'Of 10 days, these are left out: 2 with no answer about cramps and 1 on which the activity is not known.',
    )
  })

  it('is nothing when every day is tracked', () => {
    const all = { crampTrackedDays: 3, fluidTrackedDays: 3, activityTrackedDays: 3 }
    expect(writeUntrackedDaysSentence(timelineOf([makeWeek(0, all)]), formats)).toBe(
      'Every day counts: all are answered.',
    )
  })

  it('comes with what would fill an empty panel', () => {
    expect(writeMissingKindsSentence(timelineOf([makeWeek(0)]))).toBe('')
    const noFluids = makeWeek(0, { fluidTrackedDays: 0, fluidMlPerDay: null })
    expect(writeMissingKindsSentence(timelineOf([noFluids]))).toBe(
      "Say that a day's drinks are complete, and the fluids will appear.",
    )
  })
})

describe('a bar in words', () => {
  it('has counts and the days they come from, and says what is unknown', () => {
    const week = makeWeek(0, {
      cramps: 4,
      crampDays: 3,
      crampTrackedDays: 6,
      fluidMlPerDay: null,
      fluidTrackedDays: 0,
      activityLoadPerDay: 123.4,
      activityTrackedDays: 1,
    })
    const bin = timelineOf([week, running(1)]).bins[0]
    expect(bin && writeBinTooltip(bin, formats)).toEqual({
      title: '2026-01-05 to 2026-01-11',
      lines: [
        '4 cramps on 3 days, answered on 6 of 7 days',
        'Drinks: not answered',
        'Activity: load 123 a day, answered on 1 of 7 days',
      ],
    })
  })
})

describe('for any journal', () => {
  const aWeek = fc
    .record({
      crampTrackedDays: fc.integer({ min: 0, max: 7 }),
      further: fc.integer({ min: 0, max: 3 }),
      crampDays: fc.integer({ min: 0, max: 7 }),
      fluidTrackedDays: fc.integer({ min: 0, max: 7 }),
      activityTrackedDays: fc.integer({ min: 0, max: 7 }),
    })
    .map(({ crampTrackedDays, crampDays, further, fluidTrackedDays, activityTrackedDays }) => {
      const days = Math.min(crampDays, crampTrackedDays)
      return {
        crampTrackedDays,
        cramps: crampTrackedDays === 0 ? null : days + (days > 0 ? further : 0),
        crampDays: crampTrackedDays === 0 ? null : days,
        fluidTrackedDays,
        fluidMlPerDay: fluidTrackedDays === 0 ? null : 1800.5,
        activityTrackedDays,
        activityLoadPerDay: activityTrackedDays === 0 ? null : 0,
      }
    })

  it('no sentence holds a number that is none', () => {
    fc.assert(
      fc.property(fc.array(aWeek, { maxLength: 130 }), weeks => {
        const timeline = timelineOf(weeks.map((week, index) => makeWeek(index, week)))
        const words = [
          writeCrampsSentence(
            timeline,
            computeRates(weeks.map((week, index) => makeWeek(index, week))),
            formats,
          ),
          writeUntrackedDaysSentence(timeline, formats),
          ...timeline.bins.flatMap(bin => writeBinTooltip(bin, formats).lines),
        ].join(' ')
        expect(words).not.toMatch(/NaN|Infinity|undefined|null|-\d/)
      }),
    )
  })
})
