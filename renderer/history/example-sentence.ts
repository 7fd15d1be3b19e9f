/** Sentences by which the person can tell if the clock of an import is right. */
import type { EntryDraft } from '../../shared/kinds/entry.ts'
import type { JournalLists } from '../../shared/kinds/journal-lists.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { formatDate, formatTime } from '../data/format.ts'
import type { Units } from '../data/units.ts'

/** @example "You went to bed on Thursday 12 March 2026 at 23:10." */
export const writeExample = (draft: EntryDraft, lists: JournalLists, units: Units): string =>
  `${sayWhat(draft, lists, units)} on ${formatDate(calendarDate(draft), 'full')} at ${formatTime(draft)}.`

function sayWhat(draft: EntryDraft, { activities, drinks }: JournalLists, units: Units): string {
  switch (draft.kind) {
    case 'night':
      return 'You went to bed'
    case 'activity':
      return draft.activity === 'other'
        ? 'You began an activity'
        : `You began an activity (${isolate(activities.get(draft.activity).words.toLowerCase())})`
    case 'cramp':
      return 'You had a cramp'
    case 'fluid':
      return `You drank ${units.formatVolume(draft.volumeMl)} (${isolate(drinks.get(draft.drink).words.toLowerCase())})`
    case 'stretch':
      return 'You stretched'
    case 'footwear':
      return 'You put shoes on'
    default:
      return 'You wrote something down'
  }
}
