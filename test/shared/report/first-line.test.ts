/** First line of the doctor's page: the whole sentence, and each part when it is missing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Muscle } from '../../../shared/kinds/muscles.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { privateThings } from '../../../shared/privacy/private-things.ts'
import {
  type FirstLineFormats,
  type FirstLineSections,
  writeFirstLine,
} from '../../../shared/report/first-line.ts'
import type {
  KeyNumbers,
  OutcomeMeasures,
  ReportMedicine,
  SiteCounts,
} from '../../../shared/report/report.ts'
import { show, withhold } from '../../../shared/report/section.ts'
import { crampAt } from './journal-facts.ts'
import { checkedIn, contentOf, medicineAt, november, reportOf } from './report-facts.ts'

const british: FirstLineFormats = {
  count: value => String(Math.round(value)),
  hour: hour => `${hour % 12 === 0 ? 12 : hour % 12}:00 ${hour < 12 ? 'am' : 'pm'}`,
}

const lastDays = (change: Partial<OutcomeMeasures> = {}): OutcomeMeasures => ({
  ...november,
  trackedDays: 28,
  cramps: { count: 11, trackedDays: 28, per28Days: 11, lower: 5.5, upper: 19.7 },
  crampDays: null,
  crampCount: 11,
  nightsWoken: { nights: 7, unknown: 8, unknownNights: 6 },
  intensity: null,
  durationSeconds: null,
  sleepDisturbance: null,
  bother: null,
  sorenessHours: null,
  ...change,
})

function numbersOf(change: Partial<OutcomeMeasures> = {}, ratio: KeyNumbers['change'] = unclear) {
  const last = lastDays(change)
  return show<KeyNumbers>({ last, before: last, whole: last, change: ratio })
}
const unclear = { ratio: 1.1, lower: 0.5, upper: 2.5 }

const siteOf = (muscle: Muscle, left: number, right: number, either: number | null = null) => ({
  muscle,
  left,
  right,
  either,
})
const placesOf = (counts: SiteCounts['counts'], crampCount: number, unknown = 0) =>
  show<SiteCounts>({ counts, crampCount, unknown })

function hoursOf(counts: Record<number, number>, withoutHour = 0) {
  return show({ counts: Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0), withoutHour })
}

const medicineOf = (name: string, change: Partial<ReportMedicine> = {}): ReportMedicine => ({
  name,
  medicineClass: 'other',
  dose: '',
  startedOn: null,
  stoppedOn: null,
  changes: [],
  ...change,
})
const takes = (...medicines: ReportMedicine[]) =>
  show({ medicines, conditions: [], pregnancyWeek: null, alcohol: null })

const whole: FirstLineSections = {
  numbers: numbersOf(),
  places: placesOf([siteOf('calf', 6, 3), siteOf('toes', 1, 1)], 11),
  hours: hoursOf({ 1: 2, 2: 1, 3: 1, 4: 2, 14: 2, 20: 2 }),
  medicines: takes(medicineOf('Indapamide'), medicineOf('Atorvastatin')),
}
const lineOf = (change: Partial<FirstLineSections> = {}) => writeFirstLine({ ...whole, ...change }, british)

test('says how many, where and when, whether they wake, what is taken, and whether it changes', () => {
  expect(lineOf()).toBe(
    'About 11 cramps in 4 weeks, mostly left calf between 1 and 5 am; woke on 7 of 22 known nights; takes indapamide and atorvastatin; no clear change.',
  )
})

test('in the formats of files, hours are those of 24', () => {
  expect(writeFirstLine(whole)).toContain('mostly left calf between 01:00 and 05:00;')
})

test('a section that is left out of the page is left out of the line; without any there is none', () => {
  expect(lineOf({ numbers: null })).toBe(
    'Cramps mostly left calf between 1 and 5 am; takes indapamide and atorvastatin.',
  )
  expect(lineOf({ places: null })).toMatch(/^About 11 cramps in 4 weeks, mostly between 1 and 5 am;/)
  expect(lineOf({ hours: null })).toMatch(/^About 11 cramps in 4 weeks, mostly left calf;/)
  expect(lineOf({ places: null, hours: null })).toMatch(/^About 11 cramps in 4 weeks; woke/)
  expect(lineOf({ medicines: null })).not.toContain('takes')
  expect(lineOf({ numbers: null, places: null, hours: null, medicines: null })).toBeNull()
})

test('a section with too little is not a zero', () => {
  const nothing = withhold('Too little.')
  expect(lineOf({ numbers: nothing, places: nothing, hours: nothing, medicines: nothing })).toBe(
    'Too few days are known to say how often.',
  )
  expect(lineOf({ numbers: nothing, medicines: null })).toBe(
    'Too few days are known to say how often; cramps mostly left calf between 1 and 5 am.',
  )
})

describe('how many', () => {
  test('no cramps are said of the known days, and nothing is made of earlier places', () => {
    const none = numbersOf({
      trackedDays: 20,
      crampCount: 0,
      cramps: { count: 0, trackedDays: 20, per28Days: 0, lower: 0, upper: 5.2 },
      nightsWoken: { nights: 0, unknown: 0, unknownNights: 0 },
    })
    expect(lineOf({ numbers: none, medicines: null })).toBe('No cramps on 20 known days; no clear change.')
  })

  test('a rate of fewer than 28 days says so', () => {
    const few = numbersOf({
      trackedDays: 14,
      cramps: { count: 3, trackedDays: 14, per28Days: 6, lower: 1.2, upper: 17.5 },
    })
    expect(lineOf({ numbers: few })).toMatch(/^About 6 cramps in 4 weeks \(from 14 known days\), mostly/)
  })
})

describe('where', () => {
  const place = (places: FirstLineSections['places']) => lineOf({ places, hours: null })?.split('; woke')[0]

  test('is said of half of those with a place, and of no fewer', () => {
    expect(place(placesOf([siteOf('calf', 5, 0)], 10))).toContain('mostly left calf')
    expect(place(placesOf([siteOf('calf', 5, 0)], 11))).toBe('About 11 cramps in 4 weeks')
  })

  test('is the muscle alone where neither side has half of them', () => {
    expect(place(placesOf([siteOf('calf', 5, 5, 9)], 12))).toContain('mostly calf on either side')
    expect(place(placesOf([siteOf('calf', 9, 9, 9)], 9))).toContain('mostly calf on either side')
    // Left and right together can count a cramp twice: without `either` the muscle is not known to have half.
    expect(place(placesOf([siteOf('calf', 5, 5)], 12))).toBe('About 11 cramps in 4 weeks')
  })

  test('says of how many it is known where most have no place; two cramps are no habit', () => {
    expect(place(placesOf([siteOf('calf', 4, 0)], 4, 20))).toContain(
      'mostly left calf (place known for 4 of 24)',
    )
    expect(place(placesOf([siteOf('calf', 2, 0)], 2))).toBe('About 11 cramps in 4 weeks')
  })
})

describe('when', () => {
  const time = (hours: FirstLineSections['hours']) => lineOf({ places: null, hours })?.split('; woke')[0]

  test('is the shortest stretch with half of them, also over midnight', () => {
    expect(time(hoursOf({ 23: 3, 0: 3, 9: 1, 15: 1 }))).toContain('mostly between 11 pm and 1 am')
    expect(time(hoursOf({ 12: 9 }))).toContain('mostly between 12 and 1 pm')
  })

  test('is left out where they are spread over the day', () => {
    const spread = Object.fromEntries(Array.from({ length: 24 }, (_, hour) => [hour, 2]))
    expect(time(hoursOf(spread))).toBe('About 11 cramps in 4 weeks')
  })

  test('is the night alone where most have no hour', () => {
    expect(time(hoursOf({ 3: 8 }, 9))).toContain('mostly in the night, hour not known')
  })
})

describe('woken', () => {
  const woken = (nightsWoken: OutcomeMeasures['nightsWoken']) =>
    lineOf({ numbers: numbersOf({ nightsWoken }), medicines: null })
      ?.split('; ')
      .slice(1, -1)

  test('is counted of the nights of which it is known', () => {
    expect(woken({ nights: 0, unknown: 0, unknownNights: 0 })).toEqual(['woke on none of 28 known nights'])
    expect(woken({ nights: 0, unknown: 30, unknownNights: 28 })).toEqual([])
    expect(woken({ nights: 1, unknown: 30, unknownNights: 27 })).toEqual(['woke on 1 of 1 known night'])
  })

  test('of an older report is at least so often', () => {
    expect(woken({ nights: 2, unknown: 3, unknownNights: null })).toEqual(['woke on at least 2 nights'])
    expect(woken({ nights: 0, unknown: 3, unknownNights: null })).toEqual([])
    expect(woken({ nights: 2, unknown: 0, unknownNights: null })).toEqual(['woke on 2 of 28 known nights'])
  })
})

describe('medicines', () => {
  const taken = (...medicines: ReportMedicine[]) => lineOf({ ...nothingElse, medicines: takes(...medicines) })
  const nothingElse = { numbers: null, places: null, hours: null }

  test('that were stopped are not taken, and an empty list is not "none"', () => {
    expect(taken(medicineOf('Naproxen', { stoppedOn: '2026-11-02' }))).toBe(
      'No medicine written down that is still taken.',
    )
    expect(taken()).toBe('No medicine written down that is still taken.')
  })

  test('are named up to three, keep the capitals of an abbreviation, and are cut when long', () => {
    expect(taken(medicineOf('ASA'))).toBe('Takes ASA.')
    expect(taken(...['A1', 'Bb', 'Cc', 'Dd', 'Ee'].map(name => medicineOf(name)))).toBe(
      'Takes a1, bb, cc and 2 other medicines.',
    )
    expect(taken(medicineOf(`Magnesium ${'x'.repeat(60)}`))).toMatch(/^Takes magnesium x{17}…\.$/)
  })
})

test('the change is said as far as its interval allows', () => {
  const change = (ratio: KeyNumbers['change']) =>
    lineOf({ numbers: numbersOf({}, ratio), medicines: null })
      ?.split('; ')
      .at(-1)
  expect(change({ ratio: 3, lower: 1.2, upper: 7 })).toBe('more than in the 4 weeks before.')
  expect(change({ ratio: null, lower: 1.2, upper: null })).toBe('more than in the 4 weeks before.')
  expect(change({ ratio: 0.3, lower: 0.1, upper: 0.9 })).toBe('fewer than in the 4 weeks before.')
  expect(change(null)).toBe('woke on 7 of 22 known nights.')
})

test('of a journal: counted with its unknown nights, and nothing private whatever is revealed', () => {
  const reportWith = (reveal: readonly (typeof privateThings)[number][]) =>
    reportOf({
      order: { reveal: [...reveal] },
      profile: { ...emptyProfile, conditions: ['pregnant'], pregnancyWeek: 20 },
      entries: Array.from({ length: 8 }, (_, index) =>
        crampAt(`2026-11-1${index}`, '03:10', {
          wokeMe: [true, false, null][index % 3] ?? null,
          note: 'a private note',
        }),
      ),
      checkIns: checkedIn('cramp', november.fromDate, november.toDate),
      medication: [medicineAt('2026-11-02')],
    })
  const line = writeFirstLine(reportWith([]), british)
  expect(line).toBe(
    'About 8 cramps in 4 weeks, mostly left calf between 3 and 4 am; woke on 3 of 26 known nights; takes simvastatin.',
  )
  expect(writeFirstLine(reportWith(privateThings), british)).toBe(line)
  expect(contentOf(reportWith([]).numbers).last.nightsWoken).toEqual({
    nights: 3,
    unknown: 2,
    unknownNights: 2,
  })
})

test('never says a number that is none', () => {
  fc.assert(
    fc.property(
      fc.record({
        counts: fc.array(fc.nat({ max: 400 }), { minLength: 24, maxLength: 24 }),
        withoutHour: fc.nat({ max: 50 }),
        left: fc.nat({ max: 40 }),
        crampCount: fc.nat({ max: 40 }),
        trackedDays: fc.integer({ min: 7, max: 28 }),
        unknownNights: fc.nat({ max: 28 }),
      }),
      ({ counts, withoutHour, left, crampCount, trackedDays, unknownNights }) => {
        const line = lineOf({
          numbers: numbersOf({ trackedDays, nightsWoken: { nights: 1, unknown: 0, unknownNights } }),
          places: placesOf([siteOf('calf', left, 0, left)], crampCount),
          hours: show({ counts, withoutHour }),
        })
        expect(line).toMatch(/^About 11 cramps in 4 weeks.*\.$/)
        expect(line).not.toMatch(/NaN|undefined|null|Infinity|-\d/)
      },
    ),
  )
})
