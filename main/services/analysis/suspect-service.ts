/** Suspects: naming and withdrawing them. The rules are in `shared/analysis/suspects.ts`. */
import { everyCramp } from '../../../shared/analysis/cramp-filter.ts'
import { builtInKeys } from '../../../shared/analysis/exposures/exposures.ts'
import { getFactorId } from '../../../shared/analysis/exposures/own-exposure.ts'
import { isCurrent, MAX_SUSPECTS, type Naming, wouldKeepShare } from '../../../shared/analysis/suspects.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { FindingsService } from './findings-service.ts'

export interface SuspectDeps {
  readonly clock: Clock
  readonly findings: Pick<FindingsService, 'find'>
}

export function createSuspectService(journal: JournalStore, { clock, findings }: SuspectDeps) {
  const { ownFactors, suspects } = journal
  const getDate = () => calendarDate(momentOfInstant(clock.now(), clock.timeZone()))

  /** True for an own factor that was deleted: its namings are kept for its Undo, and are shown nowhere. */
  function isOfDeleted(exposure: string): boolean {
    const factorId = getFactorId(exposure)
    return factorId !== null && ownFactors.list().every(({ id }) => id !== factorId)
  }
  const isKnown = (exposure: string) =>
    getFactorId(exposure) === null ? builtInKeys.some(key => key === exposure) : !isOfDeleted(exposure)
  const list = () => suspects.list().filter(({ exposure }) => !isOfDeleted(exposure))

  return {
    /** Current suspects and withdrawn ones, oldest naming first. */
    list: (): Naming[] => list(),

    /**
     * Names a suspect, or takes its withdrawal back. Analyses the journal first: an estimate counts as shown from the
     * moment on at which a screen could show it, even in a journal whose findings were last seen in an older version.
     */
    async name(exposure: string): Promise<Naming> {
      refuseIf(
        isKnown(exposure)
          ? []
          : [{ field: 'exposure', message: 'Unknot cannot compare this. Choose something from the list.' }],
      )
      await findings.find(everyCramp)
      return journal.atomically(() => {
        const namings = list()
        const latest = namings.findLast(naming => naming.exposure === exposure)
        if (latest !== undefined && isCurrent(latest)) return latest
        refuseIf(
          namings.filter(isCurrent).length < MAX_SUSPECTS
            ? []
            : [
                {
                  field: 'exposure',
                  message: `You can suspect ${MAX_SUSPECTS} things at a time. Remove one first.`,
                },
              ],
        )
        const today = getDate()
        const isBeforehand = !suspects.listShown().has(exposure)
        const isResumed =
          latest !== undefined &&
          (latest.keepsShare || (latest.withdrawnOn === today && latest.isBeforehand === isBeforehand))
        const naming: Naming = {
          ...(isResumed ? latest : { exposure, namedOn: today, isBeforehand }),
          withdrawnOn: null,
          keepsShare: false,
        }
        suspects.put(naming)
        return naming
      })
    },

    withdraw: (exposure: string): Naming =>
      journal.atomically(() => {
        const current = found(
          list().find(naming => naming.exposure === exposure && isCurrent(naming)),
          'This suspect',
        )
        const today = getDate()
        const isShown = suspects.listShown().has(exposure)
        const withdrawn: Naming = {
          ...current,
          withdrawnOn: today,
          keepsShare: wouldKeepShare(current, isShown, today),
        }
        suspects.put(withdrawn)
        return withdrawn
      }),
  }
}
