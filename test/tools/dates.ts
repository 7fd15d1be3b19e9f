/**
 * `npm run test:dates`: the end-to-end specs at moments at which programs of this kind break. Builds once, runs two moments at
 * a time, continues after failures, and ends with a table of the moments. What a run prints is in test-results/dates.
 *
 *   npm run test:dates                                     all moments, all specs
 *   npm run test:dates -- --moment leap-day report.spec.ts  one of them, these specs; --moment can be repeated
 *   npm run test:dates -- --only-failed                    the spec files that failed in the last run, at their moments
 *   npm run test:dates -- --list                           the moments
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../../main/app/clock.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { ensureBuilt } from '../host/built-app.ts'
import { root } from '../host/host.ts'
import { describeMoment, type TestMoment, testMoments } from '../host/moments.ts'
import { countPlaywright, listFailedFiles, readJson } from '../host/reports.ts'
import { playwright } from '../host/steps.ts'

const today: TestMoment = {
  name: 'today',
  now: `${calendarDate(momentOfInstant(systemClock.now(), systemClock.timeZone()))}T16:00`,
  zone: systemClock.timeZone(),
}
const moments = [...testMoments, today]

/** Concurrent runs of one worker each: the second one keeps its core busy while a run ends and the next begins. */
const CONCURRENT_RUNS = 2

const logs = join(root, 'test-results/dates')
/** Spec files that failed in the last run, by the name of the moment. */
const failedFile = join(logs, 'failed.json')

/** Specs of one moment; none means all. */
interface Run {
  readonly moment: TestMoment
  readonly specs: readonly string[]
}

interface Result extends Run {
  readonly passed: number
  readonly failed: number
  readonly seconds: number
  readonly isWell: boolean
  readonly failedFiles: readonly string[]
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    moment: { type: 'string', multiple: true },
    'only-failed': { type: 'boolean' },
    list: { type: 'boolean' },
  },
})

process.exitCode = await main()

async function main(): Promise<number> {
  if (values.list) {
    for (const moment of moments) console.log(describeMoment(moment))
    return 0
  }
  const unknown = values.moment?.find(name => moments.every(moment => moment.name !== name))
  if (unknown !== undefined) {
    console.error(`There is no moment ${unknown}. The moments: ${moments.map(({ name }) => name).join(', ')}`)
    return 2
  }
  const runs = chooseRuns()
  if (runs.length === 0) {
    console.log('Nothing failed in the last run.')
    return 0
  }
  const built = await ensureBuilt()
  if (built !== 0) return built
  mkdirSync(logs, { recursive: true })
  const results = await runAll(runs)
  const failed = results.filter(({ isWell }) => !isWell)
  writeFileSync(
    failedFile,
    JSON.stringify(Object.fromEntries(failed.map(({ moment, failedFiles }) => [moment.name, failedFiles]))),
  )
  printTable(runs.flatMap(({ moment }) => results.find(result => result.moment === moment) ?? []))
  return failed.length === 0 ? 0 : 1
}

function chooseRuns(): Run[] {
  const chosen = moments.filter(({ name }) => values.moment?.includes(name) ?? true)
  if (!values['only-failed']) return chosen.map(moment => ({ moment, specs: positionals }))
  const failed = readJson(failedFile) ?? {}
  return chosen.flatMap(moment => {
    const specs = failed[moment.name]
    return Array.isArray(specs) ? [{ moment, specs: specs.map(String) }] : []
  })
}

/** Runs a queue, `CONCURRENT_RUNS` at a time. */
async function runAll(runs: readonly Run[]): Promise<Result[]> {
  const queue = [...runs]
  const results: Result[] = []
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const result = await runAt(next)
      results.push(result)
      console.log(describeResult(result))
    }
  }
  await Promise.all(Array.from({ length: CONCURRENT_RUNS }, work))
  return results
}

async function runAt({ moment, specs }: Run): Promise<Result> {
  const reports = mkdtempSync(join(tmpdir(), 'unknot-reports-'))
  const report = join(reports, 'e2e.json')
  const startedAt = performance.now()
  const status = await playwright('test/e2e/playwright.config.ts', report, {
    log: getLog(moment),
    // A folder of its own, because a run empties its output folder when it starts.
    words: ['--workers=1', `--output=${join(logs, moment.name)}`, ...specs],
    env: {
      UNKNOT_TEST_MOMENT: describeMoment(moment),
      UNKNOT_TEST_NOW: moment.now,
      UNKNOT_TEST_ZONE: moment.zone,
    },
  })
  const result = {
    moment,
    specs,
    ...countPlaywright(report),
    seconds: Math.round((performance.now() - startedAt) / 1000),
    isWell: status === 0,
    failedFiles: listFailedFiles(report),
  }
  rmSync(reports, { recursive: true })
  return result
}

function getLog(moment: TestMoment): string {
  return join(logs, `${moment.name}.log`)
}

function describeResult({ moment, passed, failed, seconds, isWell }: Result): string {
  const counts = `${describeMoment(moment)}: ${passed} passed, ${failed} failed, ${seconds} s`
  return isWell ? counts : `${counts}: see ${relative(process.cwd(), getLog(moment))}`
}

function printTable(results: readonly Result[]): void {
  const width = Math.max(...results.map(({ moment }) => describeMoment(moment).length))
  console.log(`\n${'moment'.padEnd(width)}  passed  failed  seconds`)
  for (const { moment, passed, failed, seconds, failedFiles } of results) {
    const numbers = [passed, failed, seconds].map(number => String(number).padStart(6)).join('  ')
    console.log(`${[`${describeMoment(moment).padEnd(width)}  ${numbers}`, ...failedFiles].join('  ')}`)
  }
}
