/** The clock of an activity that is going on. Kept on this computer, so that it runs on while the window is closed. */
import { useLocalStorage } from '@mantine/hooks'
import { z } from 'zod'
import { activities } from '../../shared/journal/activity.ts'
import { useStatus } from '../queries.ts'

const runningActivity = z.strictObject({
  activity: z.enum(activities),
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
}

export function useActivityTimer(): ActivityTimer {
  const scope = useStatus().data?.demo === true ? 'demo' : 'own'
  const [running, setRunning, clear] = useLocalStorage<RunningActivity | null>({
    key: `unknot-timer ${scope}`,
    defaultValue: null,
    getInitialValueInEffect: false,
    deserialize: readRunning,
  })
  return { running, start: setRunning, clear }
}

function readRunning(text: string | undefined): RunningActivity | null {
  try {
    return runningActivity.safeParse(JSON.parse(text ?? 'null')).data ?? null
  } catch {
    return null
  }
}
