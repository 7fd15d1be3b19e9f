/**
 * What the warning rules may ask: one thing the person wrote down, and what the journal knows of the time around it.
 * Everything here was written down by the person; nothing is guessed, and unknown stays unknown.
 */

import type { Condition } from '../../kinds/conditions.ts'
import type { CrampSite, StateAtOnset } from '../../kinds/cramp.ts'
import type { Entry, EntryKind, EntryOf } from '../../kinds/entry.ts'
import { getClassesTaken } from '../../kinds/medication-courses.ts'
import type { MedicineClass } from '../../kinds/medicines.ts'
import { isInLeg, type Muscle, muscles, type Side } from '../../kinds/muscles.ts'
import type { Profile } from '../../kinds/profile.ts'
import type { Circumstance, Symptom } from '../../kinds/symptoms.ts'
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

/** What can raise a card: a cramp with all that was said of it, or a day with brown urine. */
export type Subject = EntryOf<'cramp'> | EntryOf<'day'>

export function isSubject(entry: Entry): entry is Subject {
  return entry.kind === 'cramp' || entry.kind === 'day'
}

/** Whether any rule can hold of it: of a day they ask for nothing but its urine. */
export function canRaise(subject: Subject): boolean {
  return subject.kind === 'cramp' || subject.urineColour === 'brown'
}

/**
 * For how many days after it an entry can bear on a rule: so far back must the journal be read for one subject, and so
 * far ahead must subjects be looked at again when an entry is saved. Medicines always count.
 */
export const reachDays = {
  cramp: HISTORY_DAYS,
  fluid: 2,
  activity: 4,
  night: 14,
  day: RECENT_DAYS,
} as const satisfies Partial<Record<EntryKind, number>>

export interface WarningFacts {
  /** UTC milliseconds: the earliest that it can have begun, and the latest that it can have lasted to. */
  readonly fromAt: number
  readonly untilAt: number
  /** More than a day ago. */
  readonly isPast: boolean
  readonly isCramp: boolean

  /** Where it cramped; both sides of a muscle are two sites. */
  readonly sites: readonly CrampSite[]
  /** Until now while it is going on; null when nobody knows. */
  readonly durationMinutes: number | null
  readonly isOngoing: boolean
  readonly wasStretched: boolean
  readonly stateAtOnset: StateAtOnset | null
  /** Came with walking or sport, and went within 10 minutes of rest. */
  readonly isOfWalking: boolean
  /** Came while walking, or walking makes it worse. */
  readonly isWorseWalking: boolean
  readonly sorenessHours: number | null
  readonly symptoms: ReadonlySet<Symptom>
  readonly circumstances: ReadonlySet<Circumstance>

  readonly conditions: ReadonlySet<Condition>
  readonly isPregnant: boolean
  /** In full years at the time; null when nobody has said. */
  readonly ageYears: number | null
  /** Kinds of medicine taken at the time. */
  readonly medicines: ReadonlySet<MedicineClass>

  /** The cramps of the 28 days before it, in any order. */
  readonly crampsBefore: readonly EntryOf<'cramp'>[]
  /** The drinks from 24 hours before it until its end. */
  readonly drinks: readonly Pick<EntryOf<'fluid'>, 'at' | 'volumeMl'>[]
  /** The activities from 72 hours before it until its end. */
  readonly activities: readonly Pick<EntryOf<'activity'>, 'exertion' | 'newOrHarder'>[]
  /** What the weeks up to it hold, in counts. */
  readonly recent: RecentWeeks
  /** Whether anything is known to go with the cramps; null while nobody has looked. */
  readonly patternFound: boolean | null
  /** Whether the trials of statins may stand on a card; see `statin-trials.ts`. */
  readonly mayTellStatinTrials: boolean
}

export interface FactSources {
  readonly subject: Subject
  /** Entries of the time around the subject, as far as `reachDays` says, and all medication; more does no harm. */
  readonly entries: readonly Entry[]
  readonly profile: Pick<Profile, 'conditions' | 'pregnancyWeek' | 'dateOfBirth'>
  /** Cramp-days of which the person said that there was no cramp. */
  readonly crampFreeDays: readonly CalendarDate[]
  readonly patternFound: boolean | null
  readonly mayTellStatinTrials: boolean
  /** UTC milliseconds. */
  readonly now: number
}

const DRINKS_MS = 24 * MS_PER_HOUR
const ACTIVITIES_MS = 72 * MS_PER_HOUR
/** A medicine is often written down after the cramp that brought it to mind, and under the day it was written down. */
const MEDICINE_WRITTEN_LATE_MS = 7 * MS_PER_DAY

/** How far an onset may lie from the clock time it carries. */
const onsetDoubtMs = { exact: 0, about: 30 * MS_PER_MINUTE, night: 6 * MS_PER_HOUR } as const

export function gatherFacts(sources: FactSources): WarningFacts {
  const { subject, entries, profile, now, patternFound } = sources
  const { fromAt, untilAt } = getSpan(subject, now)
  const told = subject.kind === 'cramp' ? tellCramp(subject, now) : tellDay(subject)
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
    ...told,
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
    recent: lookBack(sources, { ...subject, sites: told.sites }),
    patternFound,
    mayTellStatinTrials: sources.mayTellStatinTrials,
  }
}

/**
 * The same facts with the weeks up to `now` in place of those up to the subject, for cards about a rate. The changes of
 * medicine stay those before the subject.
 */
export function bringUpToNow(facts: WarningFacts, sources: FactSources): WarningFacts {
  const { now, subject } = sources
  const today = { at: now, offsetMinutes: subject.offsetMinutes, sites: facts.sites }
  const { medicineChanges } = facts.recent
  return { ...facts, recent: { ...lookBack(sources, today), medicineChanges } }
}

/** @param upTo what the weeks lead up to */
function lookBack(
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

/** @example countYears('2010-11-20', '2026-11-19') // 15 */
function countYears(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

function getSpan(subject: Subject, now: number): { fromAt: number; untilAt: number } {
  if (subject.kind === 'day')
    return { fromAt: subject.at - 12 * MS_PER_HOUR, untilAt: subject.at + 12 * MS_PER_HOUR }
  const doubt = onsetDoubtMs[subject.onsetPrecision]
  const endedAt = subject.ongoing
    ? Math.max(subject.at, now)
    : subject.at + (subject.durationSeconds ?? 0) * 1000
  return { fromAt: subject.at - doubt, untilAt: endedAt + doubt }
}

type Told = Pick<
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

function tellCramp(cramp: EntryOf<'cramp'>, now: number): Told {
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
    symptoms: new Set(cramp.symptoms),
    circumstances: new Set(cramp.circumstances),
  }
}

/**
 * Brown urine of a day. A cramp of the same date may tell of it as well: both are judged, since what was taken or done
 * differs with the hour, and the screens show one card (`isSameEvent`).
 */
function tellDay(day: EntryOf<'day'>): Told {
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

/** Whether a day tells only what a cramp of the same date tells by a card of its own, so that one card is enough. */
export const isSameEvent = (day: Subject, other: Subject): boolean =>
  day.kind === 'day' && other.kind === 'cramp' && calendarDate(day) === calendarDate(other)

/** Each site on one side: both calves are the left one and the right one. */
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

/** Whether one of `symptoms` was written down. */
export const tells = (facts: WarningFacts, ...symptoms: readonly Symptom[]) =>
  symptoms.some(symptom => facts.symptoms.has(symptom))

/** Whether what was written down had gone on for more than a day. */
export const isLong = ({ circumstances }: WarningFacts) =>
  circumstances.has('longer-than-a-day') || circumstances.has('longer-than-4-weeks')

/** Whether one of `muscles` cramped, or may have: a place that nobody has named yet is not known to be another. */
export const mayHaveCrampedIn = (facts: WarningFacts, muscles: readonly Muscle[]) =>
  facts.sites.length === 0 || crampedIn(facts, muscles)

/** Whether one of `muscles` cramped. */
export const crampedIn = ({ sites }: WarningFacts, muscles: readonly Muscle[]) =>
  sites.some(({ muscle }) => muscles.includes(muscle))

export const footMuscles: readonly Muscle[] = muscles.where(({ part }) => part === 'foot')
export const calfAndThigh: readonly Muscle[] = ['calf', ...muscles.where(({ part }) => part === 'thigh')]
export const legMuscles: readonly Muscle[] = muscles.ids.filter(isInLeg)
export const limbMuscles: readonly Muscle[] = [...legMuscles, ...muscles.where(({ part }) => part === 'arm')]

/** The sides on which one of `muscles` cramped. */
export function getSides(sites: readonly CrampSite[], muscles: readonly Muscle[]): Set<Side> {
  return new Set(sites.filter(({ muscle }) => muscles.includes(muscle)).map(({ side }) => side))
}
