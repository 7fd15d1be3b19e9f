/**
 * `npm start`: opens the app. Words after `--` go to the app, as in `npm start -- --demo`; `--fetch-electron` is for
 * this script: it tries once more to fetch Electron's binary.
 *
 * Where no window can be shown, the tour walks through the app instead. `--report FILE` needs no window: the app writes
 * the report and ends.
 */
import { join } from 'node:path'
import { asksForReport } from '../../main/app/headless-task.ts'
import { ensureBuilt } from '../host/built-app.ts'
import { hasDisplay, unseenSwitches } from '../host/chromium.ts'
import { fetchElectron, hasFailedBefore } from '../host/electron-binary.ts'
import { runInForeground } from '../host/foreground.ts'
import { findElectron, findWindowHost, getTestHost, root } from '../host/host.ts'

// Left over from a development server, it would show that server's pages, or none, in place of what was built.
delete process.env.ELECTRON_RENDERER_URL

const words = process.argv.slice(2)
const isAskedToFetch = words.includes('--fetch-electron')
const appWords = words.filter(word => word !== '--fetch-electron')

process.exitCode = await start()

async function start(): Promise<number> {
  const mayFetch = isAskedToFetch || (hasDisplay() && !hasFailedBefore() && !asksForReport(appWords))
  if (!findElectron() && mayFetch) await fetchElectron()
  const built = await ensureBuilt()
  if (built !== 0) return built
  if (asksForReport(appWords)) {
    const { executable, env } = await getTestHost()
    return runInForeground(executable, [...rootSwitches(), ...unseenSwitches(), '.', ...appWords], env)
  }
  const host = findWindowHost()
  if ('missing' in host) {
    console.log(`${host.missing} The tour walks through the app without one:`)
    return runInForeground(process.execPath, [join(root, 'test/tools/tour/tour.ts'), ...appWords])
  }
  console.log(host.description)
  return runInForeground(host.executable, [...rootSwitches(), '.', ...appWords], host.env)
}

/** Chromium refuses to run as root with its sandbox. */
function rootSwitches(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
