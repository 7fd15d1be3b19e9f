/**
 * End conditions of cards about a rate. R7, R8, R10 and R14 are about the frequency of cramps, so they are judged by
 * the journal as it is today and not only by the cramp that raised them.
 *
 * A rate has ended only where the journal shows it: with untracked days the state is unknown, and the card stays.
 * Emergency and same-day rules have no end condition: no trend and no time removes their cards.
 */
import { writeBeforeAndAfterSentence } from '../../analysis/medicine-changes.ts'
import { medicationChanges } from '../../kinds/medicines.ts'
import { lowerFirst } from '../../locale/lower-first.ts'
import { spellDate } from '../../time/calendar-date.ts'
import type { WarningFacts } from './facts.ts'
import { isFollowedByMore, RECENT_DAYS, type Rise } from './recent-weeks.ts'

/** `unknown`: too little data, so the card stays as it was raised. */
type RateState = 'holds' | 'ended' | 'unknown'

export interface RateCondition {
  readonly judge: (today: WarningFacts) => RateState
  /** Closing line, with the numbers then and now. */
  readonly close: (raised: WarningFacts, today: WarningFacts) => string
}

/** Minimum tracked days of the last 28 for R7 to end. */
const MIN_TRACKED_LATELY = 14

/** R7: cramps in 28 days, three a week; or severe cramps in 28 days. */
const FREQUENT_CRAMPS = 12
const SEVERE_CRAMPS = 4
/** R8: rate ratio. */
const DOUBLED = 2
/** R14: tracked days, cramps, and bother on the scale from 0 to 10. */
const UNEXPLAINED_DAYS = 56
const UNEXPLAINED_CRAMPS = 8
const BOTHERSOME = 5

export const isFrequent = ({ recent }: WarningFacts): boolean =>
  Math.max(recent.cramps, recent.crampsOn28TrackedDays ?? 0) >= FREQUENT_CRAMPS
export const isOftenSevere = ({ recent }: WarningFacts): boolean => recent.severeCramps >= SEVERE_CRAMPS

const countCramps = ({ recent }: WarningFacts) => Math.max(recent.cramps, recent.crampsOn28TrackedDays ?? 0)

/** R7. */
export const frequencyCondition: RateCondition = {
  judge: today => {
    const { crampsOn28TrackedDays, severeOn28TrackedDays, trackedLately } = today.recent
    if (isFrequent(today) || isOftenSevere(today)) return 'holds'
    if (crampsOn28TrackedDays === null || trackedLately < MIN_TRACKED_LATELY) return 'unknown'
    return (severeOn28TrackedDays ?? 0) >= SEVERE_CRAMPS ? 'holds' : 'ended'
  },
  close: (raised, today) =>
    isOftenSevere(raised) && !isFrequent(raised)
      ? `${raised.recent.severeCramps} severe cramps in ${RECENT_DAYS} days then, ${today.recent.severeOn28TrackedDays ?? 0} on the last ${RECENT_DAYS} answered days`
      : `${countCramps(raised)} cramps in ${RECENT_DAYS} days then, ${today.recent.crampsOn28TrackedDays ?? today.recent.cramps} on the last ${RECENT_DAYS} answered days`,
}

export const isDoubled = ({ recent: { rise } }: WarningFacts): boolean =>
  rise !== null && (rise.ratio ?? Number.POSITIVE_INFINITY) >= DOUBLED && rise.lower > 1

export const describeRise = ({ before, daysBefore, now, daysNow }: Rise): string =>
  `${before} cramps on ${daysBefore} answered days of the 4 weeks before, ${now} on ${daysNow} of the last 4 weeks`

/** R8. */
export const riseCondition: RateCondition = {
  judge: today => (today.recent.rise === null ? 'unknown' : isDoubled(today) ? 'holds' : 'ended'),
  close: (_raised, { recent: { rise } }) => (rise === null ? '' : describeRise(rise)),
}

/** R10. The changes are those before the cramp that raised it, with all that is known of their 12 weeks by now. */
export const medicineCondition: RateCondition = {
  judge: ({ recent: { medicineChanges } }) => {
    if (medicineChanges.some(isFollowedByMore)) return 'holds'
    return medicineChanges.length > 0 ? 'ended' : 'unknown'
  },
  close: (_raised, { recent: { medicineChanges } }) => describeMedicineChanges(medicineChanges).join('; '),
}

/** "Simvastatin, started 1 September 2026: 11.8 cramps per 4 weeks before (...), 12.8 after (...)". */
export function describeMedicineChanges(changes: WarningFacts['recent']['medicineChanges']): string[] {
  return changes.flatMap(({ comparison }) => {
    if (comparison === null) return []
    const { name, change, date } = comparison
    const what = `${name}, ${lowerFirst(medicationChanges.words[change])} ${spellDate(date)}`
    return [`${what}: ${writeBeforeAndAfterSentence(comparison)}`]
  })
}

export const isUnexplained = ({ patternFound, recent }: WarningFacts): boolean =>
  patternFound === false &&
  recent.trackedDays >= UNEXPLAINED_DAYS &&
  recent.crampsInAll >= UNEXPLAINED_CRAMPS &&
  (recent.bother ?? 0) >= BOTHERSOME

/** R14. */
export const unexplainedCondition: RateCondition = {
  judge: today => {
    const { patternFound, recent } = today
    if (isUnexplained(today)) return 'holds'
    if (patternFound === true || (recent.bother !== null && recent.bother < BOTHERSOME)) return 'ended'
    return recent.trackedDays >= UNEXPLAINED_DAYS && recent.crampsInAll < UNEXPLAINED_CRAMPS
      ? 'ended'
      : 'unknown'
  },
  close: (raised, today) => {
    const { bother } = today.recent
    if (today.patternFound === true)
      return `${raised.recent.crampsInAll} cramps without a pattern then, a pattern among ${today.recent.crampsInAll} now`
    if (bother !== null && bother < BOTHERSOME)
      return `bother of ${raised.recent.bother ?? 'unknown'} out of 10 then, ${bother} now`
    return `${raised.recent.crampsInAll} cramps in 24 weeks then, ${today.recent.crampsInAll} now`
  },
}
