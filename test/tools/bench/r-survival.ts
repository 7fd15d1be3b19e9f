/** Reference fit in R, where R and its package `survival` are installed. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SetTable } from '../../../shared/statistics/set-table.ts'

export interface RTiming {
  readonly version: string
  /** Duration of each fit in ms, without R's start. */
  readonly runs: readonly number[]
  readonly beta: number
}

const script = `
suppressPackageStartupMessages(library(survival))
rows <- read.csv(commandArgs(TRUE)[1])
fit <- function() clogit(case ~ x + strata(set), data = rows, method = "exact")
beta <- coef(fit())
ms <- replicate(9, system.time(fit())[["elapsed"]] * 1000)
cat(paste(R.version$major, R.version$minor, sep = "."), sprintf("%.12g", beta), ms)
`

/** @returns null where there is no R, or no \`survival\` in it */
export async function timeInR(table: SetTable, scratch: string): Promise<RTiming | null> {
  const data = join(scratch, 'sets.csv')
  const program = join(scratch, 'fit.R')
  writeFileSync(data, formatRows(table))
  writeFileSync(program, script)
  try {
    const { stdout } = await promisify(execFile)('Rscript', [program, data], { timeout: 60_000 })
    const [version = '', beta = '', ...runs] = stdout.trim().split(' ')
    return { version, beta: Number(beta), runs: runs.map(Number) }
  } catch {
    return null
  }
}

function formatRows({ start, covariates: [values = new Float64Array()] }: SetTable): string {
  const lines = ['set,case,x']
  for (let set = 0; set + 1 < start.length; set++) {
    const first = start[set] ?? 0
    for (let row = first; row < (start[set + 1] ?? 0); row++)
      lines.push(`${set},${row === first ? 1 : 0},${values[row]}`)
  }
  return `${lines.join('\n')}\n`
}
