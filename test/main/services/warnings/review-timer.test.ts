import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createServices, type Services } from '../../../../main/services/services.ts'
import { createReviewTimer, findNextReview } from '../../../../main/services/warnings/review-timer.ts'
import { noRetry } from '../../../../main/store/busy-retry.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { crampDraft } from '../../../shared/kinds/drafts.ts'

const ZONE = 'Europe/Berlin'
const MINUTE = 60_000
const evening = momentAt('2026-11-19', '20:00', ZONE).at
const started = () => performance.now()

let services: Services
let startedAt: number
/** Clock that advances with the fake timers. */
const clock = { now: () => evening + started() - startedAt, timeZone: () => ZONE }

beforeEach(() => {
  vi.useFakeTimers()
  startedAt = started()
  services = createServices(createJournalStore(openJournal(':memory:')), clock)
})
afterEach(() => {
  services.store.close()
  vi.useRealTimers()
})

const openTimer = (onChanged = () => {}) =>
  createReviewTimer({ getServices: () => services, clock, busyRetry: noRetry, onChanged })
const rules = () => services.warnings.listOpen(clock.now()).map(({ rule }) => rule)
const addRunning = () =>
  services.store.entries.add(
    crampDraft({ at: evening, durationSeconds: null, ongoing: true, symptoms: [] }),
    evening,
  )

test('a card of a running cramp is stored within a second after it is due, and told once', async () => {
  const changes = vi.fn()
  const timer = openTimer(changes)
  await timer.start()
  addRunning()
  timer.update()
  await vi.advanceTimersByTimeAsync(10 * MINUTE)
  expect(rules()).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(rules()).toEqual(['S1'])
  await vi.advanceTimersByTimeAsync(30 * MINUTE)
  expect(rules()).toEqual(['S1'])
  expect(changes).toHaveBeenCalledOnce()
  timer.stop()
})

test('a cramp that ran while the program was closed has its card from the start', async () => {
  addRunning()
  await vi.advanceTimersByTimeAsync(8 * 60 * MINUTE)
  const timer = openTimer()
  // `start` is not awaited: the review ends before the page's first read.
  void timer.start()
  expect(rules()).toEqual(['S1'])
  timer.stop()
})

test('after stop, and before start, nothing is reviewed', async () => {
  const reviewTime = vi.spyOn(services.warnings, 'reviewTime')
  const timer = openTimer()
  addRunning()
  timer.update()
  await vi.advanceTimersByTimeAsync(20 * MINUTE)
  expect(reviewTime).not.toHaveBeenCalled()
  await timer.start()
  timer.stop()
  await vi.advanceTimersByTimeAsync(20 * MINUTE)
  expect(reviewTime).toHaveBeenCalledOnce()
})

test('without a running cramp the next review is at noon or at midnight, also over a change of the clocks', () => {
  const nextAfter = (date: string, time: string) =>
    findNextReview(services.store, { now: () => momentAt(date, time, ZONE).at, timeZone: () => ZONE })
  expect(nextAfter('2026-11-19', '11:59')).toBe(momentAt('2026-11-19', '12:00', ZONE).at)
  expect(nextAfter('2026-11-19', '12:00')).toBe(momentAt('2026-11-20', '00:00', ZONE).at)
  expect(nextAfter('2026-10-25', '01:00')).toBe(momentAt('2026-10-25', '12:00', ZONE).at)
  expect(nextAfter('2026-03-28', '23:59')).toBe(momentAt('2026-03-29', '00:00', ZONE).at)
})

test('a review while a cramp runs changes neither revision nor caches when nothing is due', () => {
  addRunning()
  const before = services.store.getRevision()
  expect(services.warnings.reviewTime({ at: evening + MINUTE, offsetMinutes: 60 })).toBe(false)
  expect(services.warnings.reviewTime({ at: evening + 11 * MINUTE, offsetMinutes: 60 })).toBe(true)
  expect(services.store.getRevision()).toBe(before)
})
