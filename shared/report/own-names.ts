/** Names of the own things that a report mentions. It holds them itself: a kept report stays as it was made. */
import type { EntryOf } from '../kinds/entry.ts'
import type { JournalLists } from '../kinds/journal-lists.ts'
import { recordOf } from '../kinds/record.ts'
import { isThingKey } from '../kinds/thing-key.ts'
import type { Report } from './report.ts'

export function nameOwnThings(
  cramps: readonly EntryOf<'cramp'>[],
  { symptoms, reliefs }: JournalLists,
): Report['ownNames'] {
  return recordOf(
    cramps.flatMap(cramp => [
      ...cramp.symptoms.filter(isThingKey).map(key => [key, symptoms.get(key).words] as const),
      ...cramp.relief
        .map(({ technique }) => technique)
        .filter(isThingKey)
        .map(key => [key, reliefs.get(key).words] as const),
    ]),
  )
}
