/**
 * `npm run verify`: the large matrices, which would make `npm test` too long. Prints a line for each part; what a part
 * prints is in test-results/verify. Words after `--` name the parts to run: `npm run verify -- demo zones`.
 */
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { createWriteStream, globSync, mkdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../host/host.ts'
import { findScript } from '../host/steps.ts'

interface Part {
  readonly name: string
  readonly what: string
  /** Scripts with their arguments, run in sequence, each with its additional environment variables. */
  readonly runs: readonly { readonly words: readonly string[]; readonly env?: NodeJS.ProcessEnv }[]
}

const unitTestsIn = (zone: string) => ({
  words: [findScript('vitest'), 'run', '--reporter=dot', '--project', 'Europe/Berlin', '--project', 'shared'],
  env: { UNKNOT_UNIT_ZONE: zone, NO_COLOR: '1' },
})

/** All unit tests that may use fast-check; the seed is in the log, and in the message of a property that fails. */
const propertiesWith = (seed: number) => ({
  words: [findScript('vitest'), 'run', '--reporter=dot', ...findPropertyTests()],
  env: { UNKNOT_PROPERTY_SEED: String(seed), UNKNOT_MATRICES: 'full', NO_COLOR: '1' },
})

const findPropertyTests = () => findTestsWith("from 'fast-check'")

/** Unit tests whose source contains a text. */
const findTestsWith = (text: string): string[] =>
  globSync('test/**/*.test.{ts,tsx}', { cwd: root }).filter(file =>
    readFileSync(join(root, file), 'utf8').includes(text),
  )

const parts: readonly Part[] = [
  {
    name: 'demo',
    what: 'the demo shows what was planted, on 120 dates',
    runs: [{ words: ['test/tools/simulation/demo-dates.ts'] }],
  },
  {
    name: 'zones',
    what: 'unit tests in four more zones',
    runs: ['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Honolulu'].map(unitTestsIn),
  },
  {
    name: 'properties',
    what: 'the property tests with five fresh seeds',
    runs: Array.from({ length: 5 }, () => propertiesWith(randomInt(2 ** 31))),
  },
  {
    name: 'matrices',
    what: 'every row of the matrices of which npm test runs one of each sort',
    runs: [
      {
        words: [findScript('vitest'), 'run', '--reporter=dot', ...findTestsWith('/host/matrix.ts')],
        env: { UNKNOT_MATRICES: 'full', NO_COLOR: '1' },
      },
      {
        words: [
          findScript('playwright'),
          'test',
          '--config',
          'test/e2e/playwright.config.ts',
          'languages.spec.ts',
          'week.spec.ts',
        ],
        env: { UNKNOT_MATRICES: 'full' },
      },
    ],
  },
  {
    name: 'fuzz',
    what: 'hostile calls on the handlers',
    runs: [{ words: ['test/fuzz/fuzz.ts'] }],
  },
  {
    name: 'kills',
    what: 'the program is killed 1,000 times, nothing acknowledged is lost',
    runs: [{ words: ['test/torture/torture.ts', '--kills', '1000'] }],
  },
  {
    name: 'flips',
    what: 'sealed files with a flipped or missing byte, hostile imports and calls: the unit tests of each, in one run',
    runs: [
      {
        words: [
          findScript('vitest'),
          'run',
          '--reporter=dot',
          'test/main/files/seal.test.ts',
          'test/main/services/transfer/hostile-imports.test.ts',
        ],
        env: { NO_COLOR: '1' },
      },
    ],
  },
  {
    name: 'full-disk',
    what: 'every write of the program on a full disk',
    runs: [{ words: ['test/full-disk/full-disk.ts'] }],
  },
  {
    name: 'reliability',
    what: 'clock set back, sleep, two copies, vanished backup folder, many times each',
    runs: [{ words: ['test/reliability/reliability.ts'] }],
  },
  {
    name: 'scan',
    what: 'static scan: each place that needs care is explained',
    runs: [{ words: ['test/tools/scan.ts'] }],
  },
  {
    name: 'hour',
    what: 'an hour of use sends no packet, counted in a network namespace, at a faster clock',
    runs: [{ words: ['test/tools/quiet-hour.ts'] }],
  },
  {
    name: 'stand-in',
    what: 'the specs of the stand-in, five times over',
    runs: [{ words: ['test/electron-stand-in/stress.ts'] }],
  },
  {
    name: 'accessibility',
    what: 'axe on every screen and dialog in forced colours, with more contrast and with text at 200 %',
    runs: [
      {
        words: [
          findScript('playwright'),
          'test',
          '--config',
          'test/e2e/playwright.config.ts',
          'accessibility.spec.ts',
        ],
        env: { UNKNOT_ACCESSIBILITY: 'full' },
      },
    ],
  },
  {
    name: 'dates',
    what: 'the end-to-end specs at every moment of npm run test:dates',
    runs: [{ words: ['test/tools/dates.ts'] }],
  },
]

const logs = join(root, 'test-results/verify')

process.exitCode = await verify(process.argv.slice(2))

async function verify(names: readonly string[]): Promise<number> {
  const unknown = names.find(name => parts.every(part => part.name !== name))
  if (unknown !== undefined) {
    console.error(`There is no part ${unknown}. The parts:`)
    for (const { name, what } of parts) console.error(`  ${name}: ${what}`)
    return 2
  }
  mkdirSync(logs, { recursive: true })
  let allWell = true
  for (const part of parts.filter(({ name }) => names.length === 0 || names.includes(name)))
    allWell = (await runPart(part)) && allWell
  return allWell ? 0 : 1
}

async function runPart({ name, what, runs }: Part): Promise<boolean> {
  const log = join(logs, `${name}.log`)
  const output = createWriteStream(log)
  const startedAt = performance.now()
  let failed = 0
  for (const { words, env } of runs) failed += Number((await runScript(words, env, output)) !== 0)
  output.end()
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(
    failed === 0
      ? `${name}: passed, ${seconds} s (${what})`
      : `${name}: FAILED, ${seconds} s (${what}): see ${relative(process.cwd(), log)}`,
  )
  return failed === 0
}

function runScript(
  words: readonly string[],
  env: NodeJS.ProcessEnv | undefined,
  output: NodeJS.WritableStream,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.pipe(output, { end: false })
    child.stderr.pipe(output, { end: false })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? (signal === null ? 0 : 1)))
  })
}
