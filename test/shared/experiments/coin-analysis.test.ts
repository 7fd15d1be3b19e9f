import { describe, expect, it, test } from 'vitest'
import {
  analyseCoins,
  type CoinDiary,
  getEarlyThreshold,
  getLevelAtEnd,
} from '../../../shared/experiments/coin-analysis.ts'
import { type CoinExperiment, getArmOn, getLastNight } from '../../../shared/experiments/coin-experiment.ts'
import {
  coinVerdictWords,
  formatCoinTest,
  writeCoinSentences,
} from '../../../shared/experiments/coin-words.ts'
import { WITH } from '../../../shared/experiments/design.ts'
import { addDays, type CalendarDate, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { makeCoins } from './make-coins.ts'

type Cramps = (isWith: boolean, night: number) => number | null

/** Diary of the whole experiment in which the first action's coin and the night decide; null for an unknown night. */
function makeDiary(experiment: CoinExperiment, cramps: Cramps, fields: Partial<CoinDiary> = {}): CoinDiary {
  const [first] = experiment.actions
  const known = new Map<CalendarDate, number>()
  for (const [night, date] of datesFromTo(experiment.firstDate, getLastNight(experiment)).entries()) {
    const count = cramps(getArmOn(experiment.firstDate, first?.arms ?? [], date) === WITH, night)
    if (count !== null) known.set(date, count)
  }
  return { cramps: known, answers: [], through: getLastNight(experiment), isComplete: true, ...fields }
}

const experiment = makeCoins({ weeks: 12 })
const analyse = (cramps: Cramps, fields: Partial<CoinDiary> = {}) => {
  const [result] = analyseCoins(experiment, makeDiary(experiment, cramps, fields))
  if (result === undefined) throw new Error('no result')
  return result
}

test('the two rules share 5% among the actions', () => {
  expect([getLevelAtEnd(1), getLevelAtEnd(3)]).toEqual([0.025, 0.05 / 6])
  expect(getEarlyThreshold(1)).toBeCloseTo(40, 9)
  expect(getEarlyThreshold(3)).toBeCloseTo(120, 9)
})

describe('the result', () => {
  it('comes early where it is clear, with the nights until then', () => {
    const result = analyse(isWith => Number(!isWith))
    expect(result).toMatchObject({ verdict: 'helped', pValue: null, with: { cramps: 0 } })
    expect(result.evidence).toBeGreaterThanOrEqual(40)
    const nights = result.with.drawn + result.without.drawn
    expect(nights).toBeLessThan(40)
    expect(result.settledOn).toBe(addDays(experiment.firstDate, nights - 1))
  })

  it('does not change with later nights once it came early', () => {
    const early = analyse(isWith => Number(!isWith))
    const settled = early.with.drawn + early.without.drawn
    expect(analyse((isWith, night) => (night < settled ? Number(!isWith) : Number(isWith)))).toEqual(early)
  })

  it('comes at the planned end by the test of the coins, and not before', () => {
    // Every third night without, every eighth with.
    const cramps: Cramps = (isWith, night) => Number(isWith ? night % 8 === 0 : night % 3 !== 0)
    const end = analyse((isWith, night) => (night % 2 === 0 ? cramps(isWith, night / 2) : 0))
    expect(end).toMatchObject({ verdict: 'helped', settledOn: null })
    expect(end.pValue).toBeLessThanOrEqual(0.025)
    const before = analyse((isWith, night) => (night % 2 === 0 ? cramps(isWith, night / 2) : 0), {
      isComplete: false,
    })
    expect(before).toMatchObject({ verdict: 'not-settled', pValue: null })
  })

  it('is "not settled" where nothing differs, also where the action makes it worse', () => {
    expect(analyse((_isWith, night) => Number(night % 3 === 0)).verdict).toBe('not-settled')
    expect(analyse(isWith => Number(isWith)).verdict).toBe('not-settled')
  })

  it('counts each night on the side of its coin, followed or not; an unknown night on none', () => {
    const dates = datesFromTo(experiment.firstDate, getLastNight(experiment))
    const answers = dates.map((date, i) => ({
      date,
      action: 'loose-bedding' as const,
      followed: i % 2 === 0,
    }))
    const cramps: Cramps = (_isWith, night) => (night % 4 === 0 ? null : Number(night % 4 === 1))
    const told = analyse(cramps, { answers })
    expect(told).toMatchObject({ ...analyse(cramps), with: expect.anything(), without: expect.anything() })
    expect(told.with.answered).toBe(analyse(cramps).with.answered)
    expect(told.with.answered + told.without.answered).toBe(63)
    expect(told.with.drawn + told.without.drawn).toBe(84)
    expect(told.with.followed + told.without.followed).toBe(42)
    expect(told.with.notFollowed + told.without.notFollowed).toBe(42)
  })

  it('says that the sides differ in unanswered nights where they clearly do', () => {
    const even = analyse((_isWith, night) => (night % 4 === 0 ? null : 0))
    expect(even.hasUnequalGaps).toBe(false)
    expect(writeCoinSentences({ action: 'loose-bedding' }, even).gaps).toBe('')
    const uneven = analyse((isWith, night) => (isWith && night % 2 === 0 ? null : 0))
    expect(uneven.hasUnequalGaps).toBe(true)
    expect(writeCoinSentences({ action: 'loose-bedding' }, uneven).gaps).toMatch(
      /^With it \d+ of \d+ nights went unanswered, without it 0 of \d+\. .* misleads\.$/,
    )
    expect(analyse((isWith, night) => (!isWith && night % 2 === 0 ? null : 0)).hasUnequalGaps).toBe(true)
  })

  it('has nothing to compare with one side empty, before the first night too', () => {
    expect(analyse(isWith => (isWith ? null : 1))).toMatchObject({ verdict: 'too-few', pValue: null })
    expect(analyse((isWith, night) => (isWith && night > 4 ? null : 1)).verdict).toBe('too-few')
    expect(analyse(() => 0, { through: addDays(experiment.firstDate, -1) })).toMatchObject({
      verdict: 'too-few',
      with: { drawn: 0 },
    })
  })
})

it('each of three actions is judged by its own coins', () => {
  const three = makeCoins({ weeks: 12, actions: ['loose-bedding', 'warm-feet', 'drink-to-thirst'] })
  const results = analyseCoins(
    three,
    makeDiary(three, isWith => Number(!isWith)),
  )
  expect(results.map(({ verdict }) => verdict)).toEqual(['helped', 'not-settled', 'not-settled'])
  expect(results[0]?.evidence).toBeGreaterThanOrEqual(120)
  expect(results.map(({ actions }) => actions)).toEqual([3, 3, 3])
})

test('the sentences say the counts, and no more than the rules allow', () => {
  const side = { drawn: 43, answered: 41, cramps: 9, followed: 30, notFollowed: 5 }
  const result = {
    verdict: 'helped',
    settledOn: null,
    with: side,
    without: { ...side, answered: 43, cramps: 19 },
    pValue: 0.0123,
    evidence: 3,
    actions: 1,
    hasUnequalGaps: false,
  } as const
  expect(writeCoinSentences({ action: 'loose-bedding' }, result)).toEqual({
    counts: 'With loose bedding: a cramp on 9 of 41 nights. Without: 19 of 43.',
    verdict: 'It helped: chance alone rarely does this.',
    gaps: '',
    followed:
      'You did as the coin said on 60 of the 70 nights you told about. The others count too, on the side of their coin.',
  })
  expect(writeCoinSentences({ action: 'drink-to-thirst' }, result).counts).toBe(
    'With drinking early: a cramp on 9 of 41 days. Without: 19 of 43.',
  )
  const open = { ...result, verdict: 'not-settled' } as const
  expect(writeCoinSentences({ action: 'loose-bedding' }, open).verdict).toMatch(
    /^The experiment does not settle it\./,
  )
  expect(formatCoinTest(result)).toBe('Randomisation test: p = 0.012 (one-sided, 0.0250 or less counts).')
  expect(formatCoinTest({ ...result, settledOn: '2026-12-20', evidence: 44.4 })).toBe(
    'Evidence 44 against chance (e-value, 40 or more counts).',
  )
  expect(formatCoinTest({ ...result, pValue: null })).toMatch(/^It ended before its planned end/)
  expect(coinVerdictWords.helped).toBe('It helped')
})
