import type { OnStep } from '../../../main/keeping/task-control.ts'
import type { TaskRunner } from '../../../main/keeping/task-runner.ts'
import { type TaskName, tasks } from '../../../main/keeping/tasks.ts'

/** Runs tasks where the test runs: many small ones are quicker so than with a thread for each. */
export function createDirectRunner(onStep: OnStep = () => {}): TaskRunner {
  const run = (name: TaskName) => tasks[name] as (input: unknown, onStep: OnStep) => unknown
  return {
    run: async (name, input) => (await run(name)(input, onStep)) as never,
    getProgress: () => null,
    cancel: () => {},
  }
}
