/** Exposures made from own factors: what a window reads of each kind of answer, and when a date is known. */
import { describe, expect, test } from 'vitest'
import { createWindowReader } from '../../../../shared/analysis/diary/windows.ts'
import { createDiary } from '../../../../shared/analysis/diary-of-journal.ts'
import { getWindow } from '../../../../shared/analysis/exposures/exposure.ts'
import {
  exposureKey,
  exposures,
  getExposureOf,
  makeCatalogue,
} from '../../../../shared/analysis/exposures/exposures.ts'
import { makeOwnExposure } from '../../../../shared/analysis/exposures/own-exposure.ts'
import { writeFindingSentence } from '../../../../shared/analysis/finding-sentences.ts'
import type { DraftOf } from '../../../../shared/kinds/entry.ts'
import type { FactorCheckIn, NewOwnFactor, OwnFactor } from '../../../../shared/kinds/own-factor.ts'
import { plainNumbers } from '../../../../shared/locale/number-formats.ts'
import { dayNumber } from '../../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { listedFactor, ownAnswerDraft } from '../../kinds/drafts.ts'
import { makeFinding } from '../make-finding.ts'

const timeZone = 'Etc/GMT-1'
/** A cramp-day: from its noon to the next. */
const monday = '2026-11-16'
const at = (date: string, time: string) => momentAt(date, time, timeZone)

const factorOf = (fields: Partial<NewOwnFactor>): OwnFactor => ({
  id: 7,
  ...listedFactor({ name: 'Compression socks' }),
  ...fields,
})

interface Written extends Partial<Pick<DraftOf<'own-factor'>, 'present' | 'score' | 'amount'>> {
  readonly date: string
  readonly time?: string
  /** When it was written down; at its time by default. */
  readonly logged?: readonly [date: string, time: string]
}

/** Reads the window that ends at a clock time of the cramp-day of Monday. */
function readerOf(factor: OwnFactor, written: readonly Written[], complete: readonly string[] = []) {
  const entries = written.map(({ date, time = '12:00', logged = [date, time], ...answer }, index) => ({
    ...ownAnswerDraft({ ...at(date, time), factorId: 7, present: null, ...answer }),
    ...{ id: index + 1, loggedAt: at(...logged).at, editedAt: null },
  }))
  const factorCheckIns = complete.map((date): FactorCheckIn => ({ factorId: 7, date, dayStartMinutes: 0 }))
  const catalogue = makeCatalogue([factor])
  const diary = createDiary(
    {
      ...{ entries, factorCheckIns, checkIns: [], shoes: [] },
      ...{ offWeekdays: [5, 6], dayStartMinutes: 0, timeZone },
    },
    catalogue,
  )
  const exposure = makeOwnExposure(factor)
  return (time: string, withoutRetrospective = false) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    const read = createWindowReader(diary, getWindow(exposure, diary), { withoutRetrospective })
    return read(dayNumber(monday), ((hour + 12) % 24) * 60 + minute)
  }
}

describe('an answer with yes or no', () => {
  const answers: readonly Written[] = [
    { date: '2026-11-15', present: false },
    { date: monday, present: true },
  ]

  test('of the same night is that of the cramp-day, for cramps from 21:00 to 09:00, without a sleep record', () => {
    const read = readerOf(factorOf({ window: 'same-night' }), answers)
    expect(['20:59', '21:00', '03:00', '08:59', '09:00'].map(time => read(time))).toEqual([
      null,
      1,
      1,
      1,
      null,
    ])
  })

  test.each(['hours-12', 'hours-24'] as const)('over %s is that of the date mostly before', window => {
    const read = readerOf(factorOf({ window }), answers)
    expect(['13:00', '16:00', '20:00', '03:00'].map(time => read(time))).toEqual([0, 0, 1, 1])
  })

  test('over 48 hours is a yes on either of two dates, both of them known', () => {
    const read = readerOf(factorOf({ window: 'hours-48' }), answers)
    expect(read('03:00')).toBe(1)
    // The dates before 16:00 are Sunday and Saturday, of which the latter has no answer.
    expect(read('16:00')).toBeNull()
  })

  test('is unknown without one: no check-in of the day stands for it', () => {
    expect(readerOf(factorOf({}), [{ date: '2026-11-15', present: true }], [monday])('03:00')).toBeNull()
  })

  test('that was written down after the cramp is retrospective', () => {
    const read = readerOf(factorOf({}), [{ date: monday, present: true, logged: ['2026-11-17', '08:00'] }])
    expect([read('03:00'), read('03:00', true), read('08:30', true)]).toEqual([1, null, 1])
  })
})

test('a score is read as it is', () => {
  const stress = factorOf({ name: 'Stress', answer: 'scale', window: 'same-night' })
  expect(readerOf(stress, [{ date: monday, score: 7 }])('03:00')).toBe(7)
  expect(readerOf(stress, [{ date: monday, score: 0 }])('03:00')).toBe(0)
})

describe('an amount', () => {
  const brine = (window: OwnFactor['window']) =>
    factorOf({ name: 'Pickle brine', answer: 'amount', unit: 'ml', window })
  const drunk: readonly Written[] = [
    { date: monday, time: '10:00', amount: 60 },
    { date: monday, time: '22:00', amount: 30 },
    { date: '2026-11-17', time: '02:00', amount: 15 },
  ]

  test.each([
    ['hours-12', '03:00', 45],
    ['hours-24', '03:00', 105],
    ['hours-12', '01:00', 30],
    ['same-night', '03:00', 45],
    // From the noon of the cramp-day on, and never what was taken after the cramp.
    ['same-night', '01:00', 30],
    ['same-night', '16:00', null],
  ] as const)('over %s before %s is the sum of its instants: %s', (window, time, sum) => {
    expect(readerOf(brine(window), drunk)(time)).toBe(sum)
  })

  test('makes its date known, as a check-in of the factor does; another date is unknown and not zero', () => {
    expect(readerOf(brine('hours-12'), [{ date: monday, time: '10:00', amount: 60 }])('02:00')).toBe(0)
    expect(readerOf(brine('hours-12'), [], [monday])('02:00')).toBe(0)
    expect(readerOf(brine('hours-12'), [], ['2026-11-15'])('02:00')).toBeNull()
  })
})

test('each factor has its own series: an answer about one says nothing about another', () => {
  const other = { ...factorOf({}), id: 8 }
  expect(readerOf(other, [{ date: monday, present: true }])('03:00')).toBeNull()
})

describe('the record of a key', () => {
  const socks = factorOf({ direction: 'fewer' })

  test('is built in, or made from the factor that the finding holds, with the name of that time', () => {
    expect(makeCatalogue([socks]).map(({ key }) => key)).toEqual([
      ...exposures.map(({ key }) => key),
      'own-factor:7',
    ])
    const { archived: _archived, createdOn: _createdOn, ...factor } = socks
    const exposure = getExposureOf({ key: 'own-factor:7', factor })
    expect(exposure).toMatchObject({ name: 'Compression socks', direction: 'fewer', factor })
    expect(makeOwnExposure(factorOf({})).direction).toBe('both')
    expect(() => getExposureOf({ key: 'own-factor:7', factor: null })).toThrow(RangeError)
    expect(getExposureOf({ key: 'alcohol', factor: null }).name).toBe('Alcohol')
  })

  test('has one parser', () => {
    for (const key of ['alcohol', 'own-factor:1', 'own-factor:120']) expect(exposureKey.parse(key)).toBe(key)
    for (const key of ['own-factor:', 'own-factor:0', 'own-factor:01', 'own-factor:x', 'own-1', '', 3])
      expect(exposureKey.safeParse(key).success).toBe(false)
  })
})

describe('the sentence of a finding', () => {
  const estimate = { ratio: 0.5, lower: 0.3, upper: 0.8 }
  const write = (factor: OwnFactor, contrast: { from: number | null; to: number | null }) =>
    writeFindingSentence({
      exposure: makeOwnExposure(factor),
      measurement: {
        ...makeFinding({ key: 'own-factor:7', verdict: 'likely' }).measurement,
        estimate,
        contrast: { ...estimate, ...contrast },
      },
      ...{ verdict: 'likely', reason: 'clear', familySize: 16, outcome: 'cramp-days', formats: plainNumbers },
    })

  test('compares two amounts of an own unit, since a step of it may be tiny', () => {
    const brine = factorOf({ name: 'Pickle brine', answer: 'amount', unit: 'ml', window: 'hours-12' })
    expect(write(brine, { from: 0, to: 60 })).toContain(
      'cramps were about 50% less likely (0.5 times as likely, 95% CI 0.3 to 0.8) with 60 ml in the 12 hours before against 0 ml.',
    )
  })

  test('says a score in points of ten', () => {
    const stress = factorOf({ name: 'Stress', answer: 'scale', window: 'same-night' })
    expect(write(stress, { from: 2, to: 7 })).toContain(
      'per point more in the same night; with 7 of 10 against 2 of 10,',
    )
  })

  test('asks for answers, and says which cramps count for the same night', () => {
    const { measurement } = makeFinding({ key: 'own-factor:7', verdict: 'need-more-data' })
    const missing = [{ what: 'tracked-days', have: 16, need: 28 } as const]
    expect(
      writeFindingSentence({
        exposure: makeOwnExposure(factorOf({})),
        measurement: { ...measurement, missing },
        ...{ verdict: 'need-more-data', reason: 'gate', familySize: 0, outcome: 'cramp-days' },
      }),
    ).toBe(
      'Not enough yet: 12 more answered days. Log an answer about “Compression socks” on every day. Only cramps from 21:00 to 09:00 are compared.',
    )
  })
})
