/** App launch for specs: stated moment, fixed locale and zone, own data folder. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { systemClock } from '../../main/app/clock.ts'
import type { Surroundings } from '../../shared/surroundings.ts'
import { MS_PER_MINUTE } from '../../shared/time/moment.ts'
import { clockTime, momentOfInstant } from '../../shared/time/time-zone.ts'
import { type LaunchedApp, type LaunchOptions, launchApp } from '../host/launch.ts'
import { restartClock, statedTime, surroundings, timeZone } from './surroundings.ts'

declare global {
  interface Window {
    unknotSurroundings: Surroundings
  }
}

export interface StartedApp extends LaunchedApp {
  /** The time on the app's clock, in UTC milliseconds. */
  now(): number
}

/** Minutes that may pass between an entry and its check; longer than any step may take. */
const RECENT_MINUTES = 10

/** Regular expression source for the clock times of the last `RECENT_MINUTES`: `(?:15:59|16:00)`. */
export function recentTimes(app: StartedApp): string {
  const times = Array.from({ length: RECENT_MINUTES }, (_, minutes) =>
    clockTime(momentOfInstant(app.now() - minutes * MS_PER_MINUTE, timeZone)),
  )
  // The small hours carry the date, because they belong to the day before.
  const date = String.raw`[A-Z][a-z]{2},? (?:\d{1,2} [A-Z][a-z]{2,3}|[A-Z][a-z]{2,3} \d{1,2})`
  return `(?:${times.join('|')})(?:, ${date})?`
}

let fileOfClock: string | undefined

/** Sets the clock back to the stated moment in a spec file whose worker ran another file before. */
function startClockOfFile(): void {
  const { file } = test.info()
  if (file !== fileOfClock) restartClock()
  fileOfClock = file
}

/** Starts the app at the stated moment. A later start in the same file continues the clock of the earlier one. */
export async function startApp(options: LaunchOptions = {}): Promise<StartedApp> {
  startClockOfFile()
  const launched = await launchApp({
    ...options,
    args: [...statedTime(), ...(options.args ?? [])],
    env: { ...surroundings, ...options.env },
  })
  launched.page.setDefaultTimeout(20_000)
  const { aheadMs } = await launched.page.evaluate(() => window.unknotSurroundings.time)
  return { ...launched, now: () => systemClock.now() + aheadMs }
}

/** Shared app for all tests of a file. @returns a getter, valid while they run */
export function shareApp(options: LaunchOptions = {}): () => StartedApp {
  let launched: StartedApp | undefined
  test.beforeAll(async () => {
    launched = await startApp(options)
  })
  test.afterAll(async () => {
    await launched?.close()
  })
  return () => {
    if (launched === undefined) throw new Error('the app has not been started yet')
    return launched
  }
}

/** Temporary folder for all tests of a file, removed after them. @returns a getter of its path, valid while they run */
export function shareFolder(): () => string {
  let folder: string | undefined
  test.beforeAll(async () => {
    // A journal written into the folder has its times from the clock, before any app is started.
    startClockOfFile()
    folder = await mkdtemp(join(tmpdir(), 'unknot-e2e-'))
  })
  test.afterAll(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return () => {
    if (folder === undefined) throw new Error('the folder has not been made yet')
    return folder
  }
}
