/** Surroundings of every import into the open journal: the time, the review of the warning cards after it, and a cancel. */
import type { Clock } from '../../../shared/time/clock.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { JobCancelled } from '../../jobs/job.ts'
import type { JobQueue } from '../../jobs/job-queue.ts'
import type { BusyRetry } from '../../store/busy-retry.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { WarningService } from '../warnings/warning-service.ts'

export interface ImportDeps {
  readonly store: JournalStore
  readonly clock: Clock
  readonly warnings: Pick<WarningService, 'reviewRecent'>
  /** The journal's file. */
  readonly journalPath: string
  /** Backup service, for the safety copy. */
  readonly backups: { copyBeforeImport(): Promise<void> }
  readonly queue: Pick<JobQueue, 'run'>
  readonly busyRetry: BusyRetry
}

/** Part of every order to an import job. */
export function describeMoment(clock: Clock): { readonly now: Moment; readonly timeZone: string } {
  const timeZone = clock.timeZone()
  return { now: momentOfInstant(clock.now(), timeZone), timeZone }
}

/**
 * Reviews the warning rules for what came in, or went.
 *
 * @param report logs an error: the import is stored, and must not fail because of it
 */
export async function reviewAfterImport(
  { store, clock, warnings, busyRetry }: Omit<ImportDeps, 'backups' | 'queue' | 'journalPath'>,
  report: (error: unknown) => void,
): Promise<void> {
  try {
    await busyRetry.run(() => store.atomically(() => warnings.reviewRecent(describeMoment(clock).now)))
  } catch (error) {
    report(error)
  }
}

const CANCELLED = { state: 'cancelled' } as const

export const orCancelled = <T>(running: Promise<T>): Promise<T | typeof CANCELLED> =>
  running.catch((error: unknown) => {
    if (error instanceof JobCancelled) return CANCELLED
    throw error
  })
