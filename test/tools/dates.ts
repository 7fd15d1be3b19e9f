/**
 * `npm run test:dates`: the end-to-end specs at moments at which programs of this kind break. Builds first, and ends with
 * a line for each moment. A spec that fails names its moment in front of its title.
 *
 *   npm run test:dates                                     all moments, all specs
 *   npm run test:dates -- --moment leap-day report.spec.ts  one of them, these specs; --moment can be repeated
 *   npm run test:dates -- --list                           the moments
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../../main/app/clock.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { ensureBuilt } from '../host/built-app.ts'
import { describeMoment, type TestMoment, testMoments } from '../host/moments.ts'
import { countPlaywright } from '../host/reports.ts'
import { playwright } from '../host/steps.ts'

const today: TestMoment = {
  name: 'today',
  now: `${calendarDate(momentOfInstant(systemClock.now(), systemClock.timeZone()))}T16:00`,
  zone: systemClock.timeZone(),
}
const moments = [...testMoments, today]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { moment: { type: 'string', multiple: true }, list: { type: 'boolean' } },
})

process.exitCode = await run()

async function run(): Promise<number> {
  if (values.list) {
    for (const moment of moments) console.log(describeMoment(moment))
    return 0
  }
  const unknown = values.moment?.find(name => moments.every(moment => moment.name !== name))
  if (unknown !== undefined) {
    console.error(`There is no moment ${unknown}. The moments: ${moments.map(({ name }) => name).join(', ')}`)
    return 2
  }
  const chosen = moments.filter(({ name }) => values.moment?.includes(name) ?? true)
  const built = await ensureBuilt()
  if (built !== 0) return built
  const results: string[] = []
  let allWell = true
  for (const moment of chosen) {
    const { line, isWell } = await runAt(moment)
    results.push(line)
    allWell &&= isWell
  }
  console.log(`\n${results.join('\n')}`)
  return allWell ? 0 : 1
}

async function runAt(moment: TestMoment): Promise<{ line: string; isWell: boolean }> {
  console.log(`\n── ${describeMoment(moment)}`)
  const reports = mkdtempSync(join(tmpdir(), 'unknot-reports-'))
  const report = join(reports, 'e2e.json')
  const status = await playwright('test/e2e/playwright.config.ts', report, positionals, {
    UNKNOT_TEST_MOMENT: describeMoment(moment),
    UNKNOT_TEST_NOW: moment.now,
    UNKNOT_TEST_ZONE: moment.zone,
  })
  const { passed, failed } = countPlaywright(report)
  rmSync(reports, { recursive: true })
  return { line: `${describeMoment(moment)}: ${passed} passed, ${failed} failed`, isWell: status === 0 }
}
