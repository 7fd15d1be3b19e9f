/**
 * `npm run simulate`: does the analysis keep what it promises, on diaries whose truth is known?
 *
 *   --runs N           diaries with enough data per scenario, instead of 2,000 (300 for the repeated looks)
 *   --scenario NAME    only this one, or all whose name begins with it; may be given again
 *
 * Prints every row with its band, and the totals last; writes simulation-report.json. Exit status 1 if a row lies
 * outside its band, 2 if the command is not understood.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { hireCrew } from './crew.ts'
import { studies } from './studies.ts'
import { FULL_RUNS, type Study } from './study.ts'
import { formatBand, type SummaryRow, summarize } from './summary.ts'

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

/** One line that is written over while a terminal watches; nothing in a log. */
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
const crew = hireCrew()
const rows: SummaryRow[] = []
for (const [index, study] of chosen.entries()) {
  const wanted = runs ?? study.runs
  const { outcomes, made } = await crew.study(study, wanted, usable =>
    showProgress(`${index + 1} of ${chosen.length}  ${study.name}  ${usable} of ${wanted}`),
  )
  showProgress('')
  console.log(`\n${study.name}: ${study.title}`)
  const ofStudy = summarize(study, outcomes, made)
  ofStudy.forEach(print)
  rows.push(...ofStudy)
}
await crew.dismiss()

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
