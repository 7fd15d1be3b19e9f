import {
  type CrampDraft,
  type CrampSite,
  type OnsetPrecision,
  type restAnswers,
  type StateAtOnset,
  untoldCramp,
} from '../../shared/kinds/cramp.ts'
import type { helpedAnswers, ReliefTechnique } from '../../shared/kinds/reliefs.ts'
import type { Circumstance, Symptom } from '../../shared/kinds/symptoms.ts'
import type { Moment } from '../../shared/time/moment.ts'
import {
  type NumberField,
  readNumber,
  readYesNo,
  type YesNoField,
  yesNoOf,
} from '../ui/fields/field-values.ts'
import { changeMoment, type Place, type When, whenOf } from './when.ts'

export interface CrampValues {
  when: When
  onsetPrecision: OnsetPrecision
  sites: CrampSite[]
  intensity: number | null
  minutes: NumberField
  seconds: NumberField
  stateAtOnset: StateAtOnset | null
  relievedByRest: (typeof restAnswers.ids)[number] | null
  wokeMe: YesNoField
  relief: ReliefValues[]
  symptoms: Symptom[]
  circumstances: Circumstance[]
  sorenessHours: NumberField
  note: string
}

export interface ReliefValues {
  /** Tells the rows of the form apart; nothing of it is stored. */
  key: string
  technique: ReliefTechnique
  helped: (typeof helpedAnswers.ids)[number] | null
  startedAfterMinutes: NumberField
  minutesToRelief: NumberField
}

/** Of a cramp known only as "in the night" the journal keeps this time: it only has to lie in the right night. */
export const NIGHT_CLOCK = '03:00'

export function blankCramp(when: When): CrampValues {
  return {
    when,
    onsetPrecision: 'exact',
    sites: [],
    intensity: null,
    minutes: '',
    seconds: '',
    stateAtOnset: null,
    relievedByRest: null,
    wokeMe: '',
    relief: [],
    symptoms: [],
    circumstances: [],
    sorenessHours: '',
    note: '',
  }
}

export function crampValuesOf(draft: CrampDraft): CrampValues {
  const { durationSeconds } = draft
  return {
    when: whenOf(draft),
    onsetPrecision: draft.onsetPrecision,
    sites: draft.sites,
    intensity: draft.intensity,
    minutes: durationSeconds === null ? '' : Math.floor(durationSeconds / 60),
    seconds: durationSeconds === null || durationSeconds % 60 === 0 ? '' : durationSeconds % 60,
    stateAtOnset: draft.stateAtOnset,
    relievedByRest: draft.relievedByRest,
    wokeMe: yesNoOf(draft.wokeMe),
    relief: draft.relief.map((action, index) => ({
      key: `stored-${index}`,
      technique: action.technique,
      helped: action.helped,
      startedAfterMinutes: action.startedAfterMinutes ?? '',
      minutesToRelief: action.minutesToRelief ?? '',
    })),
    symptoms: draft.symptoms,
    circumstances: draft.circumstances,
    sorenessHours: draft.sorenessHours ?? '',
    note: draft.note,
  }
}

/**
 * What the form says of a cramp. What it does not ask for stays as it was in `original`; with that, a cramp that waited
 * for its details has them, and one whose clock is running has ended once a length is entered.
 *
 * @param original the cramp that is changed, or the moment at which a new one began
 */
export function makeCrampDraft(
  values: CrampValues,
  place: Place,
  original: (Moment & Partial<CrampDraft>) | null,
): CrampDraft {
  const { onsetPrecision, when } = values
  const known = onsetPrecision === 'night' ? { ...when, clock: NIGHT_CLOCK } : when
  const before = { ...untoldCramp, ...original }
  const durationSeconds = readDurationSeconds(values.minutes, values.seconds)
  const ongoing = before.ongoing && durationSeconds === null
  return {
    kind: 'cramp',
    ...changeMoment(known, place, original),
    note: values.note,
    onsetPrecision,
    ongoing,
    needsDetails: ongoing && before.needsDetails,
    durationSeconds,
    sites: values.sites,
    intensity: values.intensity,
    stateAtOnset: values.stateAtOnset,
    relievedByRest: values.relievedByRest,
    wokeMe: readYesNo(values.wokeMe),
    relief: values.relief.map(({ technique, helped, startedAfterMinutes, minutesToRelief }) => ({
      technique,
      helped,
      startedAfterMinutes: readNumber(startedAfterMinutes),
      minutesToRelief: readNumber(minutesToRelief),
    })),
    symptoms: values.symptoms,
    circumstances: values.circumstances,
    sorenessHours: readNumber(values.sorenessHours),
  }
}

/** Null when both fields are empty: nobody knows how long it was. */
function readDurationSeconds(minutes: NumberField, seconds: NumberField): number | null {
  if (minutes === '' && seconds === '') return null
  return (readNumber(minutes) ?? 0) * 60 + (readNumber(seconds) ?? 0)
}
