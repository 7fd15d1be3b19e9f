/** Lint rule clock.grit: clock, time zone and locale of the computer may be read in the clock seam alone. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findScript } from '../host/steps.ts'

const root = join(import.meta.dirname, '../..')

interface Finding {
  readonly path: string
  readonly line: number
  readonly message: string
}

/** Findings of the plugins in biome.json, for files given by path and text. */
function lint(files: Readonly<Record<string, string>>): Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-lint-'))
  try {
    const { plugins }: { plugins: { path: string }[] } = JSON.parse(
      readFileSync(join(root, 'biome.json'), 'utf8'),
    )
    const absolute = plugins.map(plugin => ({ ...plugin, path: join(root, plugin.path) }))
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ plugins: absolute }))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const { stdout } = spawnSync(
      process.execPath,
      [findScript('biome'), 'lint', '--max-diagnostics=none', '--reporter=json'],
      { cwd: folder, encoding: 'utf8' },
    )
    interface Diagnostic {
      category: string
      message: string
      location: { path: string; start: { line: number } }
    }
    const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(stdout)
    return diagnostics
      .filter(({ category }) => category === 'plugin')
      .map(({ message, location }) => ({ path: location.path, line: location.start.line, message }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const clock = 'reads the computer’s clock'
const locale = 'formats by the locale of the process'
const zone = 'formats in the zone of the process'
const local = 'uses the zone of the process'

const wrong: readonly [code: string, said: string][] = [
  ['Date.now()', clock],
  ['[1].map(Date.now)', clock],
  ['new Date()', clock],
  ['new Date', clock],
  ['Temporal.Now.instant()', clock],
  ['performance.timeOrigin', clock],
  ['new Date(5).getHours()', local],
  ['new Date(5).getTimezoneOffset()', local],
  ['new Intl.NumberFormat()', locale],
  ['new Intl.NumberFormat(undefined, { minimumFractionDigits: 1 })', locale],
  ['Intl.DateTimeFormat().resolvedOptions()', locale],
  ['(5).toLocaleString()', locale],
  ["new Date(5).toLocaleDateString(undefined, { timeZone: 'UTC' })", locale],
  ["new Intl.DateTimeFormat('en', { dateStyle: 'short' }).format(5)", zone],
]
const right = [
  'performance.now()',
  'new Date(5).toISOString()',
  'Date.UTC(2026, 0, 1)',
  "new Intl.NumberFormat('en').format(5)",
  "new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone: 'UTC' }).format(5)",
]

const inLines = (codes: readonly string[]) =>
  `${codes.map((code, index) => `export const v${index} = ${code}`).join('\n')}\n`

const paths = [
  'main/x.ts',
  'renderer/X.tsx',
  'shared/x.ts',
  'preload/x.ts',
  'test/e2e/x.spec.ts',
  'test/host/x.ts',
]

test('what reads clock, zone or locale of the computer is found in every layer; the seam itself may', () => {
  const text = inLines(wrong.map(([code]) => code))
  const found = lint(Object.fromEntries([...paths, 'main/app/clock.ts'].map(path => [path, text])))
  for (const path of paths)
    for (const [index, [code, message]] of wrong.entries())
      expect(
        found.filter(one => one.path === path && one.line === index + 1).map(one => one.message),
        `${path}: ${code}`,
      ).toContainEqual(expect.stringContaining(message))
  expect(found.filter(({ path }) => path === 'main/app/clock.ts')).toEqual([])
})

test('durations, given dates and stated locales pass', () => {
  expect(lint({ 'main/x.ts': inLines(right) })).toEqual([])
})
