/** The deb as a person meets it: installed in a clean Debian, started, and purged. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { openPdf, readPages } from '../../../test/e2e/pdf-pages.ts'
import { getTestChromium } from '../../../test/host/chromium.ts'
import { type Chroot, HOME } from './chroot.ts'

const INSTALLED = [
  '/opt/Unknot/unknot',
  '/opt/Unknot/resources/app.asar',
  '/usr/share/applications/unknot.desktop',
  '/usr/share/mime/packages/unknot.xml',
  '/usr/share/doc/unknot/copyright',
  ...[16, 32, 48, 128, 256, 512].map(size => `/usr/share/icons/hicolor/${size}x${size}/apps/unknot.png`),
]

/** Faults of the package, a sentence each. */
export async function tryDeb(chroot: Chroot, deb: string): Promise<string[]> {
  const { folder, run, runAsUser } = chroot
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'desktop-file-utils', 'shared-mime-info')
  const before = findTraces(chroot)
  cpSync(deb, join(folder, 'tmp', basename(deb)))
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', `/tmp/${basename(deb)}`)
  const faults = INSTALLED.filter(path => !existsSync(join(folder, path))).map(
    path => `${path} is not installed.`,
  )
  run('desktop-file-validate', '/usr/share/applications/unknot.desktop')
  const entry = readFileSync(join(folder, 'usr/share/applications/unknot.desktop'), 'utf8')
  for (const line of ['MimeType=application/vnd.unknot.copy;', 'Exec=/opt/Unknot/unknot --cramp-now'])
    if (!entry.includes(line)) faults.push(`The desktop entry lacks ${line}`)
  run('sh', '-c', `printf x > ${HOME}/a.unknot`)
  if (
    !run('sh', '-c', 'grep -h unknot /usr/share/mime/globs2').includes(
      ':application/vnd.unknot.copy:*.unknot',
    )
  )
    faults.push('A *.unknot file is not known as a copy of a journal.')
  if (run('find', '/opt/Unknot', '-perm', '-o+w', '!', '-type', 'l') !== '')
    faults.push('Anyone could change files of the program.')

  // Its package unpacks Chromium for one user alone.
  execFileSync('chmod', ['-R', 'go+rX', dirname((await getTestChromium()).executable)])
  // Within a chroot there are no user namespaces, on which Chromium's sandbox is built.
  runAsUser('unknot', '--no-sandbox', '--demo', '--report', `${HOME}/report.pdf`)
  faults.push(...(await readReport(join(folder, HOME, 'report.pdf'))))

  run('apt-get', 'purge', '-y', '-qq', 'unknot')
  const left = findTraces(chroot).filter(path => !before.includes(path))
  faults.push(...left.map(path => `${path} is left behind.`))
  if (!existsSync(join(folder, HOME, '.config/Unknot')))
    faults.push('The person’s own folder was removed with the program.')
  return faults
}

/** Files of the system, outside the home folders, that bear the program's name. */
function findTraces({ folder, run }: Chroot): string[] {
  // dpkg removes /opt with the last package in it.
  const places = ['/etc', '/opt', '/usr', '/var/lib'].filter(place => existsSync(join(folder, place)))
  return run('find', ...places, '-xdev', '-iname', '*unknot*')
    .split('\n')
    .filter(Boolean)
}

/** Faults of a report of the demo journal, read back from its PDF. */
export async function readReport(path: string): Promise<string[]> {
  const pages = await readPages(await openPdf(path))
  return /cramps?/i.test(pages[0] ?? '') ? [] : [`The report's first page reads: ${pages[0]?.slice(0, 200)}`]
}
