/** Starts the built app under Playwright's control, for the e2e specs and the tour, on whichever host there is. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { unseenSwitches } from './chromium.ts'
import { getTestHost, type Host, root } from './host.ts'

export interface LaunchOptions {
  /** The data folder. Without one, a temporary folder is made, and removed when the app has closed. */
  userData?: string
  /** More words for the app's command line. */
  args?: readonly string[]
  /** More of the environment. */
  env?: Readonly<Record<string, string>>
  /** The folder of the app to start: the project's own if not given. */
  app?: string
  /** The host to start it on: the one for tests if not given. */
  host?: Host
}

export interface LaunchedApp {
  electronApp: ElectronApplication
  /** The first window, once its page has loaded. */
  page: Page
  userData: string
  host: Host
  /** Quits the app as a person would, and waits until it has ended. */
  close(): Promise<void>
}

/** @throws when the app does not open a window within Playwright's time */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const host = options.host ?? (await getTestHost())
  // Playwright looks for Electron in its own environment, before it starts anything.
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
      // Light or dark is the app's to say: Playwright would otherwise make every page light.
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

/** Chromium may still be writing its last files. */
const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }

function getEnvironment(): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(set)
}
