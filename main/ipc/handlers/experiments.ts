import type { Handlers } from '../../../shared/contract.ts'
import type { Services } from '../../services/services.ts'

type ExperimentCalls = Pick<
  Handlers,
  | 'listExperiments'
  | 'getExperimentNow'
  | 'planExperiment'
  | 'answerExperimentDay'
  | 'resumeExperiment'
  | 'stopExperiment'
  | 'startExperiment'
  | 'withdrawExperiment'
>

export function createExperimentHandlers({ experimentService }: Services): ExperimentCalls {
  return {
    listExperiments: () => experimentService.list(),
    getExperimentNow: () => ({ experiment: experimentService.getLatest() }),
    planExperiment: ({ subject }) => experimentService.plan(subject),
    startExperiment: ({ subject, design }) => experimentService.start(subject, design),
    withdrawExperiment: ({ id }) => {
      experimentService.withdraw(id)
      return {}
    },
    answerExperimentDay: ({ id, date, kept }) => experimentService.answerDay(id, date, kept),
    stopExperiment: ({ id }) => experimentService.stop(id),
    resumeExperiment: ({ id }) => experimentService.resume(id),
  }
}
