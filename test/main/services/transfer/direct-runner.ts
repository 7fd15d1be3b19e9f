import type { OnStep } from '../../../../main/jobs/task-control.ts'
import { createQueue, type RunTask, type TaskRunner } from '../../../../main/jobs/task-runner.ts'
import { type TaskName, tasks } from '../../../../main/services/tasks.ts'

/** Runs tasks where the test runs: many small ones are quicker so than with a thread for each. */
export function createDirectRunner(onStep: OnStep = () => {}): TaskRunner {
  const taskOf = (name: TaskName) => tasks[name] as (input: unknown, onStep: OnStep) => unknown
  const start: RunTask = async (name, input) => (await taskOf(name)(input, onStep)) as never
  const queue = createQueue()
  return {
    run: (name, input) => queue(() => start(name, input)),
    inOneGo: work => queue(() => work(start)),
    getProgress: () => null,
    isBusy: () => false,
    cancel: () => {},
  }
}
