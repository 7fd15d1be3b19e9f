/**
 * Entry point of the stand-in: makes `electron` importable, runs the files given with `-r`, then the app's main script,
 * then starts Chromium. The order is Electron's: the app is not ready before its main script has run.
 */
import { createRequire, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launch } from './app.ts'
import { commandLine, electronVersion, executable, isPackaged, mainScript } from './command-line.ts'

const define = (target: object, key: string, value: unknown) =>
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })

process.argv = [executable, ...process.argv.slice(2)]
define(process.versions, 'electron', electronVersion)
define(process, 'type', 'browser')
if (!isPackaged) define(process, 'defaultApp', true)
define(process, 'resourcesPath', join(dirname(executable), 'resources'))

const api = new URL('./index.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url: api, shortCircuit: true }
      : next(specifier, context),
})

// Electron shows an uncaught error and keeps running; here it goes to the log, where tests find it.
process.on('uncaughtException', error =>
  console.error('A JavaScript error occurred in the main process\n', error),
)

const require = createRequire(import.meta.url)
for (const file of commandLine.preloads) require(file)

try {
  await import(pathToFileURL(mainScript).href)
} catch (error) {
  console.error('App threw an error during load\n', error)
  process.exit(1)
}
try {
  await launch()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
