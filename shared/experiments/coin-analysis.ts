/**
 * Analysis of an experiment with coins, as randomised: a night belongs to the side its coin showed, even if the person did
 * otherwise, and counts if its cramps are known. An action "helped" if
 *
 *   its e-process reaches 20 x 2 x actions on any night (the experiment is then settled early), or
 *   p <= 0.05 / (2 x actions) after the last planned night.
 *
 * Either rule spends half of the level on each action, so that any false result stays at or below 5%. The second rule
 * needs the planned end: a person who stops when it looks good would otherwise choose the moment.
 *
 * Nights without the plan followed count too: leaving them out would compare the nights on which it was easy to follow, and
 * those may differ between the sides. Only nights whose cramps are unknown are left out, and the result says when they
 * are unequally many.
 */
import { z } from 'zod'
import { calendarDateField } from '../kinds/schemas.ts'
import { type CoinNight, findCrossing, listCoinFactors, testCoinFlips } from '../statistics/coin-flips.ts'
import { type CalendarDate, datesFromTo } from '../time/calendar-date.ts'
import { ALPHA } from './analysis.ts'
import type { CoinActionKey } from './coin-actions.ts'
import { type CoinAnswer, type CoinExperiment, getArmOn } from './coin-experiment.ts'
import { WITH } from './design.ts'
import type { CrampCounts } from './outcome.ts'

/** Each action can be called helpful by two rules, which share the level. */
const RULES = 2
/**
 * Smallest number of answered nights on each side with which anything is said. Without it a person who never answers on one
 * side would be told that it helped.
 */
const MIN_NIGHTS_PER_SIDE = 5
/** Two-sided p of the unanswered nights, at or below which the result says that the sides differ. */
const UNEQUAL_GAPS = 0.2

/** Highest p that settles an experiment of some actions at its planned end. */
export const getLevelAtEnd = (actions: number): number => ALPHA / (RULES * actions)
/** Evidence that settles an action of an experiment early. */
export const getEarlyThreshold = (actions: number): number => 1 / getLevelAtEnd(actions)

const sideTally = z.strictObject({
  /** Nights with a coin of this side. */
  drawn: z.int(),
  /** Of these, nights whose cramps are known. */
  answered: z.int(),
  /** Answered nights with a cramp. */
  cramps: z.int(),
  /** Drawn nights on which the person said that they followed the coin, and that they did not. */
  followed: z.int(),
  notFollowed: z.int(),
})

export const coinResult = z.strictObject({
  verdict: z.enum(['helped', 'not-settled', 'too-few']),
  /** Night that settled it early; null if none did. */
  settledOn: calendarDateField.nullable(),
  with: sideTally,
  without: sideTally,
  /** p of the randomisation test; null before the planned end and with nothing to compare. */
  pValue: z.number().nullable(),
  /** Last value of the e-process. */
  evidence: z.number(),
  /** Number of actions of the experiment, from which its thresholds follow. */
  actions: z.int(),
  /** True if one side has clearly more unanswered nights. */
  hasUnequalGaps: z.boolean(),
})
export type CoinResult = z.infer<typeof coinResult>

export interface CoinDiary {
  /** Cramps by date, for the dates on which they are known. */
  readonly cramps: CrampCounts
  readonly answers: readonly CoinAnswer[]
  /** Last night that counts. */
  readonly through: CalendarDate
  /** True once all planned nights are over. */
  readonly isComplete: boolean
}

interface DrawnNight {
  readonly date: CalendarDate
  readonly isWith: boolean
  /** Null where cramps are unknown. */
  readonly hasEvent: boolean | null
  readonly followed: boolean | undefined
}

/** Results of the actions, in their order. */
export function analyseCoins(experiment: CoinExperiment, diary: CoinDiary): CoinResult[] {
  return experiment.actions.map(({ action, arms }) =>
    analyseAction(
      listDrawnNights(experiment.firstDate, arms, action, diary),
      experiment.actions.length,
      diary.isComplete,
    ),
  )
}

function listDrawnNights(
  firstDate: CalendarDate,
  arms: CoinExperiment['actions'][number]['arms'],
  action: CoinActionKey,
  { cramps, answers, through }: CoinDiary,
): DrawnNight[] {
  const followed = new Map(
    answers.filter(answer => answer.action === action).map(answer => [answer.date, answer.followed]),
  )
  if (through < firstDate) return []
  return datesFromTo(firstDate, through).flatMap(date => {
    const arm = getArmOn(firstDate, arms, date)
    if (arm === undefined) return []
    const count = cramps.get(date)
    const hasEvent = count === undefined ? null : count > 0
    return [{ date, isWith: arm === WITH, hasEvent, followed: followed.get(date) }]
  })
}

function analyseAction(drawn: readonly DrawnNight[], actions: number, isComplete: boolean): CoinResult {
  const answered = drawn.filter(isAnswered)
  const { settledAt, evidence, pValue } = judgeCoins(answered, actions)
  const settledOn = settledAt === null ? null : (answered[settledAt]?.date ?? null)
  // Nights after an early end are no longer decided by the coin.
  const counted = settledOn === null ? drawn : drawn.filter(({ date }) => date <= settledOn)
  const sides = { with: tallySide(counted, true), without: tallySide(counted, false) }
  const isComparable = Math.min(sides.with.answered, sides.without.answered) >= MIN_NIGHTS_PER_SIDE
  const pAtEnd = isComplete && settledOn === null && isComparable ? pValue : null
  const hasHelped = settledOn !== null || (pAtEnd !== null && pAtEnd <= getLevelAtEnd(actions))
  return {
    verdict: hasHelped ? 'helped' : isComparable ? 'not-settled' : 'too-few',
    settledOn,
    ...sides,
    pValue: pAtEnd,
    evidence,
    actions,
    hasUnequalGaps: testGaps(counted) <= UNEQUAL_GAPS,
  }
}

interface AnsweredNight extends CoinNight {
  readonly date: CalendarDate
}

const isAnswered = (night: DrawnNight): night is DrawnNight & AnsweredNight => night.hasEvent !== null

interface Judgement {
  /** Index of the night at which the early rule was met; null if it was not. */
  readonly settledAt: number | null
  /** E-process at that night, or at the last one. */
  readonly evidence: number
  readonly pValue: number
}

/** Both rules on the answered nights of one action, in order of time. */
export function judgeCoins(nights: readonly CoinNight[], actions: number): Judgement {
  const factors = listCoinFactors(nights)
  const settledAt = findCrossing(factors, getEarlyThreshold(actions), findComparableFrom(nights))
  const counted = settledAt === null ? factors : factors.slice(0, settledAt + 1)
  return {
    settledAt,
    evidence: counted.reduce((product, factor) => product * factor, 1),
    pValue: testCoinFlips(nights),
  }
}

/** First night after which each side has the nights it needs; the number of nights if that never is so. */
function findComparableFrom(nights: readonly CoinNight[]): number {
  const getNth = (side: boolean) =>
    nights.map(({ isWith }, index) => (isWith === side ? index : -1)).filter(index => index >= 0)[
      MIN_NIGHTS_PER_SIDE - 1
    ] ?? nights.length
  return Math.max(getNth(true), getNth(false))
}

function tallySide(drawn: readonly DrawnNight[], isWith: boolean): CoinResult['with'] {
  const nights = drawn.filter(night => night.isWith === isWith)
  const count = (isCounted: (night: DrawnNight) => boolean) => nights.filter(isCounted).length
  return {
    drawn: nights.length,
    answered: count(isAnswered),
    cramps: count(({ hasEvent }) => hasEvent === true),
    followed: count(({ followed }) => followed === true),
    notFollowed: count(({ followed }) => followed === false),
  }
}

/** Two-sided p of the randomisation test with an unanswered night as the event. */
function testGaps(drawn: readonly DrawnNight[]): number {
  const test = (isFlipped: boolean) =>
    testCoinFlips(
      drawn.map(({ isWith, hasEvent }) => ({ isWith: isWith !== isFlipped, hasEvent: hasEvent === null })),
    )
  return Math.min(1, 2 * Math.min(test(false), test(true)))
}
