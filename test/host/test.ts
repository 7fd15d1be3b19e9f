/**
 * `npm test`: everything there is to check, cheapest first. Ends at the first step that fails; its last line counts the
 * tests.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, step } from './steps.ts'

const reports = mkdtempSync(join(tmpdir(), 'unknot-reports-'))
const unitReport = join(reports, 'unit.json')
const standInReport = join(reports, 'stand-in.json')
const endToEndReport = join(reports, 'e2e.json')

const playwright = (config: string, report: string) => () =>
  run('playwright', ['test', '--config', config, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })

const steps: readonly [string, () => Promise<number>][] = [
  ['types', () => run('tsc', ['--build'])],
  ['lint', () => run('biome', ['ci', '--error-on-warnings'])],
  [
    'unit',
    () => run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`]),
  ],
  ['build', () => run('electron-vite', ['build', '--logLevel', 'warn'])],
  ['stand-in for Electron', playwright('test/electron-stand-in/playwright.config.ts', standInReport)],
  ['end to end', playwright('test/e2e/playwright.config.ts', endToEndReport)],
]

let allWell = true
for (const [name, action] of steps) {
  allWell = await step(name, action)
  if (!allWell) break
}

interface Counts {
  passed: number
  failed: number
}

/** What a runner's report counted; nothing for a runner that was not reached or did not get as far as a report. */
function count(file: string, read: (report: Record<string, unknown>) => Counts): Counts {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 0 }
  }
}

const fromVitest = (report: Record<string, unknown>): Counts => ({
  passed: Number(report.numPassedTests),
  failed: Number(report.numFailedTests),
})
const fromPlaywright = ({ stats }: Record<string, unknown>): Counts => {
  const { expected, unexpected, flaky } = stats as Record<string, number>
  return { passed: Number(expected) + Number(flaky), failed: Number(unexpected) }
}
const counts = [
  count(unitReport, fromVitest),
  count(standInReport, fromPlaywright),
  count(endToEndReport, fromPlaywright),
]
rmSync(reports, { recursive: true })
const total = (what: keyof Counts) => counts.reduce((sum, one) => sum + one[what], 0)
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = allWell ? 0 : 1
