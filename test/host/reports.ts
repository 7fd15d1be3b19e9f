/** Test counts from the JSON reports of the runners. */
import { readFileSync } from 'node:fs'

export interface Counts {
  passed: number
  failed: number
}

const none: Counts = { passed: 0, failed: 0 }

/** Null if there is no such file, as when a runner was not started or wrote no report. */
export function readJson(file: string): Record<string, unknown> | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

export function countVitest(file: string): Counts {
  const report = readJson(file)
  return report === null
    ? none
    : { passed: Number(report.numPassedTests), failed: Number(report.numFailedTests) }
}

/** Counts flaky tests as failed. Retries are off, so there should be none. */
export function countPlaywright(file: string): Counts {
  const report = readJson(file)
  if (report === null) return none
  const { expected, unexpected, flaky } = report.stats as Record<string, number>
  return { passed: Number(expected), failed: Number(unexpected) + Number(flaky) }
}

/** Spec files of a Playwright report in which a test failed. */
export function listFailedFiles(file: string): string[] {
  const suites = (readJson(file)?.suites ?? []) as PlaywrightSuite[]
  return suites.filter(suite => !isSuiteOk(suite)).map(suite => suite.file)
}

interface PlaywrightSuite {
  file: string
  specs: { ok: boolean }[]
  suites?: PlaywrightSuite[]
}

const isSuiteOk = ({ specs, suites = [] }: PlaywrightSuite): boolean =>
  specs.every(({ ok }) => ok) && suites.every(isSuiteOk)

export const addCounts = (counts: readonly Counts[]): Counts =>
  counts.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    none,
  )
