/** Stored cramp with only the values that a test sets. */
import { untoldCramp } from '../../shared/kinds/cramp.ts'
import type { DraftOf, EntryOf } from '../../shared/kinds/entry.ts'
import { momentAtOffset } from '../../shared/time/time-zone.ts'

let lastId = 0

/** Local date and clock time are at UTC+1. */
export function crampAt(
  date: string,
  clock: string,
  fields: Partial<DraftOf<'cramp'>> = {},
): EntryOf<'cramp'> {
  const moment = momentAtOffset(date, clock, 60)
  return {
    ...untoldCramp,
    kind: 'cramp',
    ...moment,
    note: '',
    onsetPrecision: 'exact',
    durationSeconds: null,
    sites: [{ muscle: 'calf', side: 'left' }],
    intensity: null,
    stateAtOnset: null,
    wokeMe: null,
    relief: [],
    symptoms: [],
    sorenessHours: null,
    ...fields,
    id: ++lastId,
    loggedAt: moment.at,
    editedAt: null,
  }
}
