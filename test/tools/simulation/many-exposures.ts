/**
 * Lives with many exposures at once, of which none, one or two cause cramps: for the error rate of the verdicts, and for
 * the share of real triggers that they find. Every life has weekends, a season and gaps that depend on the cramps.
 */
import { chance } from '../../../shared/demo/draws.ts'
import type { Random } from '../../../shared/statistics/random.ts'
import { closet } from './closet.ts'
import {
  drawEverydayHabits,
  type LivedKey,
  possibleTriggers,
  type TriggerKey,
  twelveExposures,
} from './everyday-habits.ts'
import {
  BLOCK_START,
  type Cramps,
  daysOf,
  drawCramps,
  drawOffset,
  drawSeason,
  drawUntracked,
  isWeekend,
  type Span,
} from './life.ts'
import { createJournalWriter, type JournalWriter } from './written-journal.ts'

export interface Gaps {
  /** Days without any entry. */
  readonly drawUntracked: (random: Random, span: Span, cramps: Cramps) => ReadonlySet<number>
  /** Share of missing answers on the other days, per exposure. */
  readonly missing: number
}

/** A real diary: 35% of weekend days and 15% of others without an entry, half as many with a cramp. */
export const usualGaps: Gaps = { drawUntracked, missing: 0.15 }

/** A diary that is finished every day, with few exceptions. */
export const fewGaps: Gaps = {
  drawUntracked: (random, span) => new Set(daysOf(span).filter(() => chance(random, 0.12))),
  missing: 0.08,
}

export type RiskRatios = ReadonlyMap<TriggerKey, number>

/** A life. Functions of the day change it: by default nothing but weekends and the season do. */
export interface LifePlan {
  readonly keys: readonly LivedKey[]
  /** Risk of a cramp-day, before weekend and season. */
  readonly baseRisk: number
  readonly gaps: Gaps
  /** Real triggers. Where there are any, habits cannot depend on cramps. */
  readonly ratios?: RiskRatios
  /** Further factor of the risk. */
  readonly riskOf?: (day: number) => number
  /** Share of dates with a habit. @param hadCramp whether a cramp-day had one; always false with real triggers */
  readonly shareOf?: (key: LivedKey, date: number, usual: number, hadCramp: HadCramp) => number
  /** Share of missing answers of an exposure; that of `gaps` by default. */
  readonly missingOf?: (key: LivedKey, date: number, hadCramp: HadCramp) => number
  /** Further entries of a day that is written down, after its habits. */
  readonly writeMore?: (writer: JournalWriter, day: number) => void
  /** Strength of a cramp, 1 to 10. */
  readonly intensityOf?: (onset: number, wasExposed: (key: TriggerKey) => boolean) => number
}
type HadCramp = (day: number) => boolean

const WEEKEND_RISK = 1.4
const WORKDAY_RISK = 0.85
const DAYS_PER_CHECKPOINT = 28

/** Span that begins and ends with a checkpoint, in either half of a stratum of eight weeks. */
export const startOnCheckpoint = (random: Random, days: number): Span => ({
  first: BLOCK_START + DAYS_PER_CHECKPOINT * random.nextInteger(2),
  days,
})

export function writeManyExposures(random: Random, span: Span, plan: LifePlan) {
  const { keys, baseRisk, gaps, ratios, riskOf = () => 1, shareOf, missingOf = () => gaps.missing } = plan
  const season = drawSeason(random, span)
  const riskWithout = (day: number) =>
    baseRisk * (isWeekend(day) ? WEEKEND_RISK : WORKDAY_RISK) * (1 + 0.3 * season(day)) * riskOf(day)
  const cramps = ratios === undefined ? drawCramps(random, span, drawOffset, riskWithout) : null
  const hadCramp = (day: number) => cramps?.has(day) === true
  const habits = drawEverydayHabits(random, span, {
    keys,
    season,
    ...(shareOf !== undefined && { shareOf: (key, date, usual) => shareOf(key, date, usual, hadCramp) }),
  })
  const onsets =
    cramps ??
    drawCramps(random, span, drawOffset, (day, onset) =>
      [...(ratios ?? [])].reduce(
        (risk, [key, ratio]) => (habits.wasExposed(key, onset) ? risk * ratio : risk),
        riskWithout(day),
      ),
    )
  const untracked = gaps.drawUntracked(random, span, onsets)
  const hadAny = (day: number) => onsets.has(day)
  const writer = createJournalWriter(closet)
  for (const day of daysOf(span)) {
    const answered = new Map(keys.map(key => [key, !chance(random, missingOf(key, day, hadAny))]))
    if (untracked.has(day)) continue
    habits.writeDate(writer, day, key => answered.get(key) === true)
    plan.writeMore?.(writer, day)
    const ofDay = onsets.get(day) ?? []
    if (ofDay.length === 0) writer.checkIn(day, 'cramp')
    for (const onset of ofDay)
      writer.writeCramp(
        onset,
        plan.intensityOf?.(onset, key => habits.wasExposed(key, onset)),
      )
  }
  return writer.toFile()
}

/** Twelve exposures without effect and the usual gaps. */
export const twelveNulls = (baseRisk: number): LifePlan => ({
  keys: twelveExposures,
  baseRisk,
  gaps: usualGaps,
})

/** Real triggers of a life: one triples the risk, the other doubles it. */
export interface Triggers {
  readonly tripling: TriggerKey
  readonly doubling: TriggerKey
}

/** Two of the possible triggers at random. */
export function drawTriggers(random: Random): Triggers {
  const tripling = possibleTriggers[random.nextInteger(possibleTriggers.length)] ?? possibleTriggers[0]
  const others = possibleTriggers.filter(key => key !== tripling)
  return { tripling, doubling: others[random.nextInteger(others.length)] ?? possibleTriggers[0] }
}
