/** Page set-up over CDP, before the page loads anything. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { WebPreferences } from 'electron'
import { getBrowser } from './browser.ts'
import type { Session } from './cdp.ts'
import { executable } from './command-line.ts'
import { binding, isolatedWorld } from './page/messages.ts'
import { makeScripts } from './page/scripts.ts'

export async function preparePage(page: Session, preferences: WebPreferences): Promise<void> {
  const { preload } = preferences
  const scripts = makeScripts(
    randomUUID(),
    getProcessFacts(preferences),
    preload === undefined ? undefined : readFileSync(preload, 'utf8'),
  )
  await Promise.all([
    page.send('Page.enable'),
    page.send('Runtime.enable'),
    page.send('Runtime.addBinding', { name: binding, executionContextName: isolatedWorld }),
    page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.ownWorld }),
    page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: scripts.preloadWorld,
      worldName: isolatedWorld,
    }),
    page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
  ])
}

/** The `process` of a sandboxed preload. */
function getProcessFacts({ additionalArguments = [] }: WebPreferences): object {
  return {
    versions: { ...process.versions },
    platform: process.platform,
    arch: process.arch,
    pid: getBrowser().process.pid,
    argv: [executable, ...additionalArguments],
    execPath: executable,
    env: {},
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    defaultApp: true,
  }
}
