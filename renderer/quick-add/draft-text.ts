/** Preview of a draft in the words of the day's page, with its day. */

import { type EntryDraft, kindWords } from '../../shared/kinds/entry.ts'
import { onsetPrecisions } from '../../shared/kinds/onset.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { formatDate, formatTime } from '../data/format.ts'
import { describeEntry, type TextOptions } from '../log/entry-text.ts'

export interface DraftText {
  /** Kind of entry: "Drink". */
  readonly kind: string
  /** "Water, 500 ml"; the same as `kind` where there is one of it a day. */
  readonly title: string
  /** Further values that would be stored, as short phrases. */
  readonly details: readonly string[]
  /** "today, 14:00" */
  readonly when: string
  readonly note: string
}

/** @param today the date on the wall calendar, by which days are called today and yesterday */
export function describeDraft(draft: EntryDraft, options: TextOptions, today: CalendarDate): DraftText {
  const { title, details } = describeEntry(draft, options)
  return {
    kind: kindWords[draft.kind],
    title,
    details: [...details, ...listDenied(draft)],
    when: formatWhen(draft, today),
    note: draft.note,
  }
}

/** Answers "no": the day's page omits them, but the preview shows everything that would be stored. */
function listDenied(draft: EntryDraft): string[] {
  if (draft.kind === 'cramp') return draft.wokeMe === false ? ['did not wake me'] : []
  if (draft.kind !== 'activity') return []
  return [
    ...(draft.warmUpMinutes === 0 ? ['no warm-up'] : []),
    ...(draft.coolDownMinutes === 0 ? ['no cool-down'] : []),
  ]
}

/** The whole in one sentence, to be read out: "Drink: Water, 500 ml, today, 14:00." */
export function formatDraftText({ kind, title, details, when, note }: DraftText): string {
  const facts = [...(title === kind ? [] : [title]), ...details, when]
  return `${kind}: ${facts.join(', ')}.${note === '' ? '' : ` Note: ${isolate(note)}`}`
}

/** Day and time with the precision that is known. */
function formatWhen(draft: EntryDraft, today: CalendarDate): string {
  const day = nameDay(calendarDate(draft), today)
  if (draft.kind === 'day') return day
  if (draft.kind === 'activity' && draft.wholeDay) return `${day}, over the whole day`
  if (draft.kind === 'cramp' && draft.onsetPrecision === 'night') return `some time in the night to ${day}`
  const inText = draft.kind === 'cramp' ? onsetPrecisions.get(draft.onsetPrecision).inText : null
  return `${day}, ${inText ?? formatTime(draft)}`
}

function nameDay(date: CalendarDate, today: CalendarDate): string {
  if (date === today) return 'today'
  if (date === addDays(today, -1)) return 'yesterday'
  return formatDate(date, 'full')
}
