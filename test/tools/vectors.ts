/**
 * `npm run vectors -- FILE`: runs the cases of a reference file through the project's own functions.
 *
 * Prints one line per case, the differences of a failed one below it, and the totals last. Exit status 1 on any failure,
 * 2 if the file cannot be read.
 */
import { readFileSync } from 'node:fs'
import { referenceFile, runCase } from './vectors/run-case.ts'

const DIFFERENCES_SHOWN = 5

function readCases(path: string) {
  try {
    return referenceFile.parse(JSON.parse(readFileSync(path, 'utf8'))).cases
  } catch (error) {
    console.error(`${path} is not a reference file: ${error instanceof Error ? error.message : error}`)
    process.exit(2)
  }
}

const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error('usage: npm run vectors -- FILE')
  process.exit(2)
}

let failed = 0
const cases = readCases(path)
for (const reference of cases) {
  const { passed, largestError, differences } = runCase(reference)
  console.log(
    `${passed ? 'pass' : 'FAIL'}  ${reference.id}  largest error ${largestError.toExponential(2)}  (tolerance ${reference.tolerance})`,
  )
  for (const difference of differences.slice(0, DIFFERENCES_SHOWN)) console.log(`      ${difference}`)
  if (!passed) failed += 1
}
console.log(`${cases.length - failed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
