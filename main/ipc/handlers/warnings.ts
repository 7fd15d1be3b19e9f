import { findRule } from '../../../shared/advice/warning-signs/warning-rules.ts'
import { canSnooze, SNOOZE_DAYS } from '../../../shared/advice/warning-signs/warnings.ts'
import type { Handlers } from '../../../shared/contract.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { MS_PER_DAY } from '../../../shared/time/moment.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { WarningService } from '../../services/warnings/warning-service.ts'
import type { JournalStore } from '../../store/journal-store.ts'

/** The cards that the warning rules have raised. */
export function createWarningHandlers(
  journal: JournalStore,
  clock: Clock,
  service: WarningService,
): Pick<Handlers, 'listWarnings' | 'acknowledgeWarning' | 'snoozeWarning'> {
  return {
    listWarnings: () => service.list(clock.now()),
    acknowledgeWarning: ({ id, acknowledged }) => {
      const { acknowledge, takeBackAcknowledgement } = journal.warnings
      const isKnown = acknowledged ? acknowledge(id, clock.now()) : takeBackAcknowledgement(id)
      found(isKnown || undefined, 'This card')
      return {}
    },
    snoozeWarning: ({ id, snoozed }) => {
      const raised = found(
        journal.warnings.list().find(one => one.id === id),
        'This card',
      )
      const level = findRule(raised.rule)?.level
      if (level === undefined || !canSnooze(level))
        refuseIf([
          { field: 'id', message: 'This card cannot be put off. Please read it, and confirm that you have.' },
        ])
      journal.warnings.snooze(id, snoozed ? clock.now() + SNOOZE_DAYS * MS_PER_DAY : null)
      return {}
    },
  }
}
