/** Builders of a subject and its surroundings, and the rules that hold for it. */
import { type FactSources, gatherFacts, type Subject } from '../../../../shared/advice/warning-signs/facts.ts'
import {
  findWarnings,
  type WarningCard,
  writeCard,
} from '../../../../shared/advice/warning-signs/warnings.ts'
import type { CrampDraft } from '../../../../shared/kinds/cramp.ts'
import type { DayDraft } from '../../../../shared/kinds/day.ts'
import type { Entry, EntryDraft, EntryOf } from '../../../../shared/kinds/entry.ts'
import type { MedicationDraft } from '../../../../shared/kinds/medication.ts'
import type { Muscle, Side } from '../../../../shared/kinds/muscles.ts'
import { emptyProfile, type Profile, type Region } from '../../../../shared/kinds/profile.ts'
import { activityDraft, crampDraft, fluidDraft } from '../../kinds/drafts.ts'

/** Onset of the cramp of these tests: a Thursday, 03:05 in Berlin. */
export const onset = crampDraft().at
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

let lastId = 1
function stored<Draft extends EntryDraft>(draft: Draft) {
  return { ...draft, id: ++lastId, loggedAt: draft.at, editedAt: null }
}

/** A left calf cramp of four minutes without symptoms or relief. */
export const cramp = (fields: Partial<CrampDraft> = {}): EntryOf<'cramp'> =>
  stored(crampDraft({ relief: [], intensity: 5, ...fields }))

export const site = (muscle: Muscle, side: Side = 'left') => ({ muscle, side })

/** Drinks, sessions and medicines `ms` before the onset; negative is after it. */
export const drinkBefore = (ms: number, volumeMl: number): Entry =>
  stored(fluidDraft({ at: onset - ms, volumeMl }))
export const sessionBefore = (ms: number, fields: Parameters<typeof activityDraft>[0] = {}): Entry =>
  stored(activityDraft({ at: onset - ms, exertion: null, newOrHarder: null, ...fields }))
export const medicineBefore = (ms: number, fields: Partial<MedicationDraft>): Entry =>
  stored({
    kind: 'medication',
    at: onset - ms,
    offsetMinutes: 60,
    note: '',
    name: 'Tablet',
    medicineClass: 'other',
    change: 'start',
    dose: '',
    ...fields,
  })
export const statin = medicineBefore(90 * DAY, { name: 'Simvastatin', medicineClass: 'statin' })
export const quinine = medicineBefore(5 * DAY, { name: 'Quinine', medicineClass: 'quinine' })

/** A night that began two hours before the onset, `nights` nights earlier. */
export const nightBefore = (nights: number, sleepDisturbance: number | null): Entry =>
  stored({
    kind: 'night',
    at: onset - 2 * HOUR - nights * DAY,
    offsetMinutes: 60,
    note: '',
    wakeAt: null,
    coldLegs: null,
    bedding: null,
    position: null,
    roomFeel: null,
    roomTemperatureC: null,
    sleepDisturbance,
  })

/** The calendar date of the onset, at its noon. */
export const day = (fields: Partial<DayDraft> = {}): EntryOf<'day'> =>
  stored({
    kind: 'day',
    at: onset + 9 * HOUR - 5 * MINUTE,
    offsetMinutes: 60,
    note: '',
    heat: null,
    maxTemperatureC: null,
    illnessWithFluidLoss: null,
    saltAfterSweat: null,
    footExerciseMinutes: null,
    bother: null,
    urineColour: null,
    saltG: null,
    ...fields,
  })

export interface Surroundings {
  readonly entries?: readonly Entry[]
  readonly profile?: Partial<Profile>
  readonly now?: number
  readonly region?: Region | null
  readonly crampFreeDays?: FactSources['crampFreeDays']
  readonly patternFound?: boolean | null
  readonly mayTellStatinTrials?: boolean
}

const sourcesOf = (
  subject: Subject,
  {
    entries = [],
    profile = {},
    now,
    crampFreeDays = [],
    patternFound = null,
    mayTellStatinTrials = true,
  }: Surroundings,
): FactSources => ({
  mayTellStatinTrials,
  crampFreeDays,
  patternFound,
  subject,
  entries: [...entries, subject],
  profile: { ...emptyProfile, ...profile },
  now: now ?? subject.at + HOUR,
})

/** Ids of the rules that hold. */
export function rulesFor(subject: Subject, surroundings: Surroundings = {}): string[] {
  return findWarnings(gatherFacts(sourcesOf(subject, surroundings))).map(({ id }) => id)
}

/** Ids of the emergency and same-day rules that hold; routine rules have their own tests. */
export const urgentRulesFor = (subject: Subject, surroundings: Surroundings = {}): string[] =>
  rulesFor(subject, surroundings).filter(id => !id.startsWith('R'))

/** The card of a rule that must hold. */
export function cardFor(id: string, subject: Subject, surroundings: Surroundings = {}): WarningCard {
  const facts = gatherFacts(sourcesOf(subject, surroundings))
  const rule = findWarnings(facts).find(one => one.id === id)
  if (rule === undefined) throw new Error(`${id} does not hold`)
  return writeCard(rule, facts, surroundings.region ?? null)
}
