/**
 * Starts a packed program on the stand-in for Electron: `launcher.ts EXECUTABLE WORDS...`. Node cannot read an asar, so its
 * files, with those kept outside it, are extracted first. Run by the executable of `electron-dist.ts`.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { extractAll } from '@electron/asar'
import { getTestChromium } from '../../../test/host/chromium.ts'
import { root } from '../../../test/host/host.ts'

const [executable = '', ...words] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'unknot-packed-'))
extractAll(join(dirname(executable), 'resources/app.asar'), folder)
const chromium = await getTestChromium()
const program = spawn(process.execPath, [join(root, 'test/electron-stand-in/boot.ts'), ...words], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ELECTRON_STAND_IN_BROWSER: chromium.executable,
    ELECTRON_STAND_IN_EXECUTABLE: executable,
    ELECTRON_STAND_IN_PACKAGED: folder,
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => program.kill(signal))
program.on('close', (code, signal) => {
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = code ?? (signal === null ? 0 : 1)
})
