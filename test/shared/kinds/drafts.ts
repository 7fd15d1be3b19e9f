/** Drafts that are right, for tests to store, change and spoil. */
import { type ActivityDraft, activity } from '../../../shared/kinds/activity.ts'
import { type CrampDraft, untoldCramp } from '../../../shared/kinds/cramp.ts'
import { type DayDraft, day } from '../../../shared/kinds/day.ts'
import type { DraftOf } from '../../../shared/kinds/entry.ts'
import { type FluidDraft, fluid } from '../../../shared/kinds/fluid.ts'
import { type FoodDraft, food } from '../../../shared/kinds/food.ts'
import type { FootwearDraft, ShoeDraft } from '../../../shared/kinds/footwear.ts'
import { type NightDraft, night } from '../../../shared/kinds/night.ts'
import {
  blankFactor,
  type NewOwnFactor,
  type OwnFactor,
  ownFactorEntry,
} from '../../../shared/kinds/own-factor.ts'
import type { StretchDraft } from '../../../shared/kinds/stretch.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

/** Thursday afternoon in Berlin. */
export const noonish = momentAt('2026-11-19', '14:00', 'Europe/Berlin')

export const crampDraft = (fields: Partial<CrampDraft> = {}): CrampDraft => ({
  ...untoldCramp,
  kind: 'cramp',
  ...momentAt('2026-11-19', '03:05', 'Europe/Berlin'),
  note: '',
  onsetPrecision: 'exact',
  durationSeconds: 240,
  sites: [{ muscle: 'calf', side: 'left' }],
  intensity: 7,
  stateAtOnset: 'asleep',
  wokeMe: true,
  relief: [{ technique: 'stretch', helped: 'yes', startedAfterMinutes: null, minutesToRelief: 2 }],
  symptoms: [],
  sorenessHours: null,
  ...fields,
})

export const fluidDraft = (fields: Partial<FluidDraft> = {}): FluidDraft => ({
  kind: 'fluid',
  ...noonish,
  note: '',
  ...fluid.unanswered,
  drink: 'water',
  volumeMl: 250,
  ...fields,
})

export const footwearDraft = (fields: Partial<FootwearDraft> = {}): FootwearDraft => ({
  kind: 'footwear',
  ...noonish,
  note: '',
  shoeId: 1,
  takenOffAt: noonish.at + 3 * 3_600_000,
  ...fields,
})

export const activityDraft = (fields: Partial<ActivityDraft> = {}): ActivityDraft => ({
  kind: 'activity',
  ...noonish,
  note: '',
  ...activity.unanswered,
  activity: 'run',
  durationMinutes: 40,
  exertion: 6,
  newOrHarder: false,
  sweat: 'moderate',
  warmUpMinutes: 5,
  distanceKm: 7.5,
  ...fields,
})

export const stretchDraft = (fields: Partial<StretchDraft> = {}): StretchDraft => ({
  kind: 'stretch',
  ...noonish,
  note: '',
  muscles: ['calf'],
  durationMinutes: 3,
  beforeBed: false,
  ...fields,
})

/** Draft with only `fields` answered; the store would refuse it as it is. */
export const foodDraft = (fields: Partial<FoodDraft>): FoodDraft => ({
  kind: 'food',
  ...noonish,
  note: '',
  ...food.unanswered,
  ...fields,
})

/** Draft with only `fields` answered; the store would refuse it as it is. */
export const dayDraft = (fields: Partial<DayDraft>): DayDraft => ({
  kind: 'day',
  ...momentAt('2026-11-19', '12:00', 'Europe/Berlin'),
  note: '',
  ...day.unanswered,
  ...fields,
})

/** Gone to bed, and nothing else told but what `fields` tell. */
export const nightDraft = (fields: Partial<NightDraft> = {}): NightDraft => ({
  kind: 'night',
  ...noonish,
  note: '',
  ...night.unanswered,
  ...fields,
})

export const shoeDraft = (fields: Partial<ShoeDraft> = {}): ShoeDraft => ({
  name: 'Blue runners',
  kind: 'running',
  archSupport: 'good',
  fit: 'comfortable',
  heelMm: 10,
  cushioning: 'thick',
  insole: null,
  retired: false,
  ...fields,
})

/** A factor that is answered with yes or no; the name has to be given. */
export const factorDraft = (changes: Partial<NewOwnFactor> & { readonly name: string }): NewOwnFactor => ({
  ...blankFactor,
  ...changes,
})

/** The same once it is created. */
export const listedFactor = (
  changes: Partial<Omit<OwnFactor, 'id'>> & { readonly name: string },
): Omit<OwnFactor, 'id'> => ({ ...blankFactor, archived: false, createdOn: '2026-11-01', ...changes })

/** "Yes" about the first factor. */
export const ownAnswerDraft = (fields: Partial<DraftOf<'own-factor'>> = {}): DraftOf<'own-factor'> => ({
  kind: 'own-factor',
  ...momentAt('2026-11-19', '12:00', 'Europe/Berlin'),
  note: '',
  ...ownFactorEntry.unanswered,
  factorId: 1,
  present: true,
  ...fields,
})
