/** Input of the series builders: a journal's entries by kind, and the dates on which it is complete for a kind. */
import type { CheckIn, TrackedKind } from '../../kinds/check-in.ts'
import { createDayHours, type DayHours } from '../../kinds/day-hours.ts'
import { type Entry, type EntryKind, type EntryOf, entryKinds } from '../../kinds/entry.ts'
import type { Shoe } from '../../kinds/footwear.ts'
import { builtInLists, type JournalLists } from '../../kinds/journal-lists.ts'
import type { FactorCheckIn } from '../../kinds/own-factor.ts'
import { recordOf } from '../../kinds/record.ts'
import type { WallHours } from '../../time/moment.ts'
import type { DayNumber } from '../diary/diary.ts'

type EntriesByKind = { readonly [Kind in EntryKind]: readonly EntryOf<Kind>[] }

export type Night = EntryOf<'night'> & { readonly wakeAt: number }

export interface JournalToRead {
  /** Entries in any order, without those in the trash. */
  readonly entries: readonly Entry[]
  readonly checkIns: readonly CheckIn[]
  /** Check-ins of own factors; none by default. */
  readonly factorCheckIns?: readonly FactorCheckIn[]
  readonly shoes: readonly Shoe[]
  /** Facts of the drinks and activities; those of a journal without own things by default. */
  readonly lists?: JournalLists
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
  /** IANA name of the person's zone, in which the ends of nights are read. */
  readonly timeZone: string
}

/** Dates on which the journal is complete for an exposure, and the hours of these days. */
export interface TrackedDates {
  readonly dates: ReadonlySet<DayNumber>
  readonly getHours: (date: DayNumber) => WallHours
}

/** Answers about one own factor. */
interface FactorFacts extends Pick<DayHours, 'listDays'> {
  readonly answers: readonly EntryOf<'own-factor'>[]
  /** Dates with an answer, or with a check-in that names the factor. */
  readonly tracked: TrackedDates
}

export interface JournalFacts extends Pick<DayHours, 'listDays'> {
  readonly timeZone: string
  readonly lists: JournalLists
  readonly ofKind: <Kind extends EntryKind>(kind: Kind) => readonly EntryOf<Kind>[]
  /** Activities without standing, sitting and own ones that are done without moving. */
  readonly sessions: readonly EntryOf<'activity'>[]
  /** Nights with both times: without the end, the time in bed is unknown. */
  readonly nights: readonly Night[]
  /** Days that the entries count for, with duplicates. */
  readonly daysOf: (entries: readonly Entry[]) => DayNumber[]
  /**
   * Tracked dates of an exposure: the rule of `shared/kinds/tracked-dates.ts`, narrowed to entries that hold the answer
   * the exposure rests on.
   *
   * @param proved days with an entry that holds the answer
   * @param unknown days with an entry that lacks the answer
   */
  readonly trackDates: (
    kind: TrackedKind,
    days?: { readonly proved?: Iterable<DayNumber>; readonly unknown?: Iterable<DayNumber> },
  ) => TrackedDates
  readonly readFactor: (factorId: number) => FactorFacts
  readonly shoeOf: (wearing: EntryOf<'footwear'>) => Shoe | undefined
}

export function readFacts(journal: JournalToRead): JournalFacts {
  const { entries, checkIns, factorCheckIns = [], shoes, lists = builtInLists } = journal
  const { dayStartMinutes, timeZone } = journal
  const groups = Map.groupBy(entries, ({ kind }) => kind)
  const byKind = recordOf<EntriesByKind>(entryKinds.map(kind => [kind, groups.get(kind) ?? []]))
  const shoeById = new Map(shoes.map(shoe => [shoe.id, shoe]))
  const answersOf = Map.groupBy(byKind['own-factor'], ({ factorId }) => factorId)
  const checkInsOf = Map.groupBy(factorCheckIns, ({ factorId }) => factorId)
  const { getHours, listCheckedIn, listDays } = createDayHours(checkIns, dayStartMinutes)
  return {
    timeZone,
    lists,
    ofKind: kind => byKind[kind],
    sessions: byKind.activity.filter(({ activity }) => !lists.activities.get(activity).isStill),
    nights: byKind.night.filter((night): night is Night => night.wakeAt !== null),
    listDays,
    daysOf: some => {
      const days: DayNumber[] = []
      for (const entry of some) days.push(...listDays(entry))
      return days
    },
    trackDates: (kind, { proved = [], unknown = [] } = {}) => {
      const dates = new Set([...listCheckedIn(kind), ...proved])
      for (const date of unknown) dates.delete(date)
      return { dates, getHours: date => getHours(kind, date) }
    },
    readFactor: factorId => {
      const answers = answersOf.get(factorId) ?? []
      const kind = 'own-factor'
      const own = (checkInsOf.get(factorId) ?? []).map(given => ({ ...given, kind }) as const)
      const { getHours, listCheckedIn, listDays } = createDayHours(own, dayStartMinutes)
      const dates = new Set([...listCheckedIn(kind), ...answers.flatMap(listDays)])
      return { answers, listDays, tracked: { dates, getHours: date => getHours(kind, date) } }
    },
    shoeOf: ({ shoeId }) => shoeById.get(shoeId),
  }
}
