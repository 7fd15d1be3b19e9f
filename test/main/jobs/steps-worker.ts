/** Jobs for tests: a number of steps, each of which blocks the thread; one of them may fail. */
import { appendFileSync } from 'node:fs'
import { threadId } from 'node:worker_threads'
import { CallFailure } from '../../../main/files/failures.ts'
import type { OnStep } from '../../../main/jobs/job.ts'
import { serveJobs } from '../../../main/jobs/serve-jobs.ts'
import type { Steps } from './steps.ts'

const pause = new Int32Array(new SharedArrayBuffer(4))
let served = 0

function takeSteps(input: Steps, onStep: OnStep) {
  served++
  for (let done = 0; done < input.count; done++) {
    onStep(done, input.count)
    if (input.fails?.at === done) fail(input.fails.how)
    Atomics.wait(pause, 0, 0, input.stepMs)
    if (input.log !== undefined) appendFileSync(input.log, `${input.label} ${done}\n`)
  }
  return { label: input.label, threadId, served }
}

function fail(how: 'refuse' | 'throw' | 'exit' | 'memory'): void {
  if (how === 'refuse') throw new CallFailure({ code: 'internal', message: 'The file has changed.' })
  if (how === 'throw') throw new TypeError('a mistake in the program')
  if (how === 'exit') process.exit(3)
  const hoard: number[][] = []
  for (;;) hoard.push(Array.from({ length: 10_000 }, Math.random))
}

serveJobs({ takeSteps, takeStepsInSession: takeSteps })
