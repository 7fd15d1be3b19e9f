/** Both runners: progress, cancel against done, failures, crashes, sessions. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CallFailure } from '../../../main/files/failures.ts'
import { JobCancelled, JobDied, type JobRunner, type OnStep } from '../../../main/jobs/job.ts'
import { createInProcessRunner } from '../../../main/jobs/run-in-process.ts'
import { createThreadRunner } from '../../../main/jobs/run-in-threads.ts'
import { inSession, type Steps, stepping, steps, stepsWorker } from './steps.ts'

let folder: string
let runner: JobRunner
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-jobs-'))
  runner = createThreadRunner({ workerFiles: stepsWorker })
})
afterEach(async () => {
  await runner.close()
  rmSync(folder, { recursive: true })
})

describe('the thread runner', () => {
  test('returns the output, and progress in order, none after the end', async () => {
    const seen: (readonly [number, number])[] = []
    let isSettled = false
    const output = await runner
      .run(stepping, steps('a', 40, 10), {
        onProgress: (done, total) => {
          expect(isSettled).toBe(false)
          seen.push([done, total])
        },
      })
      .finally(() => {
        isSettled = true
      })
    expect(output.label).toBe('a')
    // Progress messages are at least 50 ms apart.
    expect(seen.length).toBeLessThanOrEqual(20)
    expect(seen[0]).toEqual([0, 40])
    expect(seen).toEqual(seen.toSorted(([a], [b]) => a - b))
  })

  test('stops a job at its next step, never within one', async () => {
    const controller = new AbortController()
    const log = join(folder, 'log')
    const running = runner.run(stepping, steps('w', 1000, 40, { log }), {
      signal: controller.signal,
      onProgress: done => done > 0 && controller.abort(new Error('changed my mind')),
    })
    await expect(running).rejects.toThrow('changed my mind')
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n')
    expect(lines.length).toBeLessThan(1000)
    expect(lines).toEqual(lines.map((_, index) => `w ${index}`))
  })

  test('never terminates a thread: inside SQLite, that would end the program', async () => {
    const terminate = vi.spyOn(Worker.prototype, 'terminate')
    const controller = new AbortController()
    const cancelled = runner.run(inSession, steps('a', 1000, 40), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' })
    expect((await runner.run(inSession, steps('a', 1))).served).toBe(2)
    await runner.run(inSession, steps('b', 1))
    const closed = runner.run(inSession, steps('b', 1000, 40), { onProgress: () => void runner.close() })
    await expect(closed).rejects.toThrow(JobCancelled)
    await runner.close()
    expect(terminate).not.toHaveBeenCalled()
    terminate.mockRestore()
  })

  test('returns work that had finished before it saw the cancel', async () => {
    const controller = new AbortController()
    const running = runner.run(stepping, steps('w', 1, 300), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect((await running).label).toBe('w')
  })

  test('begins nothing for a signal that was aborted before', async () => {
    const log = join(folder, 'log')
    const running = runner.run(stepping, steps('w', 1, 1, { log }), { signal: AbortSignal.abort() })
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    expect(() => readFileSync(log)).toThrow()
  })

  test('hands on a refusal as it is, an error with its name, and rejects when the worker crashes', async () => {
    const failing = (how: 'refuse' | 'throw' | 'exit') =>
      runner.run(stepping, steps('w', 3, 1, { fails: { at: 1, how } }))
    await expect(failing('refuse')).rejects.toThrow(CallFailure)
    await expect(failing('refuse')).rejects.toThrow('The file has changed.')
    await expect(failing('throw')).rejects.toThrow('a mistake in the program')
    await expect(failing('exit')).rejects.toThrow(JobDied)
  })

  test('says when the memory does not suffice, and runs the next job', async () => {
    const small = createThreadRunner({ workerFiles: stepsWorker, memoryMb: 20 })
    const running = small.run(stepping, steps('w', 3, 1, { fails: { at: 1, how: 'memory' } }))
    await expect(running).rejects.toThrow('This needs more memory than is available.')
    expect((await small.run(stepping, steps('next', 1))).label).toBe('next')
    await small.close()
  })

  test('reuses the worker of a session for the same key, and replaces it for another or after a crash', async () => {
    const run = (label: string, more: Partial<Steps> = {}) => runner.run(inSession, steps(label, 2, 1, more))
    const [one, two] = [await run('a1'), await run('a2')]
    expect([two.threadId, two.served]).toEqual([one.threadId, 2])
    const other = await run('b1')
    expect(other.threadId).not.toBe(one.threadId)
    await expect(run('b2', { fails: { at: 1, how: 'refuse' } })).rejects.toThrow(CallFailure)
    expect((await run('b3')).served).toBe(3)
    await expect(run('b4', { fails: { at: 1, how: 'exit' } })).rejects.toThrow(JobDied)
    expect((await run('b5')).served).toBe(1)
  })
})

describe('the runner in process', () => {
  const countSteps = async ({ label, count }: Steps, onStep: OnStep) => {
    for (let done = 0; done < count; done++) {
      onStep(done, count)
      await new Promise(resolve => setImmediate(resolve))
    }
    return { label, threadId: 0, served: 1 }
  }
  const inProcess = createInProcessRunner({ steps: { takeSteps: countSteps } })

  test('returns the output, with progress of every step', async () => {
    const seen: number[] = []
    const output = await inProcess.run(stepping, steps('a', 3), { onProgress: done => seen.push(done) })
    expect(output.label).toBe('a')
    expect(seen).toEqual([0, 1, 2])
  })

  test('stops at the next step with the reason of the signal', async () => {
    const controller = new AbortController()
    const running = inProcess.run(stepping, steps('a', 3), {
      signal: controller.signal,
      onProgress: () => controller.abort(new JobCancelled()),
    })
    await expect(running).rejects.toThrow(JobCancelled)
  })

  test('returns work that had finished before it saw the cancel', async () => {
    const controller = new AbortController()
    const running = inProcess.run(stepping, steps('a', 1), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect((await running).label).toBe('a')
  })

  test('knows only the jobs it was given', async () => {
    await expect(inProcess.run(inSession, steps('a', 1))).rejects.toThrow(RangeError)
  })
})
