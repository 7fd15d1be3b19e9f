/** Jobs of a history import, performed by the history worker. The functions themselves are not loaded here. */
import type { JobOf } from '../../jobs/job.ts'
import type { createHistoryTasks } from './history-tasks.ts'

type Performs = ReturnType<typeof createHistoryTasks>

const define = (name: keyof Performs) => ({ worker: 'history', name })

/** Jobs for the same files share a worker, which has read them. */
const sessionOf = ({ session }: { readonly session: string }) => session

export const historyJobs: { readonly [Name in keyof Performs]: JobOf<Performs[Name]> } = {
  previewHistory: { ...define('previewHistory'), sessionOf },
  listHistoryLeftOut: { ...define('listHistoryLeftOut'), sessionOf },
  runHistory: { ...define('runHistory'), sessionOf },
  undoHistory: define('undoHistory'),
}
