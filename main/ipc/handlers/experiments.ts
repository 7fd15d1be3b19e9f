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
  | 'listCoins'
  | 'getCoinsNow'
  | 'answerCoins'
  | 'resumeCoins'
  | 'stopCoins'
  | 'startCoins'
  | 'withdrawCoins'
>

export function createExperimentHandlers({ experimentService, coinService }: Services): ExperimentCalls {
  return {
    listExperiments: () => experimentService.list(),
    getExperimentNow: () => ({ experiment: experimentService.getLatest() }),
    planExperiment: ({ subject, change }) => experimentService.plan(subject, change),
    startExperiment: ({ subject, design }) => experimentService.start(subject, design),
    withdrawExperiment: ({ id }) => {
      experimentService.withdraw(id)
      return {}
    },
    answerExperimentDay: ({ id, date, kept }) => experimentService.answerDay(id, date, kept),
    stopExperiment: ({ id }) => experimentService.stop(id),
    resumeExperiment: ({ id }) => experimentService.resume(id),
    listCoins: () => coinService.list(),
    getCoinsNow: () => ({ coins: coinService.getLatest() }),
    answerCoins: ({ id, date, answers }) => coinService.answer(id, date, answers),
    resumeCoins: ({ id }) => coinService.resume(id),
    stopCoins: ({ id }) => coinService.stop(id),
    startCoins: choice => coinService.start(choice),
    withdrawCoins: ({ id }) => {
      coinService.withdraw(id)
      return {}
    },
  }
}
