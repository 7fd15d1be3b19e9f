import { muscles } from '../../../shared/kinds/muscles.ts'
import type { SiteCount, SiteCounts } from '../../../shared/report/report.ts'
import { areas, type BodyArea, MAP_HEIGHT, MAP_WIDTH, views } from '../../ui/components/body-areas.ts'
import classes from './Report.module.css'
import { formatCount } from './report-words.ts'

const sides = ['left', 'right'] as const

/** Number of greys between white and the darkest on which black text is legible. */
const SHADES = 4

/** Body map of both legs with cramp counts; `describeOffMap` says what it does not show. */
export function PlaceMap({ places: { counts } }: { places: SiteCounts }) {
  const most = Math.max(...counts.flatMap(({ left, right }) => [left, right]), 1)
  return (
    <svg
      className={classes.body}
      viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
      role="img"
      aria-label={`Where it cramped. ${counts.map(describePlace).join('. ')}.`}
    >
      {Object.values(views).map(({ name, axis, outline }) => (
        <g key={name}>
          <text x={axis} y={27} className={classes.view}>
            {name}
          </text>
          {sides.map((side, index) => (
            <text key={side} x={axis - 62 + 124 * index} y={27} className={classes.side}>
              {index === 0 ? 'L' : 'R'}
            </text>
          ))}
          <path d={outline} className={classes.limb} />
          <path d={outline} className={classes.limb} transform={mirror(axis)} />
        </g>
      ))}
      {areas.flatMap(area =>
        sides.map(side => (
          <Area key={`${area.muscle} ${side}`} area={area} side={side} counts={counts} most={most} />
        )),
      )}
    </svg>
  )
}

/** `Calf left 14, right 10. 42 cramps with a place, 3 without; one on both sides counts twice.` */
export function describePlaces({ counts, crampCount, unknown }: SiteCounts): string {
  return `${counts.map(describePlace).join('; ')}. ${describeBasis(crampCount, unknown)}.`
}

/** Counts beside the map: cramps with a place, and the places off the legs. */
export function describeOffMap({ counts, crampCount, unknown }: SiteCounts): string {
  const off = counts.filter(({ muscle }) => !areas.some(area => area.muscle === muscle))
  const elsewhere = off.length === 0 ? '' : ` Elsewhere: ${off.map(describePlace).join('; ')}.`
  return `${describeBasis(crampCount, unknown)}.${elsewhere}`
}

/** `42 cramps with a place, 3 without; one on both sides counts twice`. */
function describeBasis(crampCount: number, unknown: number): string {
  const without = unknown > 0 ? `, ${formatCount(unknown, 'cramp')} without` : ''
  return `${formatCount(crampCount, 'cramp')} with a place${without}; one on both sides counts twice`
}

interface AreaProps {
  area: BodyArea
  side: (typeof sides)[number]
  counts: readonly SiteCount[]
  most: number
}

function Area({ area, side, counts, most }: AreaProps) {
  const { axis } = views[area.view]
  const count = counts.find(({ muscle }) => muscle === area.muscle)?.[side] ?? 0
  const { y, height } = area.box
  return (
    <g>
      <path
        d={area.shape}
        className={classes.area}
        data-shade={Math.ceil((SHADES * count) / most)}
        {...(side === 'right' && { transform: mirror(axis) })}
      />
      {count > 0 && (
        <text
          x={side === 'left' ? area.middle : 2 * axis - area.middle}
          y={y + height / 2 + 9}
          className={classes.areaCount}
        >
          {count}
        </text>
      )}
    </g>
  )
}

const mirror = (axis: number) => `translate(${2 * axis} 0) scale(-1 1)`

const describePlace = ({ muscle, left, right }: SiteCount) =>
  `${muscles.words[muscle]} left ${left}, right ${right}`
