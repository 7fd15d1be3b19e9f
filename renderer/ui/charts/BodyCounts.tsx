import type { Muscle } from '../../../shared/kinds/muscles.ts'
import { areas, type BodyArea, MAP_HEIGHT, MAP_WIDTH, reflect, views } from '../components/body-areas.ts'
import classes from './BodyCounts.module.css'
import charts from './charts.module.css'

export interface BodyCountsProps {
  /** Cramps at a place; 0 where there was none. */
  readonly countOf: (muscle: Muscle, side: 'left' | 'right') => number
  readonly format: (count: number) => string
}

const sides = ['left', 'right'] as const

/** Both legs from the front and the back, with the number of cramps at each place; the more, the darker. */
export function BodyCounts({ countOf, format }: BodyCountsProps) {
  const most = Math.max(1, ...areas.flatMap(({ muscle }) => sides.map(side => countOf(muscle, side))))
  return (
    <svg
      viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
      className={`${charts.chart} ${classes.map}`}
      aria-hidden
      data-picture
    >
      {Object.values(views).map(({ name, axis, outline }) => (
        <g key={name}>
          <text x={axis} y={12} className={classes.view}>
            {name}
          </text>
          <text x={axis - 40} y={26}>
            Left
          </text>
          <text x={axis + 40} y={26}>
            Right
          </text>
          <path d={outline} className={classes.outline} />
          <path d={outline} className={classes.outline} transform={reflect(axis)} />
        </g>
      ))}
      {areas.flatMap(area =>
        sides.map(side => {
          const count = countOf(area.muscle, side)
          return (
            <Area
              key={`${area.muscle} ${side}`}
              area={area}
              side={side}
              words={format(count)}
              level={count === 0 ? 0 : Math.ceil((LEVELS * count) / most)}
            />
          )
        }),
      )}
    </svg>
  )
}

const LOW = 60
/** Shades from the fewest to the most; the numbers say it exactly. */
const LEVELS = 4

interface AreaProps {
  area: BodyArea
  side: 'left' | 'right'
  words: string
  level: number
}

function Area({ area, side, words, level }: AreaProps) {
  const { axis } = views[area.view]
  const { y, height } = area.box
  const middle = side === 'left' ? area.middle : 2 * axis - area.middle
  // A low shape has its words in its upper part: the toes begin below.
  const top = y + (height < LOW ? height / 3 : height / 2) - (area.label.length - 1) * 7
  return (
    <g className={classes.area} data-level={level}>
      <path d={area.shape} {...(side === 'right' && { transform: reflect(axis) })} />
      {area.label.map((line, index) => (
        <text key={line} x={middle} y={top + index * 14 - 4}>
          {line}
        </text>
      ))}
      <text x={middle} y={top + area.label.length * 14} className={classes.count}>
        {words}
      </text>
    </g>
  )
}
