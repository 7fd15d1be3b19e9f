/**
 * Timer for what time alone changes on the warning cards: a cramp that runs for too long, and rates, which follow the days
 * that have ended. Reads of the page never write, so the card must be stored by the time it is due.
 *
 *   cramp starts ──1 min──┬──1 min──┬─ ... ─┬─ ends ────────── noon ────── midnight ── ...
 *                      review    review   review              review       review
 */
import { addDays } from '../../../shared/time/calendar-date.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { calendarDate, MS_PER_MINUTE } from '../../../shared/time/moment.ts'
import { momentAt, momentOfInstant } from '../../../shared/time/time-zone.ts'
import type { BusyRetry } from '../../store/busy-retry.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { WarningService } from './warning-service.ts'

/** Milliseconds from the cramp's start between two reviews while it runs. */
const RUNNING_EVERY_MS = MS_PER_MINUTE
/** Milliseconds after the full minute: a rule speaks of more than ten minutes. */
const JUST_AFTER_MS = 500
/** Longest timeout, in milliseconds: a computer that was asleep is at most this late. */
const LONGEST_TIMEOUT_MS = MS_PER_MINUTE

/** The open journal and its cards. */
interface Reviewed {
  readonly store: JournalStore
  readonly warnings: WarningService
}

export interface ReviewTimerDeps {
  /** Undefined while the journal is refused. */
  readonly getServices: () => Reviewed | undefined
  readonly clock: Clock
  readonly busyRetry: BusyRetry
  /** Called after a review that changed a card. */
  readonly onChanged: () => void
  /** Logs a review that failed; the next one tries again. */
  readonly report?: (error: unknown) => void
}

export interface ReviewTimer {
  /** Reviews now and whenever a review is due. Until it is called, the other functions do nothing. */
  start(): Promise<void>
  /** Reviews now. To be called when another journal was opened. */
  review(): Promise<void>
  /** Reschedules the next review. To be called after every write, which may have started or ended a cramp. */
  update(): void
  stop(): void
}

export function createReviewTimer({
  getServices,
  clock,
  busyRetry,
  onChanged,
  report = console.error,
}: ReviewTimerDeps): ReviewTimer {
  let timeout: NodeJS.Timeout | undefined
  let isStarted = false

  async function review(): Promise<void> {
    const services = getServices()
    if (!isStarted || services === undefined) return
    try {
      const now = momentOfInstant(clock.now(), clock.timeZone())
      if (await busyRetry.run(() => services.warnings.reviewTime(now))) onChanged()
    } catch (error) {
      report(error)
    }
    update()
  }

  function update(): void {
    clearTimeout(timeout)
    const services = getServices()
    if (isStarted && services !== undefined) wait(findNextReview(services.store, clock))
  }

  /** @param dueAt UTC milliseconds */
  function wait(dueAt: number): void {
    timeout = setTimeout(
      () => {
        if (clock.now() < dueAt) wait(dueAt)
        else void review()
      },
      Math.min(LONGEST_TIMEOUT_MS, Math.max(0, dueAt - clock.now())),
    )
    timeout.unref()
  }

  return {
    start: () => {
      isStarted = true
      return review()
    },
    review,
    update,
    stop: () => {
      isStarted = false
      clearTimeout(timeout)
    },
  }
}

/** UTC milliseconds of the next instant at which time alone can change a card. */
export function findNextReview(
  { crampState, entries }: Pick<JournalStore, 'crampState' | 'entries'>,
  clock: Clock,
): number {
  const now = clock.now()
  const ongoingId = crampState.getOngoingId()
  const ongoing = ongoingId === undefined ? undefined : entries.get(ongoingId)
  if (ongoing !== undefined) {
    const minutes = Math.floor((now - ongoing.at - JUST_AFTER_MS) / RUNNING_EVERY_MS) + 1
    return ongoing.at + Math.max(1, minutes) * RUNNING_EVERY_MS + JUST_AFTER_MS
  }
  // Dates end at midnight, cramp-days at noon.
  const today = calendarDate(momentOfInstant(now, clock.timeZone()))
  const noon = momentAt(today, '12:00', clock.timeZone()).at
  return now < noon ? noon : momentAt(addDays(today, 1), '00:00', clock.timeZone()).at
}
