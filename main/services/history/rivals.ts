/**
 * Index of the entries that an imported one must fit: one night per night, the limits of a date, and what the person or
 * another program has written down of the same thing.
 */
import { getNightDay } from '../../../shared/kinds/day-hours.ts'
import { createDayTotals } from '../../../shared/kinds/day-limits.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import { formatSite } from '../../../shared/kinds/muscles.ts'
import {
  calendarDate,
  type Moment,
  MS_PER_DAY,
  MS_PER_MINUTE,
  wallClockMs,
} from '../../../shared/time/moment.ts'

/** Draft with what is known of its origin. */
export interface Rival {
  /** Null for one that is only planned. */
  readonly id: number | null
  /** Name of the source; null for an entry of the person. */
  readonly source: string | null
  readonly draft: EntryDraft
}

/** Entry that excludes another, or the reason by which a limit does. */
export type Conflict =
  | { readonly isExclusive: true; readonly with: Rival }
  | { readonly isExclusive: false; readonly with: Rival }
  | { readonly isExclusive: false; readonly with: null; readonly reason: string }

export function createRivalIndex() {
  const exclusive = new Map<string, Rival>()
  const alike = new Map<string, Set<Rival>>()
  const sessionsByDay = new Map<number, Set<Rival>>()
  const totals = createDayTotals()

  const dayOf = (moment: Moment) => Math.floor(wallClockMs(moment) / MS_PER_DAY)
  /** Sessions of the date and of those around it, since one may go on past midnight. */
  const listNear = (draft: EntryDraft) =>
    [-1, 0, 1].flatMap(after => [...(sessionsByDay.get(dayOf(draft) + after) ?? [])])

  /** First entry of another origin that tells of the same thing. */
  function findAlike({ source, draft }: Rival): Rival | undefined {
    const isOther = (other: Rival) => other.source !== source
    const key = getAlikeKey(draft)
    if (key !== null) return [...(alike.get(key) ?? [])].find(isOther)
    if (draft.kind !== 'activity') return undefined
    return listNear(draft).find(other => isOther(other) && isSameSession(draft, other))
  }

  return {
    add(rival: Rival): void {
      const { draft } = rival
      const only = getExclusiveKey(draft)
      if (only !== null) exclusive.set(only, rival)
      const key = getAlikeKey(draft)
      if (key !== null) alike.set(key, (alike.get(key) ?? new Set()).add(rival))
      totals.add(draft)
      if (draft.kind !== 'activity') return
      const day = dayOf(draft)
      sessionsByDay.set(day, (sessionsByDay.get(day) ?? new Set()).add(rival))
    },
    remove(rival: Rival): void {
      const { draft } = rival
      const only = getExclusiveKey(draft)
      if (only !== null && exclusive.get(only) === rival) exclusive.delete(only)
      alike.get(getAlikeKey(draft) ?? '')?.delete(rival)
      totals.remove(draft)
      sessionsByDay.get(dayOf(draft))?.delete(rival)
    },
    /** First reason against adding `rival`, or null. */
    findConflict(rival: Rival): Conflict | null {
      const { draft } = rival
      const only = exclusive.get(getExclusiveKey(draft) ?? '')
      if (only !== undefined) return { with: only, isExclusive: true }
      const same = findAlike(rival)
      if (same !== undefined) return { with: same, isExclusive: false }
      return totals.isPassedWith(draft)
        ? { isExclusive: false, with: null, reason: limitReasons[draft.kind] ?? PASSES_LIMIT }
        : null
    },
  }
}

const PASSES_LIMIT = 'more than fits into one day'
const limitReasons: Partial<Record<EntryDraft['kind'], string>> = {
  fluid: 'more drinks, or caffeine, than one day can hold',
  night: 'more sleep and still time than 24 hours in one day',
}

/** Key of which the journal holds one entry; null for kinds without such a rule. */
function getExclusiveKey(draft: EntryDraft): string | null {
  if (draft.kind === 'day') return `day ${calendarDate(draft)}`
  if (draft.kind === 'night') return `night ${getNightDay(draft)}`
  if (draft.kind === 'own-factor' && draft.amount === null)
    return `own-factor ${draft.factorId} ${calendarDate(draft)}`
  return null
}

/**
 * Key that two programs give to the same thing: what it was, and its minute. Amounts are not part of it, since programs
 * round them. Null for kinds that are compared in another way.
 */
function getAlikeKey(draft: EntryDraft): string | null {
  const minute = Math.floor(draft.at / MS_PER_MINUTE)
  switch (draft.kind) {
    case 'fluid':
      return `fluid ${draft.drink} ${minute}`
    case 'dose':
      return `dose ${draft.name.toLowerCase()} ${minute}`
    case 'medication':
      return `medication ${draft.name.toLowerCase()} ${draft.change} ${calendarDate(draft)}`
    case 'footwear':
      return `footwear ${draft.shoeId} ${minute}`
    case 'own-factor':
      return `own-factor ${draft.factorId} ${minute}`
    case 'cramp':
      return `cramp ${minute} ${draft.sites.map(formatSite).sort().join()}`
    case 'food':
    case 'stretch':
      return `${draft.kind} ${minute}`
    default:
      return null
  }
}

/**
 * True for sessions of which one covers more than half of the other: of one activity, or as two trackers recorded it, whose
 * names for it may differ. What the person was doing otherwise, such as standing at work, excludes no walk.
 */
function isSameSession(draft: EntryDraft, { draft: other, source }: Rival): boolean {
  if (draft.kind !== 'activity' || other.kind !== 'activity') return false
  if (draft.activity !== other.activity && source === null) return false
  if (other.wholeDay) return calendarDate(draft) === calendarDate(other)
  const lengthOf = ({ durationMinutes }: typeof draft) => durationMinutes * MS_PER_MINUTE
  const shared =
    Math.min(draft.at + lengthOf(draft), other.at + lengthOf(other)) - Math.max(draft.at, other.at)
  return shared * 2 > Math.min(lengthOf(draft), lengthOf(other))
}
