/** Jobs of pages: progress goes to the calling page, and a closed page cancels its jobs. */
import { EventEmitter } from 'node:events'
import { beforeEach, expect, test } from 'vitest'
import { createPages, type Pages } from '../../../main/ipc/pages.ts'
import { JobCancelled, type RunOptions } from '../../../main/jobs/job.ts'
import { EVENT_CHANNEL } from '../../../shared/call-names.ts'

function openPage(id: number) {
  const sent: unknown[] = []
  const contents = Object.assign(new EventEmitter(), {
    id,
    isDestroyed: () => false,
    send: (channel: string, message: unknown) => void sent.push({ channel, message }),
  })
  return { contents, sent }
}

let pages: Pages
let one: ReturnType<typeof openPage>
let two: ReturnType<typeof openPage>
beforeEach(() => {
  pages = createPages()
  one = openPage(1)
  two = openPage(2)
  pages.meet(one.contents)
  pages.meet(two.contents)
  pages.meet(one.contents)
})

const endless = ({ signal }: RunOptions) =>
  new Promise<never>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
const progress = (job: string, done: number) => ({
  channel: EVENT_CHANNEL,
  message: { name: 'progress', payload: { job, done, total: 10 } },
})

test('the page that asked hears of progress, and no other', async () => {
  await pages.run({ pageId: 1, job: 'a' }, async ({ onProgress }) => onProgress?.(3, 10))
  expect(one.sent).toEqual([progress('a', 3)])
  expect(two.sent).toEqual([])
})

test('a change is sent to every page once', () => {
  pages.send('all', 'changed', { what: ['fluid'], since: '2026-11-20' })
  expect([one.sent.length, two.sent.length]).toEqual([1, 1])
})

test('a cancelled job ends, and those of the same id of other pages do not', async () => {
  const [cancelled, other] = [1, 2].map(pageId => pages.run({ pageId, job: 'a' }, endless))
  pages.cancel(1, 'a')
  await expect(cancelled).rejects.toThrow(JobCancelled)
  pages.cancel(2, 'a')
  await expect(other).rejects.toThrow(JobCancelled)
})

test.each([
  ['destroyed', [{}]],
  ['render-process-gone', [{}, { reason: 'crashed' }]],
  ['did-start-navigation', [{ isMainFrame: true, isSameDocument: false }]],
] as const)('%s ends what only that page waited for', async (event, args) => {
  const running = pages.run({ pageId: 1, job: 'a' }, endless)
  one.contents.emit(event, ...args)
  await expect(running).rejects.toThrow(JobCancelled)
})

test('another place of the same page, and a frame, end nothing', async () => {
  const running = pages.run({ pageId: 1, job: 'a' }, endless)
  one.contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
  one.contents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
  const outcome = await Promise.race([running.catch(() => 'ended'), Promise.resolve('runs')])
  expect(outcome).toBe('runs')
  pages.cancel(1, 'a')
  await expect(running).rejects.toThrow(JobCancelled)
})

test('a job id that is in use is refused', async () => {
  const running = pages.run({ pageId: 1, job: 'a' }, endless)
  await expect(pages.run({ pageId: 1, job: 'a' }, endless)).rejects.toThrow('being worked on already')
  pages.cancel(1, 'a')
  await expect(running).rejects.toThrow(JobCancelled)
})
