/** Benchmark results and their table. */

/** Row of the table: one measured quantity. */
export interface Figure {
  readonly what: string
  /** Result of each run, in `unit`. */
  readonly runs: readonly number[]
  readonly unit: 'ms' | 'MB' | 'MB/s'
  /** Lower bound, or another reference for comparison, in `unit`. */
  readonly floor?: { readonly what: string; readonly runs: readonly number[] }
}

export function getMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}

/** Runs `action` `times` times in sequence. @returns the results in order */
export async function repeat<T>(times: number, action: () => Promise<T> | T): Promise<T[]> {
  const results: T[] = []
  for (let run = 0; run < times; run++) results.push(await action())
  return results
}

/** Duration of `action`, in ms. */
export async function time(action: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await action()
  return performance.now() - startedAt
}

const header = ['', 'median', 'from – to', 'runs', 'floor', 'which is']

/** Table with aligned columns: median, range and number of runs, and the floor's median. */
export function formatFigures(figures: readonly Figure[]): string {
  const rows = [header, ...figures.map(describe)]
  const widths = header.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const lines = rows.map(row =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 || column === 5 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd(),
  )
  lines.splice(1, 0, widths.map(width => '-'.repeat(width)).join('  '))
  return lines.join('\n')
}

function describe({ what, runs, unit, floor }: Figure): string[] {
  const range = runs.length > 1 ? `${formatValue(Math.min(...runs))} – ${formatValue(Math.max(...runs))}` : ''
  return [
    what,
    `${formatValue(getMedian(runs))} ${unit}`,
    range,
    String(runs.length),
    floor === undefined ? '' : `${formatValue(getMedian(floor.runs))} ${unit}`,
    floor?.what ?? '',
  ]
}

/** Three significant digits, more before the point: 1240, 12.4, 0.124. */
function formatValue(value: number): string {
  if (value >= 100) return value.toFixed(0)
  if (value >= 10) return value.toFixed(1)
  return value >= 1 ? value.toFixed(2) : value.toFixed(3)
}
