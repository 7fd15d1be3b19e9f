import type { FootwearDraft } from '../../shared/kinds/footwear.ts'
import { changeEnd, changeMoment, endClockOf, type Interval, type Place, type When, whenOf } from './when.ts'

export interface FootwearValues {
  when: When
  shoeId: number | null
  /** `HH:MM`; empty while the shoe is on. Its date follows from when the shoe was put on. */
  takenOffClock: string
  note: string
}

export function blankFootwear(when: When): FootwearValues {
  return { when, shoeId: null, takenOffClock: '', note: '' }
}

const intervalOf = (draft: FootwearDraft): Interval => ({ start: draft, endAt: draft.takenOffAt })

export function footwearValuesOf(draft: FootwearDraft, timeZone: string): FootwearValues {
  return {
    when: whenOf(draft),
    shoeId: draft.shoeId,
    takenOffClock: endClockOf(intervalOf(draft), timeZone),
    note: draft.note,
  }
}

/** @param original the entry as it was stored, whose untouched times keep their seconds */
export function makeFootwearDraft(
  values: FootwearValues,
  place: Place,
  original: FootwearDraft | null,
): FootwearDraft {
  const { when, takenOffClock } = values
  return {
    kind: 'footwear',
    ...changeMoment(when, place, original),
    note: values.note,
    shoeId: values.shoeId ?? Number.NaN,
    takenOffAt: changeEnd(when, takenOffClock, place, original && intervalOf(original)),
  }
}
