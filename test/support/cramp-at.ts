/** A stored cramp of which only what a test speaks of is known. */
import { untoldCramp } from '../../shared/kinds/cramp.ts'
import type { DraftOf, EntryOf } from '../../shared/kinds/entry.ts'
import { momentAtOffset } from '../../shared/time/time-zone.ts'

let lastId = 0

/** By its local date and clock time, one hour ahead of UTC. */
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
