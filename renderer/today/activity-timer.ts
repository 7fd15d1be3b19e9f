/** The clock of an activity that is going on. Kept on this computer, so that it runs on while the window is closed. */
import { useLocalStorage } from '@mantine/hooks'
import { z } from 'zod'
import { activity } from '../../shared/kinds/activity.ts'
import { useStatus } from '../data/queries.ts'

const runningActivity = z.strictObject({
  activity: activity.fields.activity.schema,
  /** UTC milliseconds, and how far ahead of UTC the clock on the wall was where it began. */
  at: z.int(),
  offsetMinutes: z.int(),
})
export type RunningActivity = z.infer<typeof runningActivity>

export interface ActivityTimer {
  /** Null while no clock is running. */
  readonly running: RunningActivity | null
  readonly start: (running: RunningActivity) => void
  readonly clear: () => void
  /** Asked at this moment, as an undo does long after. */
  readonly isRunning: () => boolean
}

export function useActivityTimer(): ActivityTimer {
  const scope = useStatus().data?.demo === true ? 'demo' : 'own'
  const key = `unknot-timer ${scope}`
  const [running, setRunning, clear] = useLocalStorage<RunningActivity | null>({
    key,
    defaultValue: null,
    getInitialValueInEffect: false,
    deserialize: readRunning,
  })
  const isRunning = () => readRunning(localStorage.getItem(key) ?? undefined) !== null
  return { running, start: setRunning, clear, isRunning }
}

function readRunning(text: string | undefined): RunningActivity | null {
  try {
    return runningActivity.safeParse(JSON.parse(text ?? 'null')).data ?? null
  } catch {
    return null
  }
}
