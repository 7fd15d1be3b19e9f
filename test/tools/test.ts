/**
 * `npm test`: types, lint, dead code, unit tests, build, end-to-end specs, cheapest first. Ends at the first step that fails; its last
 * line counts the tests. With `-- --stand-in`, as CI runs it, the stand-in's own specs come before those of the program.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addCounts, countPlaywright, countVitest } from '../host/reports.ts'
import { findDeadCode, lint, playwright, run, step } from '../host/steps.ts'

const reports = mkdtempSync(join(tmpdir(), 'unknot-reports-'))
const unitReport = join(reports, 'unit.json')
const standInReport = join(reports, 'stand-in.json')
const endToEndReport = join(reports, 'e2e.json')

const isWithStandIn = process.argv.includes('--stand-in')

const steps: [string, () => Promise<number>][] = [
  ['types', () => run('tsc', ['--build'])],
  ['lint', lint],
  ['dead code', findDeadCode],
  [
    'unit',
    () => run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`]),
  ],
  ['build', () => run('electron-vite', ['build', '--logLevel', 'warn'])],
]
if (isWithStandIn)
  steps.push([
    'stand-in for Electron',
    () => playwright('test/electron-stand-in/playwright.config.ts', standInReport),
  ])
steps.push(['end to end', () => playwright('test/e2e/playwright.config.ts', endToEndReport)])

let allWell = true
for (const [name, action] of steps) {
  allWell = await step(name, action)
  if (!allWell) break
}

const { passed, failed } = addCounts([
  countVitest(unitReport),
  countPlaywright(standInReport),
  countPlaywright(endToEndReport),
])
rmSync(reports, { recursive: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = allWell ? 0 : 1
