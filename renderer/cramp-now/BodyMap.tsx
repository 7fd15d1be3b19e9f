import { useRovingIndex } from '@mantine/hooks'
import { useState } from 'react'
import type { CrampSite } from '../../shared/kinds/cramp.ts'
import { formatSite, type Muscle } from '../../shared/kinds/muscles.ts'
import { formatSites } from '../log/entry-text.ts'
import {
  areas,
  type BodyArea,
  MAP_HEIGHT,
  MAP_WIDTH,
  otherPlaces,
  reflect,
  views,
} from '../ui/components/body-areas.ts'
import { type GridSide, isSitePicked, toggleSite } from '../ui/fields/sites.ts'
import classes from './BodyMap.module.css'

export interface BodyMapProps {
  label: string
  sites: readonly CrampSite[]
  /** Sites of the last cramp, offered while none is chosen. */
  offered: readonly CrampSite[]
  onChange: (sites: CrampSite[]) => void
}

const sides = ['left', 'right'] as const satisfies readonly GridSide[]

/** Site picker on a drawing of both legs; arms and the rest are one press further. */
export function BodyMap({ label, sites, offered, onChange }: BodyMapProps) {
  const isElsewhere = otherPlaces.some(muscle => sites.some(site => site.muscle === muscle))
  const [isOtherOpen, setIsOtherOpen] = useState(false)
  const toggle = (muscle: Muscle, side: GridSide) => onChange(toggleSite(sites, muscle, side))
  return (
    <fieldset className={classes.places}>
      <legend className={classes.legend}>{label}</legend>
      <p className={classes.picked} role="status">
        {sites.length === 0 ? 'Press the place. This can also wait.' : formatSites({ sites: [...sites] })}
      </p>
      {offered.length > 0 && (
        <button type="button" className={classes.more} onClick={() => onChange([...offered])}>
          As last time: {formatSites({ sites: [...offered] }).toLowerCase()}
        </button>
      )}
      <LegMap sites={sites} onToggle={toggle} />
      {isElsewhere || isOtherOpen ? (
        <OtherPlaces sites={sites} onToggle={toggle} />
      ) : (
        <button type="button" className={classes.more} onClick={() => setIsOtherOpen(true)}>
          Hand, arm, trunk, face or elsewhere
        </button>
      )}
    </fieldset>
  )
}

interface PlacesProps {
  sites: readonly CrampSite[]
  onToggle: (muscle: Muscle, side: GridSide) => void
}

/** Leg map with a single tab stop and arrow keys inside, like the form's grid of places. */
function LegMap({ sites, onToggle }: PlacesProps) {
  const { getItemProps } = useRovingIndex({ total: areas.length * 2, columns: 2, orientation: 'both' })
  return (
    <div className={classes.map}>
      <svg viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`} className={classes.drawing} aria-hidden="true">
        {Object.values(views).map(({ name, axis, outline }) => (
          <g key={name}>
            <text x={axis} y={12} className={classes.view}>
              {name}
            </text>
            <text x={axis - 40} y={26} className={classes.side}>
              Left
            </text>
            <text x={axis + 40} y={26} className={classes.side}>
              Right
            </text>
            <path d={outline} className={classes.outline} />
            <path d={outline} className={classes.outline} transform={reflect(axis)} />
          </g>
        ))}
        {areas.flatMap(area =>
          sides.map(side => <Area key={`${area.muscle} ${side}`} area={area} side={side} sites={sites} />),
        )}
      </svg>
      {areas.map((area, row) =>
        sides.map((side, column) => (
          <button
            key={`${area.muscle} ${side}`}
            type="button"
            className={classes.hit}
            style={place(area, side)}
            aria-label={formatSite({ muscle: area.muscle, side })}
            aria-pressed={isSitePicked(sites, area.muscle, side)}
            {...getItemProps({ index: row * 2 + column, onClick: () => onToggle(area.muscle, side) })}
          />
        )),
      )}
    </div>
  )
}

function Area({ area, side, sites }: { area: BodyArea; side: GridSide; sites: readonly CrampSite[] }) {
  const { axis } = views[area.view]
  const { y, height } = area.box
  const middle = side === 'left' ? area.middle : 2 * axis - area.middle
  const top = y + height / 2 - (area.label.length - 1) * 8 + 4
  return (
    <g data-picked={isSitePicked(sites, area.muscle, side)} className={classes.area}>
      <path d={area.shape} {...(side === 'right' && { transform: reflect(axis) })} />
      {area.label.map((line, index) => (
        <text key={line} x={middle} y={top + index * 16}>
          {line}
        </text>
      ))}
    </g>
  )
}

/** The rectangle of an area in the map, whatever size that is drawn in. */
function place({ box, view }: BodyArea, side: GridSide) {
  const left = side === 'left' ? box.x : 2 * views[view].axis - box.x - box.width
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`
  return {
    left: percent(left, MAP_WIDTH),
    top: percent(box.y, MAP_HEIGHT),
    width: percent(box.width, MAP_WIDTH),
    height: percent(box.height, MAP_HEIGHT),
  }
}

function OtherPlaces({ sites, onToggle }: PlacesProps) {
  const { getItemProps } = useRovingIndex({ total: otherPlaces.length * 2, columns: 2, orientation: 'both' })
  return (
    <div className={classes.others}>
      {otherPlaces.map((muscle, row) =>
        sides.map((side, column) => (
          <button
            key={`${muscle} ${side}`}
            type="button"
            className={classes.other}
            aria-pressed={isSitePicked(sites, muscle, side)}
            {...getItemProps({ index: row * 2 + column, onClick: () => onToggle(muscle, side) })}
          >
            {formatSite({ muscle, side })}
          </button>
        )),
      )}
    </div>
  )
}
