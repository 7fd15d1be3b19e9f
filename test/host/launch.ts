/** Launches the built app under Playwright on the available host, for the e2e specs and the tour. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { unseenSwitches } from './chromium.ts'
import { getTestHost, type Host, root } from './host.ts'

export interface LaunchOptions {
  /** Data folder. By default a temporary one, removed after the app has closed. */
  userData?: string
  /** Additional command-line arguments of the app. */
  args?: readonly string[]
  /** Additional environment variables. */
  env?: Readonly<Record<string, string>>
  /** Folder of the app; by default the project's. */
  app?: string
  /** Host; by default that of the tests. */
  host?: Host
}

export interface LaunchedApp {
  electronApp: ElectronApplication
  /** The first window, once its page has loaded. */
  page: Page
  userData: string
  host: Host
  /** Quits the app by its own quit command and waits for its exit. */
  close(): Promise<void>
}

/** @throws when the app does not open a window within Playwright's time */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const host = options.host ?? (await getTestHost())
  // Playwright resolves Electron by its own environment, not by the `env` of the launch.
  Object.assign(process.env, host.env)
  const isTemporary = options.userData === undefined
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'unknot-')))
  const removeFolder = () => (isTemporary ? rm(userData, removal) : Promise.resolve())
  try {
    const electronApp = await _electron.launch({
      args: [
        ...(host.kind === 'electron' ? unseenSwitches() : []),
        options.app ?? '.',
        `--user-data-dir=${userData}`,
        ...(options.args ?? []),
      ],
      cwd: root,
      env: { ...getEnvironment(), ...options.env },
      // Null leaves the colour scheme to the app; Playwright's default is light.
      colorScheme: null,
    })
    const page = await electronApp.firstWindow()
    await page.waitForLoadState()
    const close = async () => {
      await electronApp.close()
      await removeFolder()
    }
    return { electronApp, page, userData, host, close }
  } catch (error) {
    await removeFolder()
    throw error
  }
}

/** Retries, because Chromium may still be writing its last files. */
const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }

function getEnvironment(): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(set)
}
