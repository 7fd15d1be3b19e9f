import { describe, expect, it } from 'vitest'
import { exposures, getExposure } from '../../../shared/analysis/exposures/exposures.ts'
import { type Measurement, requirements, verdicts } from '../../../shared/analysis/finding.ts'
import {
  formatEffect,
  formatLimits,
  formatMissing,
  formatRatio,
  type SentenceFacts,
  verdictWords,
  writeFindingSentence,
} from '../../../shared/analysis/finding-sentences.ts'
import type { NumberFormats } from '../../../shared/locale/number-formats.ts'

const measurement = (fields: Partial<Measurement> = {}): Measurement => ({
  estimate: { ratio: 2.13, lower: 1.24, upper: 3.66 },
  contrast: { ratio: 2.13, lower: 1.24, upper: 3.66, from: null, to: null },
  pValue: 0.004,
  factor: 0.7,
  events: 31,
  comparisonDays: 80,
  withIt: { crampDays: 18, days: 40 },
  withoutIt: { crampDays: 13, days: 71 },
  compared: {
    withIt: { crampDays: 18, days: 40 },
    withoutIt: { crampDays: 13, days: 71 },
    shareWith: 18 / 40,
    shareWithout: 0.2,
  },
  trackedDays: 111,
  missing: [],
  doseResponse: [],
  excluded: [],
  ...fields,
})
const write = (fields: Partial<SentenceFacts> = {}) =>
  writeFindingSentence({
    exposure: getExposure('alcohol'),
    measurement: measurement(),
    verdict: 'likely',
    reason: 'clear',
    familySize: 16,
    outcome: 'cramp-days',
    ...fields,
  })

describe('numbers', () => {
  it('have one decimal below 10, none above, and an end', () => {
    const told = [0.03, 0.06, 0.94, 1.25, 9.94, 9.96, 14.4, 20, 20.1, Number.MAX_VALUE].map(value =>
      formatRatio(value),
    )
    expect(told).toEqual([
      'less than 0.1',
      '0.1',
      '0.9',
      '1.3',
      '9.9',
      '10',
      '14',
      '20',
      'more than 20',
      'more than 20',
    ])
  })

  it('have open ends in words', () => {
    expect(formatLimits({ ratio: 1, lower: null, upper: null })).toBe('0 to more than 20')
    expect(formatLimits({ ratio: 1, lower: 0.94, upper: 3.36 })).toBe('0.9 to 3.4')
  })

  it('tell an effect, and below 1 the other way round with the number the limits belong to', () => {
    expect(formatEffect({ ratio: 2.1, lower: 1.2, upper: 3.7 })).toBe(
      '2.1 times as likely (95% CI 1.2 to 3.7)',
    )
    expect(formatEffect({ ratio: 0.61, lower: 0.4, upper: 0.93 })).toBe(
      'about 39% less likely (0.6 times as likely, 95% CI 0.4 to 0.9)',
    )
  })

  it('call no difference no difference', () => {
    for (const ratio of [0.951, 1, 1.049])
      expect(formatEffect({ ratio, lower: 0.8, upper: 1.2 })).toBe(
        'about as likely (1.0 times as likely, 95% CI 0.8 to 1.2)',
      )
    expect(formatEffect({ ratio: 1.06, lower: 0.8, upper: 1.4 })).toMatch(/^1\.1 times as likely/)
  })
})

describe('the sentence', () => {
  it('of a yes/no exposure has the counts, the effect, its basis, the verdict and the warning', () => {
    expect(write()).toBe(
      'On answered days with any alcohol in the 12 hours before, you had a cramp on 18 of 40 days (45%); ' +
        'on similar days without, on 13 of 71 days (18%). ' +
        'Matched within the same 8 weeks and work or off days, cramps were 2.1 times as likely (95% CI 1.2 to 3.7). ' +
        '31 cramp days, 80 comparison days. A likely link. This shows a link, not a cause.',
    )
  })

  it('of an amount says per what, and between which of the person’s own amounts', () => {
    const less = { ratio: 0.74, lower: 0.6, upper: 0.91 }
    const sentence = write({
      exposure: getExposure('fluids-low'),
      measurement: measurement({
        estimate: less,
        contrast: { ratio: 0.62, lower: 0.43, upper: 0.88, from: 1430, to: 2210 },
        withIt: null,
        withoutIt: null,
        compared: null,
      }),
      verdict: 'possible',
    })
    expect(sentence).toContain(
      'cramps were about 26% less likely (0.7 times as likely, 95% CI 0.6 to 0.9) per 500 ml more in the 24 hours before; ' +
        'with 2200 ml against 1450 ml, about 38% less likely (0.6 times as likely, 95% CI 0.4 to 0.9).',
    )
    expect(sentence).toContain(
      'It may be chance: in about 1 of 5 diaries where nothing matters, something looks like this.',
    )
  })

  it('says when cramps were counted instead of days', () => {
    expect(write({ outcome: 'cramps' })).toContain(
      'You have cramps on most days, so cramps were counted, not days. Matched within the same 8 weeks and work or ' +
        'off days, cramps were 2.1 times as frequent',
    )
  })

  it('counts no days where every day has a cramp: there is none to compare with', () => {
    const everyDay = measurement({
      comparisonDays: 0,
      withIt: { crampDays: 40, days: 40 },
      withoutIt: { crampDays: 71, days: 71 },
    })
    const sentence = write({ outcome: 'cramps', measurement: everyDay })
    expect(sentence).toContain('The cramps of 111 answered days.')
    expect(sentence).not.toMatch(/comparison days|100%/)
  })

  it('is written in the numbers and volumes of whoever reads it', () => {
    const formats: NumberFormats = {
      number: value => new Intl.NumberFormat('de').format(value),
      fixed: (value, digits) => value.toFixed(digits).replace('.', ','),
      volume: ml => `${Math.round(ml / 29.57)} fl oz`,
    }
    const sentence = write({
      exposure: getExposure('fluids-low'),
      measurement: measurement({
        events: 1031,
        contrast: { ratio: 0.62, lower: 0.43, upper: 0.88, from: 1430, to: 2210 },
      }),
      formats,
    })
    expect(sentence).toContain('2,1 times as likely (95% CI 1,2 to 3,7) per 17 fl oz more')
    expect(sentence).toContain('with 75 fl oz against 48 fl oz')
    expect(sentence).toContain('1.031 cramp days')
  })

  it('names what is missing and what to log, and no number before that', () => {
    const missing: Measurement['missing'] = [
      { what: 'tracked-days', have: 20, need: 28 },
      { what: 'days-with', have: 4, need: 5 },
    ]
    expect(write({ verdict: 'need-more-data', measurement: measurement({ missing }) })).toBe(
      'Not enough yet: 8 more answered days, 1 more day with it. Log your drinks, and say when they are complete.',
    )
  })

  it('shows the numbers before the first checkpoint, and says that it is too early', () => {
    const sentence = write({ verdict: 'need-more-data' })
    expect(sentence).toContain('2.1 times as likely')
    expect(sentence).toContain('Too early for a verdict')
  })

  it('says why an interval that clears the middle is not enough', () => {
    const sentence = (familySize: number) =>
      write({ verdict: 'not-sure-yet', reason: 'one-by-chance', familySize })
    expect(sentence(16)).toContain('the interval clears the middle, but one of 16 would by chance.')
    expect(sentence(3)).toContain('the interval clears the middle, but chance alone can do that.')
    expect(write({ verdict: 'not-sure-yet', reason: 'wide-interval' })).not.toContain('the middle')
  })

  it('says so where nothing differed, and where nothing varies', () => {
    expect(write({ measurement: measurement({ estimate: null, contrast: null }) })).toMatch(
      /^Nothing can be said yet/,
    )
    expect(write({ verdict: 'does-not-vary' })).toMatch(/does not vary/)
  })

  it('never lacks the warning where it tells an effect', () => {
    for (const verdict of verdicts.filter(one => one !== 'does-not-vary'))
      expect(write({ verdict })).toMatch(/This shows a link, not a cause\.$/)
  })
})

it('has words for every requirement of every exposure', () => {
  for (const exposure of exposures)
    for (const what of requirements) {
      expect(formatMissing([{ what, have: 4, need: 5 }], exposure)).toMatch(/^1 more [a-z ]+$/)
      expect(formatMissing([{ what, have: 1, need: 5 }], exposure)).toMatch(/^4 more [a-z ]+$/)
    }
})

it('has a word for every verdict', () => {
  expect(verdicts.map(verdict => verdictWords[verdict])).toEqual([
    'Likely link',
    'Possible link',
    'No clear link',
    'Not sure yet',
    'Need more data',
    'Does not vary',
  ])
})
