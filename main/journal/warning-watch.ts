/**
 * Asks the warning rules about what was saved, and shows what they found.
 *
 * Stored is only that a rule has held for an entry, and that the person has seen it. Whether it still holds, and what
 * the card says, is worked out when it is shown: a mistake that is put right takes its card away, a deleted drink no
 * longer speaks, and a restored one speaks again, without a rule ever firing twice.
 */
import {
  canRaise,
  type FactSources,
  gatherFacts,
  isSubject,
  reachDays,
  type Subject,
  type WarningFacts,
} from '../../shared/advice/warning-signs/facts.ts'
import { HISTORY_DAYS } from '../../shared/advice/warning-signs/recent-weeks.ts'
import { type WarningRule, warningLevels } from '../../shared/advice/warning-signs/rule.ts'
import { listSigns, type Sign } from '../../shared/advice/warning-signs/sign.ts'
import { findRule } from '../../shared/advice/warning-signs/warning-rules.ts'
import { findWarnings, type Warning, writeCard } from '../../shared/advice/warning-signs/warnings.ts'
import type { Entry, EntryKind } from '../../shared/journal/entry.ts'
import type { Period } from '../../shared/journal/period.ts'
import { addDays, dayNumber } from '../../shared/time/calendar-date.ts'
import { crampDay, type Moment, MS_PER_DAY, wallClockMs } from '../../shared/time/moment.ts'
import type { Journal } from './journal.ts'
import type { RaisedWarning } from './warnings.ts'

/** What is saved today is held against the cramps and days of so long before, not against the whole past. */
const REVIEWED_DAYS = 28
/** Entries are read by wall clock and judged by instant; two clocks differ by less than this. */
const CLOCKS_DIFFER_MS = 2 * MS_PER_DAY
/** How many days of a longer period are judged at a time: what bears on them is all that is held in memory. */
const JUDGED_AT_ONCE_DAYS = 112
const SINCE_EVER = Number.MIN_SAFE_INTEGER

type Watched = Pick<Journal, 'entries' | 'profile' | 'warnings' | 'checkIns' | 'analysisOutcome'>

export function createWarningWatch({ entries, profile, warnings, checkIns, analysisOutcome }: Watched) {
  /** Everything that the rules may ask about when they judge `subjects`, which must not be empty. */
  function loadAround(subjects: readonly Subject[]): Omit<FactSources, 'subject' | 'now'> {
    const walls = subjects.map(wallClockMs)
    const fromWallMs = Math.min(...walls) - CLOCKS_DIFFER_MS
    const toWallMs = Math.max(...walls) + CLOCKS_DIFFER_MS
    const load = (kind: keyof typeof reachDays) =>
      entries.listOfKind(kind, fromWallMs - reachDays[kind] * MS_PER_DAY, toWallMs)
    const days = subjects.map(crampDay).sort()
    const [first = '', last = ''] = [days[0], days.at(-1)]
    return {
      entries: [
        ...load('cramp'),
        ...load('fluid'),
        ...load('activity'),
        ...load('night'),
        ...load('day'),
        ...entries.listOfKind('medication', SINCE_EVER, Number.MAX_SAFE_INTEGER),
      ],
      crampFreeDays: checkIns
        .list(addDays(first, -HISTORY_DAYS), last)
        .filter(({ kind }) => kind === 'cramp')
        .map(({ date }) => date),
      profile: profile.get(),
      patternFound: analysisOutcome.get(),
    }
  }

  function raiseFor(subjects: readonly Subject[], now: number): void {
    if (subjects.length === 0) return
    const around = loadAround(subjects)
    // The newest first: what keeps quiet afterwards is then said of the latest.
    for (const subject of newestFirst(subjects))
      for (const rule of findWarnings(gatherFacts({ ...around, subject, now })))
        if (!keepsQuiet(rule, subject, now)) warnings.raise(rule.id, subject.id, now)
  }

  /**
   * Whether a card that can wait need not be raised: it stands already for another entry, or was decided about lately,
   * also for one that is in the trash by now. And what has not mattered for weeks can wait for the next cramp.
   */
  function keepsQuiet({ id, quietDays }: WarningRule, subject: Subject, now: number): boolean {
    if (quietDays === undefined) return false
    if (now - subject.at > REVIEWED_DAYS * MS_PER_DAY) return true
    return warnings
      .listOfRule(id)
      .filter(({ entryId }) => entryId !== subject.id)
      .some(raised => {
        const { acknowledgedAt, snoozedUntil, isInTrash } = raised
        if (acknowledgedAt !== null) return now - acknowledgedAt < quietDays * MS_PER_DAY
        if (snoozedUntil !== null && snoozedUntil > now) return true
        return !isInTrash && show(raised, now) !== undefined
      })
  }

  function listSubjects(fromWallMs: number, toWallMs: number): Subject[] {
    if (fromWallMs >= toWallMs) return []
    return [
      ...entries.listOfKind('cramp', fromWallMs, toWallMs),
      ...entries.listOfKind('day', fromWallMs, toWallMs),
    ]
  }

  /** What an entry that was saved can bear on beside itself: cramps and days about then and after, of the last weeks. */
  function listReached(saved: Entry, now: Moment): Subject[] {
    const reach = getReachMs(saved.kind)
    if (reach === 0) return []
    const [savedWallMs, wallNow] = [wallClockMs(saved), wallClockMs(now)]
    return listSubjects(
      Math.max(savedWallMs - CLOCKS_DIFFER_MS, wallNow - REVIEWED_DAYS * MS_PER_DAY),
      Math.min(savedWallMs + reach, wallNow) + CLOCKS_DIFFER_MS,
    ).filter(({ id }) => id !== saved.id)
  }

  /** The card as it is now; undefined when its rule no longer holds. */
  function show(raised: RaisedWarning, now: number): Warning | undefined {
    const [rule, subject] = [findRule(raised.rule), entries.get(raised.entryId)]
    if (rule === undefined || subject === undefined || !isSubject(subject)) return undefined
    const around = loadAround([subject])
    const facts = gatherFacts({ ...around, subject, now })
    if (!rule.holds(facts)) return undefined
    const { at, offsetMinutes } = subject
    return {
      ...raised,
      level: rule.level,
      at,
      offsetMinutes,
      card: writeCard(rule, facts, profile.get().region),
    }
  }

  const showAll = (raised: readonly RaisedWarning[], now: number): Warning[] =>
    raised.flatMap(one => show(one, now) ?? []).sort(byUrgency)

  return {
    /** To be called with every entry that was added, changed or taken out of the trash. */
    review: (saved: Entry, now: Moment): void =>
      raiseFor([...(isSubject(saved) ? [saved] : []), ...listReached(saved, now)], now.at),
    /** To be called when an entry was put into the trash: what it had spoken for may still hold of another. */
    reviewWithout: (deleted: Entry, now: Moment): void => raiseFor(listReached(deleted, now), now.at),
    /** To be called when something that is no entry has changed: a condition told today speaks of the last weeks too. */
    reviewRecent: (now: Moment): void => {
      const wallNow = wallClockMs(now)
      raiseFor(listSubjects(wallNow - REVIEWED_DAYS * MS_PER_DAY, wallNow + CLOCKS_DIFFER_MS), now.at)
    },
    /**
     * The signs of a period, whether or not a card was ever raised: what was brought in from elsewhere counts as well.
     * Nothing is stored.
     *
     * @param tell what the rules may know
     */
    listSigns: (
      { fromDate, toDate }: Period,
      now: number,
      tell: (facts: WarningFacts) => WarningFacts,
    ): Sign[] => {
      const [from, to] = [dayNumber(fromDate), dayNumber(toDate)]
      function* judge() {
        for (let last = to; last >= from; last -= JUDGED_AT_ONCE_DAYS) {
          const first = Math.max(from, last + 1 - JUDGED_AT_ONCE_DAYS)
          const subjects = listSubjects(first * MS_PER_DAY, (last + 1) * MS_PER_DAY).filter(canRaise)
          if (subjects.length === 0) continue
          const around = loadAround(subjects)
          for (const subject of newestFirst(subjects))
            yield { subject, facts: tell(gatherFacts({ ...around, subject, now })) }
        }
      }
      return listSigns(judge())
    },
    /** The unacknowledged first, then the most urgent, then the newest. */
    list: (now: number): Warning[] => showAll(warnings.list(), now),
    /** Those that nobody has read or put off. */
    listOpen: (now: number): Warning[] => showAll(warnings.listOpen(now), now),
  }
}

const newestFirst = (subjects: readonly Subject[]) => subjects.toSorted((a, b) => b.at - a.at || b.id - a.id)

function getReachMs(kind: EntryKind): number {
  if (kind === 'medication') return Number.POSITIVE_INFINITY
  const days: Partial<Record<EntryKind, number>> = reachDays
  return (days[kind] ?? 0) * MS_PER_DAY
}

function byUrgency(a: Warning, b: Warning): number {
  return (
    Number(a.acknowledgedAt !== null) - Number(b.acknowledgedAt !== null) ||
    warningLevels.indexOf(a.level) - warningLevels.indexOf(b.level) ||
    b.raisedAt - a.raisedAt ||
    b.id - a.id
  )
}
