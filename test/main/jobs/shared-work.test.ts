/** Work shared by subscribers: joined, in turn, and aborted with the last one who leaves. */
import { afterAll, describe, expect, test } from 'vitest'
import { createThreadRunner } from '../../../main/jobs/run-in-threads.ts'
import { createSharedWork } from '../../../main/jobs/shared-work.ts'
import { stepping, steps, stepsWorker } from './steps.ts'

const runner = createThreadRunner({ workerFiles: stepsWorker })
afterAll(runner.close)

interface Asked {
  readonly count?: number
  readonly stepMs?: number
  readonly signal?: AbortSignal
  readonly onProgress?: () => void
}

function shareSteps(maxWaiting = 4) {
  const shared = createSharedWork<{ readonly label: string }>({ maxWaiting })
  const begun: string[] = []
  const ask = (label: string, { count = 10, stepMs = 5, ...subscriber }: Asked = {}) =>
    shared.subscribe(
      label,
      options => {
        begun.push(label)
        return runner.run(stepping, steps(label, count, stepMs), options)
      },
      subscriber,
    )
  return { shared, begun, ask }
}

const endless = { count: 1_000_000, stepMs: 20 }

describe('shared work', () => {
  test('is done once for subscribers of the same key', async () => {
    const { begun, ask } = shareSteps()
    const [one, two] = await Promise.all([ask('a'), ask('a')])
    expect(one).toBe(two)
    expect(begun).toEqual(['a'])
  })

  test('of different keys takes turns: neither ends the other', async () => {
    const { begun, ask } = shareSteps()
    const outputs = await Promise.all([ask('a'), ask('b')])
    expect(outputs.map(({ label }) => label)).toEqual(['a', 'b'])
    expect(begun).toEqual(['a', 'b'])
  })

  test('is aborted with its last subscriber, and only then; the next in line begins at once', async () => {
    const { begun, ask } = shareSteps()
    const [first, second] = [new AbortController(), new AbortController()]
    const progressed = Promise.withResolvers<void>()
    const one = ask('a', { ...endless, signal: first.signal, onProgress: progressed.resolve })
    const two = ask('a', { ...endless, signal: second.signal })
    const next = ask('b')
    await progressed.promise
    first.abort()
    await expect(one).rejects.toMatchObject({ name: 'AbortError' })
    expect(begun).toEqual(['a'])
    second.abort()
    await expect(two).rejects.toMatchObject({ name: 'AbortError' })
    expect((await next).label).toBe('b')
  })

  test('goes on for the subscribers that stay', async () => {
    const { begun, ask } = shareSteps()
    const controller = new AbortController()
    const leaves = ask('a', { count: 30, signal: controller.signal, onProgress: () => controller.abort() })
    const stays = ask('a', { count: 30 })
    await expect(leaves).rejects.toMatchObject({ name: 'AbortError' })
    expect((await stays).label).toBe('a')
    expect(begun).toEqual(['a'])
  })

  test('whose subscriber left before its turn never begins', async () => {
    const { begun, ask } = shareSteps()
    const controller = new AbortController()
    const one = ask('a')
    const two = ask('b', { signal: controller.signal })
    controller.abort()
    await expect(two).rejects.toMatchObject({ name: 'AbortError' })
    await one
    expect((await ask('c')).label).toBe('c')
    expect(begun).toEqual(['a', 'c'])
  })

  test('that was left is begun again by the next subscriber', async () => {
    const { begun, ask } = shareSteps()
    const controller = new AbortController()
    const progressed = Promise.withResolvers<void>()
    const one = ask('a', { ...endless, signal: controller.signal, onProgress: progressed.resolve })
    await progressed.promise
    controller.abort()
    await expect(one).rejects.toMatchObject({ name: 'AbortError' })
    expect((await ask('a')).label).toBe('a')
    expect(begun).toEqual(['a', 'a'])
  })

  test('that fails does so for all subscribers, and is tried again when asked again', async () => {
    const shared = createSharedWork<string>({ maxWaiting: 1 })
    let tries = 0
    const fail = async () => {
      throw new Error(`try ${++tries}`)
    }
    const both = await Promise.allSettled([shared.subscribe('a', fail), shared.subscribe('a', fail)])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(tries).toBe(1)
    expect(await shared.subscribe('a', async () => 'well')).toBe('well')
  })

  test('in a full queue, the newest takes the place of the oldest', async () => {
    const { begun, ask } = shareSteps(2)
    const settled = await Promise.allSettled(['a', 'b', 'c', 'd'].map(label => ask(label, { count: 1 })))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect(begun).toEqual(['a', 'c', 'd'])
  })

  test('is ended for all before the journal is replaced', async () => {
    const { shared, ask } = shareSteps()
    const progressed = Promise.withResolvers<void>()
    const asked = [ask('a', { ...endless, onProgress: progressed.resolve }), ask('b')]
    const settled = Promise.allSettled(asked)
    await progressed.promise
    await shared.abortAll()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect((await ask('c')).label).toBe('c')
  })
})
