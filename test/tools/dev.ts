/** `npm run dev`: the app with its pages from Vite's server, built again whenever a source changes. */
import { runInForeground } from '../host/foreground.ts'
import { findWindowHost } from '../host/host.ts'
import { findScript } from '../host/steps.ts'

const host = findWindowHost()
if ('missing' in host) {
  console.error(host.missing)
  process.exitCode = 1
} else {
  console.log(host.description)
  // Words for the app stand after another `--`, which electron-vite understands.
  const words = process.argv.slice(2)
  process.exitCode = await runInForeground(
    process.execPath,
    [findScript('electron-vite'), 'dev', ...(words.length > 0 ? ['--', ...words] : [])],
    host.env,
  )
}
