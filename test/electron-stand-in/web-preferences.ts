/** What an app may ask of a page: the sandbox and the separate worlds are all there is here. */
import type { WebPreferences } from 'electron'
import { refuseUnknown } from './absence.ts'
import { life } from './life.ts'

const knownPreferences = [
  'preload',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webSecurity',
  'allowRunningInsecureContent',
  'webviewTag',
  'spellcheck',
  // Chromium's developer tools are out of reach here, whether they are wanted or not.
  'devTools',
  'additionalArguments',
] satisfies (keyof WebPreferences)[]

const closedByDefault: Partial<Record<keyof WebPreferences, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
}

/** @throws on preferences that are unknown, or that would open what is always closed here */
export function checkPreferences(preferences: WebPreferences): void {
  refuseUnknown('webPreferences', preferences, knownPreferences)
  for (const [name, only] of Object.entries(closedByDefault)) {
    if (name === 'sandbox' && life.allSandboxed) continue
    const given = preferences[name as keyof WebPreferences]
    if (given !== undefined && given !== only) throw new Error(`The stand-in only knows ${name}: ${only}`)
  }
}
