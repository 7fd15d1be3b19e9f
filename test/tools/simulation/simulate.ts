/**
 * `npm run simulate`: coverage, level and bias of the analysis on simulated diaries with a known truth.
 *
 *   --runs N           diaries with enough data per scenario; default 2,000 (300 for the repeated looks)
 *   --scenario NAME    only scenarios whose name begins with NAME; repeatable
 *
 * Prints every row with its band, and the totals last; writes simulation-report.json. Exit status 1 if a row lies
 * outside its band, 2 if the command is not understood.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { studies } from './studies.ts'
import { FULL_RUNS, type Study } from './study.ts'
import { formatBand, type SummaryRow, summarize } from './summary.ts'
import { createWorkerPool } from './worker-pool.ts'

const REPORT = 'simulation-report.json'

function leave(message: string): never {
  console.error(message)
  console.error('usage: npm run simulate -- [--runs N] [--scenario NAME]...')
  process.exit(2)
}

function readArguments(): { readonly chosen: readonly Study[]; readonly runs: number | null } {
  try {
    const { values } = parseArgs({
      options: { runs: { type: 'string' }, scenario: { type: 'string', multiple: true } },
    })
    const runs = values.runs === undefined ? null : Number(values.runs)
    if (runs !== null && !(Number.isInteger(runs) && runs > 0)) leave('--runs wants a whole number above 0.')
    const names = values.scenario ?? ['']
    const unknown = names.find(name => !studies.some(study => study.name.startsWith(name)))
    if (unknown !== undefined)
      leave(
        `No scenario begins with "${unknown}". There are:\n${studies.map(({ name }) => `  ${name}`).join('\n')}`,
      )
    return { chosen: studies.filter(study => names.some(name => study.name.startsWith(name))), runs }
  } catch (error) {
    return leave(error instanceof Error ? error.message : String(error))
  }
}

/** Progress line, overwritten in place on a terminal; nothing is written to a log file. */
function showProgress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`)
}

function print({ what, value, band, passed, runs, made }: SummaryRow): void {
  const verdict = band === null ? '    ' : passed ? 'pass' : 'FAIL'
  const rests = made === runs ? `${runs} runs` : `${runs} runs of ${made}`
  console.log(
    `${verdict}  ${value.toFixed(3).padStart(7)}  ${formatBand(band).padEnd(15)}  ${what} (${rests})`,
  )
}

const { chosen, runs } = readArguments()
const started = performance.now()
const pool = createWorkerPool()
const rows: SummaryRow[] = []
for (const [index, study] of chosen.entries()) {
  const wanted = runs ?? study.runs
  const { outcomes, made } = await pool.study(study, wanted, usable =>
    showProgress(`${index + 1} of ${chosen.length}  ${study.name}  ${usable} of ${wanted}`),
  )
  showProgress('')
  console.log(`\n${study.name}: ${study.title}`)
  const ofStudy = summarize(study, outcomes, made)
  ofStudy.forEach(print)
  rows.push(...ofStudy)
}
await pool.terminate()

const judged = rows.filter(({ band }) => band !== null)
const failed = judged.filter(({ passed }) => !passed).length
const seconds = Math.round((performance.now() - started) / 1000)
writeFileSync(REPORT, `${JSON.stringify({ seconds, runs, rows }, null, 2)}\n`)
if (runs !== null && runs < FULL_RUNS) {
  const chance = 2 * Math.sqrt((0.05 * 0.95) / runs)
  console.log(
    `\nThe bands are made for ${FULL_RUNS} runs. With ${runs}, chance alone moves a share of 0.05 by up to ${chance.toFixed(3)}.`,
  )
}
console.log(`\n${rows.length} rows in ${seconds} s, written to ${REPORT}`)
console.log(`${judged.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
