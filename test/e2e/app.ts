/** The app as the specs start it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { type LaunchedApp, type LaunchOptions, launchApp } from '../host/launch.ts'
import { surroundings } from './surroundings.ts'

/** Starts the app in the early afternoon of a British day. */
export async function startApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const launched = await launchApp({ ...options, env: { ...surroundings, ...options.env } })
  launched.page.setDefaultTimeout(20_000)
  return launched
}

/** One app for all tests of a file. @returns gives it, once they run */
export function shareApp(options: LaunchOptions = {}): () => LaunchedApp {
  let launched: LaunchedApp | undefined
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

/** A folder for all tests of a file, gone after them. @returns gives its path, once they run */
export function shareFolder(): () => string {
  let folder: string | undefined
  test.beforeAll(async () => {
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
