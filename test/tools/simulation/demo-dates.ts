/**
 * `node test/tools/simulation/demo-dates.ts`: the whole analysis of the demo on 120 dates; the tests check six of them. Exit
 * status 1 unless each finds the planted links as likely, and nothing else.
 */
import { plantedRatios } from '../../shared/demo/planted-ratios.ts'
import { analyseDemo, demoStarts } from '../../shared/demo/shown-demo.ts'

const wanted = [...plantedRatios.keys()].toSorted().join(', ')
const wrong: string[] = []
for (const start of demoStarts) {
  const likely = analyseDemo(start)
    .filter(({ verdict }) => verdict === 'likely')
    .map(({ key }) => key)
    .toSorted()
    .join(', ')
  if (likely !== wanted)
    wrong.push(`${start.date} ${start.clock} ${start.timeZone}: ${likely || 'nothing'} is likely`)
}
for (const line of wrong) console.error(line)
console.log(`${demoStarts.length} dates, ${wrong.length} on which the demo does not show what was planted`)
process.exitCode = wrong.length === 0 ? 0 : 1
