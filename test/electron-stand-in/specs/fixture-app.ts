/** Fixture app, started before each spec and closed after it. */
import { join } from 'node:path'
import { test } from '@playwright/test'
import { getStandInHost } from '../../host/host.ts'
import { type LaunchedApp, type LaunchOptions, launchApp } from '../../host/launch.ts'

/** Event log of the fixture's main process (fixture-app/main.js). */
export interface Seen {
  navigations: string[]
  frames: string[]
  permissions: string[]
  checks: string[]
  requests: string[]
  opened: string[]
  second: string[][]
  clicks: unknown[]
  places: unknown[]
}

/** API that the fixture's preload exposes (fixture-app/preload.js). */
interface Fixture {
  echo(value: unknown): Promise<unknown>
  fail(): Promise<never>
  sender(): Promise<string>
  say(value: unknown): void
  onHeard(listener: (value: unknown) => void): () => void
  versions(): Record<string, string>
  add(a: number, b: number): number
  refuse(): never
  twice(value: number, change: (value: number) => number): Promise<number[]>
  nested: { list: unknown[] }
}

declare global {
  interface Window {
    fixture: Fixture
  }
  var seen: Seen
  var openWindow: (page?: string) => Electron.BrowserWindow
}

export async function startFixtureApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  return launchApp({
    app: join(import.meta.dirname, '../fixture-app'),
    host: await getStandInHost(),
    ...options,
  })
}

/** @returns a getter for the app of the running spec */
export function runFixtureApp(): () => LaunchedApp {
  let launched: LaunchedApp | undefined
  test.beforeEach(async () => {
    launched = await startFixtureApp()
  })
  test.afterEach(async () => {
    await launched?.close()
    launched = undefined
  })
  return () => {
    if (!launched) throw new Error('The fixture app is not running')
    return launched
  }
}

export function readSeen(app: LaunchedApp): Promise<Seen> {
  return app.electronApp.evaluate(() => globalThis.seen)
}
