import { Input } from '@mantine/core'
import { useRovingIndex } from '@mantine/hooks'
import { type ReactNode, useId } from 'react'
import type { CrampSite } from '../../../shared/kinds/cramp.ts'
import { type Muscle, muscles, sides } from '../../../shared/kinds/muscles.ts'
import classes from './SiteGrid.module.css'
import { type GridSide, isSitePicked, toggleSite } from './sites.ts'

export interface SiteGridProps {
  label: string
  muscles: readonly Muscle[]
  sites: readonly CrampSite[]
  onChange: (sites: CrampSite[]) => void
  error?: ReactNode
  /** Two columns of muscles instead of one. */
  isWide?: boolean
  /** Takes the initial focus of the surrounding dialog. */
  autoFocus?: boolean
}

const gridSides = ['left', 'right'] as const satisfies readonly GridSide[]

/** Grid of cramp sites: a row for each muscle, a button for each side. One tab stop, arrow keys inside. */
export function SiteGrid(props: SiteGridProps) {
  const { label, muscles: offered, sites, onChange, error, isWide = false, autoFocus = false } = props
  const id = useId()
  const { getItemProps } = useRovingIndex({
    total: offered.length * gridSides.length,
    columns: gridSides.length,
    orientation: 'both',
  })
  return (
    <fieldset
      className={classes.grid}
      aria-describedby={error ? `${id}-error` : undefined}
      data-invalid={Boolean(error)}
    >
      <legend className={classes.legend}>{label}</legend>
      <div className={isWide ? classes.wide : undefined}>
        {offered.map((muscle, row) => (
          <div key={muscle} className={classes.row}>
            <span className={classes.muscle}>{muscles.words[muscle]}</span>
            {gridSides.map((side, column) => (
              <button
                key={side}
                type="button"
                className={classes.side}
                aria-label={`${sides.words[side]} ${muscles.words[muscle].toLowerCase()}`}
                data-autofocus={autoFocus && row + column === 0 ? true : undefined}
                aria-pressed={isSitePicked(sites, muscle, side)}
                {...getItemProps({
                  index: row * gridSides.length + column,
                  onClick: () => onChange(toggleSite(sites, muscle, side)),
                })}
              >
                {sides.words[side]}
              </button>
            ))}
          </div>
        ))}
      </div>
      {error && (
        <Input.Error id={`${id}-error`} mt={4}>
          {error}
        </Input.Error>
      )}
    </fieldset>
  )
}
