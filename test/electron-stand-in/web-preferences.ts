/** `webPreferences` check: only a sandboxed, context-isolated page is implemented. */
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
  // Accepted and ignored: developer tools cannot be opened here.
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
  // The system's own checker on macOS; elsewhere Chromium's, which would fetch a dictionary.
  ...(process.platform === 'darwin' ? {} : { spellcheck: false }),
}

/** @throws on unknown preferences, and on values that would weaken the sandbox or isolation */
export function checkPreferences(preferences: WebPreferences): void {
  refuseUnknown('webPreferences', preferences, knownPreferences)
  for (const [name, only] of Object.entries(closedByDefault)) {
    if (name === 'sandbox' && life.allSandboxed) continue
    const given = preferences[name as keyof WebPreferences]
    if (given !== undefined && given !== only) throw new Error(`The stand-in only knows ${name}: ${only}`)
  }
}
