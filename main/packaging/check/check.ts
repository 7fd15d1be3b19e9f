/**
 * `npm run package:check [-- --no-install]`: proves the packaging without a network beyond npm and Debian. Prints a line
 * for each part with its seconds and sizes; the log is in test-results/package.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { root } from '../config.ts'
import { findObstacle, makeChroot } from './chroot.ts'
import { readReport, tryDeb } from './install.ts'
import { findFaults, type Packed, pack } from './pack.ts'
import { describeSize } from './sizes.ts'

const { values } = parseArgs({ options: { 'no-install': { type: 'boolean' } } })
const work = mkdtempSync(join(tmpdir(), 'unknot-package-'))
const logs = join(root, 'test-results/package')
mkdirSync(logs, { recursive: true })
const log = join(logs, 'check.log')
writeFileSync(log, '')

let faultCount = 0

/** @param act gives the faults, and words about what was made */
async function part(name: string, act: () => Promise<readonly [string[], string]>): Promise<void> {
  const startedAt = performance.now()
  const [faults, words] = await act().catch((error): [string[], string] => [[String(error)], ''])
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  for (const fault of faults) console.log(`  ${fault}`)
  console.log(
    `${faults.length === 0 ? 'ok  ' : 'FAIL'} ${name}, ${seconds} s${words === '' ? '' : `: ${words}`}`,
  )
  faultCount += faults.length
}

try {
  for (const system of ['linux', 'mac', 'win'] as const)
    await part(`the program for ${system}`, async () => {
      const packed = await pack(system, work)
      const faults = await findFaults(system, packed)
      return [
        faults,
        `app.asar ${describeSize(join(packed.resources, 'app.asar'))}, without Electron ${describeSize(packed.folder)}`,
      ]
    })
  await part('a report by the packed program', async () => {
    const path = join(work, 'report.pdf')
    const data = join(work, 'data')
    await promisify(execFile)(linux().executable, [`--user-data-dir=${data}`, '--demo', '--report', path])
    return [await readReport(path), describeSize(path)]
  })
  await part('archives', async () => {
    findTools()
    await pack('linux', work, ['deb', 'tar.gz'])
    await pack('win', work, ['zip'])
    await pack('mac', work, ['zip'])
    const made = listArchives()
    const missing = ['.deb', '.tar.gz', 'win.zip', 'mac.zip'].filter(
      ending => !made.some(name => name.endsWith(ending)),
    )
    return [
      missing.map(ending => `No ${ending} was made.`),
      made.map(name => `${name} ${describeSize(join(work, 'packages', name))}`).join(', '),
    ]
  })
  const obstacle = values['no-install'] === true ? 'not asked for' : findObstacle()
  if (obstacle !== undefined)
    console.log(`not proven: that the deb installs, starts and purges (${obstacle})`)
  else
    await part('the deb in a clean Debian: installed, started, purged', async () => {
      const chroot = makeChroot(log)
      try {
        const deb = listArchives().find(name => name.endsWith('.deb')) ?? ''
        return [await tryDeb(chroot, join(work, 'packages', deb)), '']
      } finally {
        chroot.remove()
      }
    })
} finally {
  rmSync(work, { recursive: true, force: true })
}
console.log(
  faultCount === 0
    ? 'Packaging: no fault found. Never run: NSIS, dmg, AppImage, flatpak, signing, and any real Electron.'
    : `Packaging: ${faultCount} faults, log in ${log}`,
)
process.exitCode = faultCount === 0 ? 0 : 1

function linux(): Pick<Packed, 'executable'> {
  return { executable: join(work, 'packages/linux-unpacked/unknot') }
}

/** Names the tools that electron-builder would download: fpm has a stand-in, 7za is Debian's. */
function findTools(): void {
  process.env.CUSTOM_FPM_PATH = join(import.meta.dirname, 'fpm.ts')
  const sevenZip = ['/usr/bin/7za', '/usr/bin/7zz', '/usr/bin/7z'].find(existsSync)
  if (sevenZip === undefined) throw new Error('7za is not installed (apt-get install p7zip-full)')
  process.env.ELECTRON_BUILDER_7ZIP_PATH = sevenZip
}

function listArchives(): string[] {
  return readdirSync(join(work, 'packages')).filter(name => /\.(deb|tar\.gz|zip)$/.test(name))
}
