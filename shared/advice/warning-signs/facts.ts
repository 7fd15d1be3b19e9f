/**
 * Input of the warning rules: one entry (the subject), and the journal's facts about the time around it. All of it was
 * entered by the person; nothing is imputed, and unknown stays unknown.
 */

import type { Condition } from '../../kinds/conditions.ts'
import type { CrampSite, StateAtOnset } from '../../kinds/cramp.ts'
import type { Entry, EntryKind, EntryOf } from '../../kinds/entry.ts'
import { getClassesTaken } from '../../kinds/medication-courses.ts'
import type { MedicineClass } from '../../kinds/medicines.ts'
import { isInLeg, type Muscle, muscles, type Side } from '../../kinds/muscles.ts'
import { getPossibleInstants, type OnsetPrecision } from '../../kinds/onset.ts'
import type { Profile } from '../../kinds/profile.ts'
import type { BuiltInSymptom, Circumstance } from '../../kinds/symptoms.ts'
import { isThingKey } from '../../kinds/thing-key.ts'
import type { CalendarDate } from '../../time/calendar-date.ts'
import { calendarDate, type Moment, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../time/moment.ts'
import {
  HISTORY_DAYS,
  isOfWalking,
  isWorseWalking,
  RECENT_DAYS,
  type RecentWeeks,
  summarizeRecentWeeks,
} from './recent-weeks.ts'

/** An entry that can raise a card: a cramp, or a day with brown urine. */
export type Subject = EntryOf<'cramp'> | EntryOf<'day'>

export function isSubject(entry: Entry): entry is Subject {
  return entry.kind === 'cramp' || entry.kind === 'day'
}

/** True if any rule can hold: of a day, rules read only the urine. */
export function canRaise(subject: Subject): boolean {
  return subject.kind === 'cramp' || subject.urineColour === 'brown'
}

/**
 * Days for which an entry affects the rules, by kind. The journal must be read this far back for one subject, and
 * subjects this far ahead must be judged again when an entry is saved. Medicines have no limit.
 */
export const reachDays = {
  cramp: HISTORY_DAYS,
  fluid: 2,
  activity: 4,
  night: 14,
  day: RECENT_DAYS,
} as const satisfies Partial<Record<EntryKind, number>>

export interface WarningFacts {
  /** Earliest possible start and latest possible end of the subject, in UTC milliseconds. */
  readonly fromAt: number
  readonly untilAt: number
  /** The subject ended more than a day ago. */
  readonly isPast: boolean
  readonly isCramp: boolean

  /** Sites of the cramp; both sides of a muscle are two sites. */
  readonly sites: readonly CrampSite[]
  /** Duration, until now for an ongoing cramp; null when unknown. */
  readonly durationMinutes: number | null
  readonly isOngoing: boolean
  readonly wasStretched: boolean
  readonly stateAtOnset: StateAtOnset | null
  /** Came with walking or sport, and went within 10 minutes of rest. */
  readonly isOfWalking: boolean
  /** Came while walking, or walking makes it worse. */
  readonly isWorseWalking: boolean
  readonly sorenessHours: number | null
  readonly symptoms: ReadonlySet<BuiltInSymptom>
  readonly circumstances: ReadonlySet<Circumstance>

  readonly conditions: ReadonlySet<Condition>
  readonly isPregnant: boolean
  /** Age in full years at the time; null when unknown. */
  readonly ageYears: number | null
  /** Classes of medicine taken at the time. */
  readonly medicines: ReadonlySet<MedicineClass>

  /** Cramps of the 28 days before, in any order. */
  readonly crampsBefore: readonly EntryOf<'cramp'>[]
  /** The drinks from 24 hours before it until its end. */
  readonly drinks: readonly Pick<EntryOf<'fluid'>, 'at' | 'volumeMl'>[]
  /** The activities from 72 hours before it until its end. */
  readonly activities: readonly Pick<EntryOf<'activity'>, 'exertion' | 'newOrHarder'>[]
  /** Counts of the weeks before. */
  readonly recent: RecentWeeks
  /** True if the findings have a likely or possible link; null before the first analysis. */
  readonly patternFound: boolean | null
  /** True if a card may show the trials of statins; see `statin-trials.ts`. */
  readonly mayTellStatinTrials: boolean
}

export interface FactSources {
  readonly subject: Subject
  /** Entries around the subject as far as `reachDays`, and all medication. Further entries are ignored. */
  readonly entries: readonly Entry[]
  readonly profile: Pick<Profile, 'conditions' | 'pregnancyWeek' | 'dateOfBirth'>
  /** Cramp-days that the person marked as without a cramp. */
  readonly crampFreeDays: readonly CalendarDate[]
  readonly patternFound: boolean | null
  readonly mayTellStatinTrials: boolean
  /** UTC milliseconds. */
  readonly now: number
}

/** Times before the subject in which drinks and activities count, in ms. */
const DRINKS_MS = 24 * MS_PER_HOUR
const ACTIVITIES_MS = 72 * MS_PER_HOUR
/** Time after the subject, in ms, in which a new medicine still counts: it is often logged late, under that date. */
const MEDICINE_WRITTEN_LATE_MS = 7 * MS_PER_DAY

/** Uncertainty of an onset on either side, in ms, by its precision. Hours that are named add their own. */
const onsetDoubtMs: Partial<Record<OnsetPrecision, number>> = {
  about: 30 * MS_PER_MINUTE,
  night: 6 * MS_PER_HOUR,
}

export function gatherFacts(sources: FactSources): WarningFacts {
  const { subject, entries, profile, now, patternFound } = sources
  const { fromAt, untilAt } = getSpan(subject, now)
  const subjectFacts = subject.kind === 'cramp' ? getCrampFacts(subject, now) : getDayFacts(subject)
  const within = <Kind extends EntryKind>(kind: Kind, sinceAt: number, toAt: number) =>
    entries.filter(
      (entry): entry is EntryOf<Kind> =>
        entry.kind === kind && entry.id !== subject.id && entry.at >= sinceAt && entry.at <= toAt,
    )
  return {
    fromAt,
    untilAt,
    isPast: now - untilAt > MS_PER_DAY,
    isCramp: subject.kind === 'cramp',
    ...subjectFacts,
    conditions: new Set(profile.conditions),
    isPregnant: profile.conditions.includes('pregnant') || profile.pregnancyWeek !== null,
    ageYears: profile.dateOfBirth === null ? null : countYears(profile.dateOfBirth, calendarDate(subject)),
    medicines: getClassesTaken(
      entries.filter(entry => entry.kind === 'medication'),
      fromAt,
      Math.max(fromAt, Math.min(now, untilAt + MEDICINE_WRITTEN_LATE_MS)),
    ),
    crampsBefore: within('cramp', subject.at - RECENT_DAYS * MS_PER_DAY, subject.at),
    drinks: within('fluid', fromAt - DRINKS_MS, untilAt),
    activities: within('activity', fromAt - ACTIVITIES_MS, untilAt),
    recent: summarizeWeeksUpTo(sources, { ...subject, sites: subjectFacts.sites }),
    patternFound,
    mayTellStatinTrials: sources.mayTellStatinTrials,
  }
}

/**
 * Replaces the weeks up to the subject by the weeks up to `now`, for cards about a rate. The changes of medicine stay
 * those before the subject.
 */
export function bringUpToNow(facts: WarningFacts, sources: FactSources): WarningFacts {
  const { now, subject } = sources
  const today = { at: now, offsetMinutes: subject.offsetMinutes, sites: facts.sites }
  const { medicineChanges } = facts.recent
  return { ...facts, recent: { ...summarizeWeeksUpTo(sources, today), medicineChanges } }
}

/** @param upTo end of the weeks */
function summarizeWeeksUpTo(
  { subject, entries, crampFreeDays }: FactSources,
  upTo: Moment & { readonly sites: readonly CrampSite[] },
): RecentWeeks {
  const ofKind = <Kind extends EntryKind>(kind: Kind) =>
    entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind && entry.id !== subject.id)
  return summarizeRecentWeeks({
    subject: { at: upTo.at, offsetMinutes: upTo.offsetMinutes, sites: upTo.sites },
    cramps: subject.kind === 'cramp' ? [...ofKind('cramp'), subject] : ofKind('cramp'),
    nights: ofKind('night'),
    days: ofKind('day'),
    medication: ofKind('medication'),
    crampFreeDays,
  })
}

/** Full years between two dates. @example countYears('2010-11-20', '2026-11-19') // 15 */
export function countYears(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

function getSpan(subject: Subject, now: number): { fromAt: number; untilAt: number } {
  if (subject.kind === 'day')
    return { fromAt: subject.at - 12 * MS_PER_HOUR, untilAt: subject.at + 12 * MS_PER_HOUR }
  const doubt = onsetDoubtMs[subject.onsetPrecision] ?? 0
  const { firstAt, lastAt } = getPossibleInstants(subject)
  const endedAt = subject.ongoing ? Math.max(lastAt, now) : lastAt + (subject.durationSeconds ?? 0) * 1000
  return { fromAt: firstAt - doubt, untilAt: endedAt + doubt }
}

type SubjectFacts = Pick<
  WarningFacts,
  | 'sites'
  | 'durationMinutes'
  | 'isOngoing'
  | 'wasStretched'
  | 'stateAtOnset'
  | 'isOfWalking'
  | 'isWorseWalking'
  | 'sorenessHours'
  | 'symptoms'
  | 'circumstances'
>

function getCrampFacts(cramp: EntryOf<'cramp'>, now: number): SubjectFacts {
  const { ongoing, durationSeconds } = cramp
  return {
    sites: listSites(cramp.sites),
    durationMinutes: ongoing
      ? Math.max(0, now - cramp.at) / MS_PER_MINUTE
      : durationSeconds === null
        ? null
        : durationSeconds / 60,
    isOngoing: ongoing,
    wasStretched: cramp.relief.some(({ technique }) => technique === 'stretch'),
    stateAtOnset: cramp.stateAtOnset,
    isOfWalking: isOfWalking(cramp),
    isWorseWalking: isWorseWalking(cramp),
    sorenessHours: cramp.sorenessHours,
    // Own symptoms are never part of a rule.
    symptoms: new Set(cramp.symptoms.filter(symptom => !isThingKey(symptom))),
    circumstances: new Set(cramp.circumstances),
  }
}

/**
 * Facts of a day with brown urine. A cramp of the same date may record it as well: both are judged, since medicines and
 * exertion differ with the hour, and the screens show one card (`isSameEvent`).
 */
function getDayFacts(day: EntryOf<'day'>): SubjectFacts {
  return {
    sites: [],
    durationMinutes: null,
    isOngoing: false,
    wasStretched: false,
    stateAtOnset: null,
    isOfWalking: false,
    isWorseWalking: false,
    sorenessHours: null,
    symptoms: new Set(day.urineColour === 'brown' ? ['dark-urine'] : []),
    circumstances: new Set(),
  }
}

/** True if a day's card duplicates that of a cramp on the same date, so that one card is enough. */
export const isSameEvent = (day: Subject, other: Subject): boolean =>
  day.kind === 'day' && other.kind === 'cramp' && calendarDate(day) === calendarDate(other)

/** Splits sites by side: both calves become the left one and the right one. */
export function listSites(sites: readonly CrampSite[]): CrampSite[] {
  return sites.flatMap(({ muscle, side }) =>
    side === 'both'
      ? [
          { muscle, side: 'left' },
          { muscle, side: 'right' },
        ]
      : [{ muscle, side }],
  )
}

/** True if one of `symptoms` was entered. */
export const hasSymptom = (facts: WarningFacts, ...symptoms: readonly BuiltInSymptom[]) =>
  symptoms.some(symptom => facts.symptoms.has(symptom))

/** True if the symptoms lasted for more than a day. */
export const isLong = ({ circumstances }: WarningFacts) =>
  circumstances.has('longer-than-a-day') || circumstances.has('longer-than-4-weeks')

/** True if one of `muscles` cramped, or the place is unknown. */
export const mayHaveCrampedIn = (facts: WarningFacts, muscles: readonly Muscle[]) =>
  facts.sites.length === 0 || crampedIn(facts, muscles)

/** True if one of `muscles` cramped. */
export const crampedIn = ({ sites }: WarningFacts, muscles: readonly Muscle[]) =>
  sites.some(({ muscle }) => muscles.includes(muscle))

export const footMuscles: readonly Muscle[] = muscles.where(({ part }) => part === 'foot')
export const calfAndThigh: readonly Muscle[] = ['calf', ...muscles.where(({ part }) => part === 'thigh')]
export const legMuscles: readonly Muscle[] = muscles.ids.filter(isInLeg)
export const limbMuscles: readonly Muscle[] = [...legMuscles, ...muscles.where(({ part }) => part === 'arm')]

/** Sides on which one of `muscles` cramped. */
export function getSides(sites: readonly CrampSite[], muscles: readonly Muscle[]): Set<Side> {
  return new Set(sites.filter(({ muscle }) => muscles.includes(muscle)).map(({ side }) => side))
}
