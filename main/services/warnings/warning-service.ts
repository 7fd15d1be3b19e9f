/**
 * Warning cards: asks the warning rules about what was saved, and shows what they found.
 *
 * The journal stores that a rule has held for an entry, that the person has seen it and, for a card about a rate, that it
 * has ended. Whether a rule still holds and what the card says is computed when it is shown: a corrected mistake takes
 * its card away, a deleted drink no longer counts, and a restored one counts again, without a rule firing twice.
 *
 * Emergency and same-day cards depend on what is logged around their entry and never on what comes later, so neither time
 * nor a good trend takes one away. Cards about a rate (R7, R8, R10, R14) follow the journal up to today: one that has
 * ended says so in a single closing line, with both numbers, and goes.
 */

import {
  bringUpToNow,
  canRaise,
  type FactSources,
  gatherFacts,
  isSameEvent,
  isSubject,
  reachDays,
  type Subject,
  type WarningFacts,
} from '../../../shared/advice/warning-signs/facts.ts'
import { HISTORY_DAYS } from '../../../shared/advice/warning-signs/recent-weeks.ts'
import {
  forbidsStatinTrials,
  type WarningRule,
  warningLevels,
} from '../../../shared/advice/warning-signs/rule.ts'
import { listSigns, type Sign } from '../../../shared/advice/warning-signs/sign.ts'
import { findRule } from '../../../shared/advice/warning-signs/warning-rules.ts'
import {
  CLOSING_DAYS,
  canSnooze,
  findWarnings,
  type Warning,
  writeCard,
} from '../../../shared/advice/warning-signs/warnings.ts'
import { DAYS_EACH_SIDE } from '../../../shared/analysis/medicine-changes.ts'
import { getEntryDay } from '../../../shared/kinds/day-hours.ts'
import type { Entry, EntryKind } from '../../../shared/kinds/entry.ts'
import type { Period } from '../../../shared/kinds/period.ts'
import { addDays, dateOfDayNumber, dayNumber } from '../../../shared/time/calendar-date.ts'
import { crampDay, type Moment, MS_PER_DAY, MS_PER_HOUR, wallClockMs } from '../../../shared/time/moment.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { RaisedWarning } from '../../store/repositories/warnings.ts'

/** Days before today whose cramps and days are reviewed after a write; older ones are not. */
const REVIEWED_DAYS = 28
/** Margin in milliseconds for loading by wall clock what is compared by instant: more than two zones can differ. */
const CLOCKS_DIFFER_MS = 2 * MS_PER_DAY
/** Days of a long period reviewed per batch, which bounds the memory. */
const JUDGED_AT_ONCE_DAYS = 112
const SINCE_EVER = Number.MIN_SAFE_INTEGER

type Watched = Pick<
  JournalStore,
  | 'entries'
  | 'profile'
  | 'warnings'
  | 'checkIns'
  | 'analysisOutcome'
  | 'muscleHarm'
  | 'crampState'
  | 'location'
  | 'writeDerived'
>

export type WarningService = ReturnType<typeof createWarningService>

export function createWarningService(journal: Watched) {
  const {
    entries,
    profile,
    warnings,
    checkIns,
    analysisOutcome,
    muscleHarm,
    crampState,
    location,
    writeDerived,
  } = journal

  /**
   * Loads the facts for reviewing `subjects`, which must not be empty. Cramps, days and check-ins reach 12 weeks
   * further, for rules about a change of medicine.
   *
   * @param until for cards about a rate: UTC milliseconds up to which the weeks are counted
   */
  function loadAround(
    subjects: readonly Subject[],
    until: number = Number.NEGATIVE_INFINITY,
  ): Omit<FactSources, 'subject' | 'now' | 'mayTellStatinTrials'> {
    const walls = subjects.map(wallClockMs)
    const fromWallMs = Math.min(...walls) - CLOCKS_DIFFER_MS
    const toWallMs = Math.max(...walls) + CLOCKS_DIFFER_MS
    const lastWallMs = Math.max(toWallMs + DAYS_EACH_SIDE * MS_PER_DAY, until + CLOCKS_DIFFER_MS)
    const load = (kind: keyof typeof reachDays, upToWallMs: number = toWallMs) =>
      entries.listOfKind(kind, fromWallMs - reachDays[kind] * MS_PER_DAY, upToWallMs)
    const first = subjects.map(crampDay).sort()[0] ?? ''
    const last = dateOfDayNumber(Math.floor(lastWallMs / MS_PER_DAY))
    return {
      entries: [
        ...load('cramp', lastWallMs),
        ...load('fluid'),
        ...load('activity'),
        ...load('night'),
        ...load('day', lastWallMs),
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
    const around = { ...loadAround(subjects, now), mayTellStatinTrials: false }
    // Newest first: a rule with quiet days then fires for the latest subject.
    for (const subject of newestFirst(subjects)) {
      const sources = { ...around, subject, now }
      const facts = gatherFacts(sources)
      for (const rule of findWarnings(facts)) {
        // Skips a rate that has ended by now: its card would be closed at once.
        if (rule.rate?.judge(bringUpToNow(facts, sources)) === 'ended') continue
        if (!isSuppressed(rule, subject, now)) warnings.raise(rule.id, subject.id, now)
      }
    }
  }

  /**
   * Rate limit of cards that can wait: true if one is open for another entry or was decided about within the quiet days
   * (entries in the trash included), or if the subject is weeks old.
   */
  function isSuppressed({ id, quietDays }: WarningRule, subject: Subject, now: number): boolean {
    if (quietDays === undefined) return false
    if (now - subject.at > REVIEWED_DAYS * MS_PER_DAY) return true
    return warnings
      .listOfRule(id)
      .filter(({ entryId }) => entryId !== subject.id)
      .some(raised => {
        const { acknowledgedAt, snoozedUntil, endedAt, isInTrash } = raised
        const decidedAt = acknowledgedAt ?? endedAt
        if (decidedAt !== null) return now - decidedAt < quietDays * MS_PER_DAY
        if (snoozedUntil !== null && snoozedUntil > now) return true
        return !isInTrash && show(raised, now, false) !== undefined
      })
  }

  function listSubjects(fromWallMs: number, toWallMs: number): Subject[] {
    if (fromWallMs >= toWallMs) return []
    return [
      ...entries.listOfKind('cramp', fromWallMs, toWallMs),
      ...entries.listOfKind('day', fromWallMs, toWallMs),
    ]
  }

  /** Subjects whose rules may depend on the saved entry: cramps and days around it, of the last weeks. */
  function listReached(saved: Entry, now: Moment): Subject[] {
    const reach = getReachMs(saved.kind)
    if (reach === 0) return []
    const [savedWallMs, wallNow] = [wallClockMs(saved), wallClockMs(now)]
    return listSubjects(
      Math.max(savedWallMs - CLOCKS_DIFFER_MS, wallNow - REVIEWED_DAYS * MS_PER_DAY),
      Math.min(savedWallMs + reach, wallNow) + CLOCKS_DIFFER_MS,
    ).filter(({ id }) => id !== saved.id)
  }

  /** Facts of a raised card: at its entry and, for a rate, as of now; undefined when there is nothing to judge. */
  function gatherRaised({ rule: ruleId, entryId }: RaisedWarning, now: number, mayTellStatinTrials: boolean) {
    const [rule, subject] = [findRule(ruleId), entries.get(entryId)]
    if (rule === undefined || subject === undefined || !isSubject(subject)) return undefined
    const around = loadAround([subject], rule.rate === undefined ? undefined : now)
    const sources: FactSources = { ...around, subject, now, mayTellStatinTrials }
    const facts = gatherFacts(sources)
    const today = rule.rate === undefined ? facts : bringUpToNow(facts, sources)
    return { rule, subject, facts, today, state: rule.rate?.judge(today) }
  }

  /** Current content of a card; undefined when its rule no longer holds for its entry. */
  function show(raised: RaisedWarning, now: number, mayTellStatinTrials: boolean): Warning | undefined {
    const gathered = gatherRaised(raised, now, mayTellStatinTrials)
    if (gathered === undefined) return undefined
    const { rule, subject, facts, today, state } = gathered
    const { endedAt, closing, ...kept } = raised
    const hasEnded = endedAt !== null || (state === 'ended' && raised.acknowledgedAt === null)
    if (!hasEnded && state !== 'holds' && !rule.holds(facts)) return undefined
    return {
      ...kept,
      level: rule.level,
      at: subject.at,
      offsetMinutes: subject.offsetMinutes,
      closing: hasEnded
        ? { at: endedAt ?? now, text: endedAt === null ? (rule.rate?.close(facts, today) ?? '') : closing }
        : null,
      card: writeCard(rule, state === 'holds' ? today : facts, profile.get().region),
    }
  }

  /**
   * Stores which cards about a rate have ended, with their closing line, and reopens those that hold again before the
   * line was read.
   */
  function settleRates(now: number): void {
    const changes = warnings.list().flatMap(raised => {
      if (raised.acknowledgedAt !== null || findRule(raised.rule)?.rate === undefined) return []
      if (raised.endedAt !== null && isClosingOver(raised.endedAt, now)) return []
      const gathered = gatherRaised(raised, now, false)
      if (gathered?.rule.rate === undefined) return []
      const { rule, facts, today, state } = gathered
      if (state === 'ended' && raised.endedAt === null)
        return [() => warnings.end(raised.id, now, rule.rate?.close(facts, today) ?? '')]
      if (state === 'holds' && raised.endedAt !== null) return [() => warnings.reopen(raised.id)]
      return []
    })
    if (changes.length > 0)
      writeDerived(() => {
        for (const change of changes) change()
      })
  }

  const showAll = (raised: readonly RaisedWarning[], now: number): Warning[] => {
    const mayTell = raised.length > 0 && mayTellStatinTrials(now)
    return raised
      .flatMap(one => (isDuplicateOfCramp(one, now) ? [] : (show(one, now, mayTell) ?? [])))
      .sort(byUrgency)
  }

  /** True if a cramp's card, read or not, has the same text as this card of a day. */
  function isDuplicateOfCramp({ rule, entryId }: RaisedWarning, now: number): boolean {
    const day = entries.get(entryId)
    if (day?.kind !== 'day') return false
    return warnings.listOfRule(rule).some(other => {
      const cramp = other.isInTrash ? undefined : entries.get(other.entryId)
      return cramp?.kind === 'cramp' && isSameEvent(day, cramp) && show(other, now, false) !== undefined
    })
  }

  /** True unless an emergency or S4 card holds, read or not, or a sign of muscle damage is logged. */
  function mayTellStatinTrials(now: number): boolean {
    if (muscleHarm.isLogged()) return false
    return !warnings
      .list()
      .toReversed()
      .some(raised => {
        const rule = findRule(raised.rule)
        return rule !== undefined && forbidsStatinTrials(rule) && show(raised, now, false) !== undefined
      })
  }

  return {
    /** Reviews an entry that was added, changed or restored. */
    review: (saved: Entry, now: Moment): void => {
      raiseFor([...(isSubject(saved) ? [saved] : []), ...listReached(saved, now)], now.at)
      settleRates(now.at)
    },
    /** Reviews after a deletion: a card of the deleted entry may be due for another one. */
    reviewWithout: (deleted: Entry, now: Moment): void => {
      raiseFor(listReached(deleted, now), now.at)
      settleRates(now.at)
    },
    /** Reviews the last weeks after a change that is no entry: a condition added today affects them, too. */
    reviewRecent: (now: Moment): void => {
      const wallNow = wallClockMs(now)
      raiseFor(listSubjects(wallNow - REVIEWED_DAYS * MS_PER_DAY, wallNow + CLOCKS_DIFFER_MS), now.at)
      settleRates(now.at)
    },
    /**
     * Reviews what changes with time alone: a running cramp, and rates.
     *
     * @returns true if a card was raised, ended or reopened
     */
    reviewTime: (now: Moment): boolean => {
      const before = location.countChanges()
      const ongoingId = crampState.getOngoingId()
      const ongoing = ongoingId === undefined ? undefined : entries.get(ongoingId)
      writeDerived(() => {
        if (ongoing !== undefined) raiseFor(isSubject(ongoing) ? [ongoing] : [], now.at)
        settleRates(now.at)
      })
      return location.countChanges() !== before
    },
    mayTellStatinTrials,
    /**
     * Signs of a period's cramp-days and dates, whether or not a card was raised, so that imported entries count.
     * Stores nothing.
     *
     * @param tell maps the facts to those that the rules may use
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
          const subjects = listSubjects(
            first * MS_PER_DAY,
            (last + 1) * MS_PER_DAY + 12 * MS_PER_HOUR,
          ).filter(subject => {
            const day = dayNumber(getEntryDay(subject, 0))
            return first <= day && day <= last && canRaise(subject)
          })
          if (subjects.length === 0) continue
          const around = { ...loadAround(subjects), mayTellStatinTrials: false }
          for (const subject of newestFirst(subjects))
            yield { subject, facts: tell(gatherFacts({ ...around, subject, now })) }
        }
      }
      return listSigns(judge())
    },
    /** Sorted by unacknowledged first, then urgency, then newest. */
    list: (now: number): Warning[] => showAll(warnings.list(), now),
    /**
     * Cards neither acknowledged nor snoozed, and closing lines not dismissed. Ignores a snooze of emergency and
     * same-day cards, which an imported file may contain.
     */
    listOpen: (now: number): Warning[] =>
      showAll(warnings.listUnread(), now).filter(({ level, snoozedUntil, closing }) =>
        closing === null
          ? !(canSnooze(level) && snoozedUntil !== null && snoozedUntil > now)
          : !isClosingOver(closing.at, now),
      ),
  }
}

const isClosingOver = (endedAt: number, now: number) => now - endedAt >= CLOSING_DAYS * MS_PER_DAY

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
