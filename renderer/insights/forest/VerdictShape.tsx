import type { Verdict } from '../../../shared/analysis/finding.ts'

/** Shape and colour of a verdict; each alone is enough to tell verdicts apart. */
interface Look {
  readonly color: string
  readonly isFilled: boolean
  /** Path around 0, 0, about 12 units across. */
  readonly path: string
}

const diamond = 'M0 -7.5 7.5 0 0 7.5 -7.5 0Z'
const circle = 'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z'
const square = 'M-4.8 -4.8H4.8V4.8H-4.8Z'
const triangle = 'M0 -6 6 5H-6Z'

const looks: Record<Verdict, Look> = {
  likely: { color: 'var(--chart-likely)', isFilled: true, path: diamond },
  possible: { color: 'var(--chart-possible)', isFilled: true, path: circle },
  'not-sure-yet': { color: 'var(--chart-unsure)', isFilled: false, path: circle },
  'no-clear-link': { color: 'var(--chart-unsure)', isFilled: true, path: square },
  'need-more-data': { color: 'var(--chart-unsure)', isFilled: false, path: triangle },
  'does-not-vary': { color: 'var(--chart-unsure)', isFilled: false, path: square },
}

export const getVerdictColor = (verdict: Verdict): string => looks[verdict].color

/** The shape alone, to be placed in a drawing. */
export function VerdictShape({ verdict, x, y }: { verdict: Verdict; x: number; y: number }) {
  const { color, isFilled, path } = looks[verdict]
  return (
    <path
      d={path}
      transform={`translate(${x} ${y})`}
      fill={isFilled ? color : 'var(--mantine-color-body)'}
      stroke={color}
      strokeWidth={2}
    />
  )
}

/** The shape as an inline icon next to text. */
export function VerdictSign({ verdict }: { verdict: Verdict }) {
  return (
    <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden data-picture>
      <VerdictShape verdict={verdict} x={0} y={0} />
    </svg>
  )
}
