import classes from './charts.module.css'

export interface LegendItem {
  readonly words: string
  /** A colour, `var(--chart-main)`; its outline too unless told. */
  readonly fill: string
  readonly stroke?: string
  /** Solid is fully tracked, hatched partly, dashed unknown. */
  readonly look?: 'solid' | 'hatched' | 'dashed'
}

/** Legend of a chart. Drawn as SVG rather than styled, so that the exported picture contains it. */
export function ChartLegend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className={classes.legend}>
      {items.map(item => (
        <li key={item.words}>
          <Swatch {...item} />
          {item.words}
        </li>
      ))}
    </ul>
  )
}

function Swatch({ fill, stroke = fill, look = 'solid' }: LegendItem) {
  const isHatched = look === 'hatched'
  return (
    <svg width={14} height={14} aria-hidden data-picture>
      <rect
        x={0.5}
        y={0.5}
        width={13}
        height={13}
        rx={3}
        fill={isHatched ? 'none' : fill}
        stroke={stroke}
        {...(look === 'dashed' && { strokeDasharray: '2.5 2' })}
      />
      {isHatched && <path d="M1 9 9 1M3 13 13 3M9 13 13 9" stroke={fill} strokeWidth={1.6} />}
    </svg>
  )
}
