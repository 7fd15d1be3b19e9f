import { join } from 'node:path'
import type { Job } from '../../../main/jobs/job.ts'

export interface Steps {
  readonly label: string
  readonly count: number
  /** Time for which each step blocks the thread. */
  readonly stepMs: number
  readonly fails?: { readonly at: number; readonly how: 'refuse' | 'throw' | 'exit' | 'memory' }
  /** A file that gets a line per finished step: what the job has changed. */
  readonly log?: string
}

type StepsJob = Job<Steps, { readonly label: string; readonly threadId: number; readonly served: number }>

export const stepping: StepsJob = { worker: 'steps', name: 'takeSteps' }
export const inSession: StepsJob = {
  worker: 'steps',
  name: 'takeStepsInSession',
  sessionOf: ({ label }) => label.charAt(0),
}

export const stepsWorker = { steps: join(import.meta.dirname, 'steps-worker.ts') }

export const steps = (label: string, count: number, stepMs = 1, more: Partial<Steps> = {}): Steps => ({
  label,
  count,
  stepMs,
  ...more,
})
