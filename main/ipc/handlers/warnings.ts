import { findRule } from '../../../shared/advice/warning-signs/warning-rules.ts'
import { canSnooze, SNOOZE_DAYS } from '../../../shared/advice/warning-signs/warnings.ts'
import type { Handlers } from '../../../shared/contract.ts'
import { MS_PER_DAY } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { Services } from '../../services/services.ts'
import { getJournalAnswers } from '../../services/warnings/journal-answers.ts'

/** Calls about warning cards. */
export function createWarningHandlers({
  store,
  clock,
  warnings,
}: Services): Pick<Handlers, 'getJournalAnswers' | 'listWarnings' | 'acknowledgeWarning' | 'snoozeWarning'> {
  return {
    getJournalAnswers: () => getJournalAnswers(store, momentOfInstant(clock.now(), clock.timeZone())),
    listWarnings: () => warnings.list(clock.now()),
    acknowledgeWarning: ({ id, acknowledged }) => {
      const { acknowledge, takeBackAcknowledgement } = store.warnings
      const isKnown = acknowledged ? acknowledge(id, clock.now()) : takeBackAcknowledgement(id)
      found(isKnown || undefined, 'This card')
      return {}
    },
    snoozeWarning: ({ id, snoozed }) => {
      const raised = found(
        store.warnings.list().find(one => one.id === id),
        'This card',
      )
      const level = findRule(raised.rule)?.level
      if (level === undefined || !canSnooze(level))
        refuseIf([
          { field: 'id', message: 'This card cannot be put off. Please read it, and confirm that you have.' },
        ])
      store.warnings.snooze(id, snoozed ? clock.now() + SNOOZE_DAYS * MS_PER_DAY : null)
      return {}
    },
  }
}
