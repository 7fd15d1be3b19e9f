import { RangeSlider } from '@mantine/core'
import { StayingButton } from './StayingButton.tsx'
import classes from './ZoomBar.module.css'

export interface ZoomBarProps {
  /** Number of bins, and the indices of the first and last one shown. */
  count: number
  shown: readonly [first: number, last: number]
  onChange: (shown: [first: number, last: number]) => void
  /** The beginning of a bin in words. */
  formatBin: (index: number) => string
  /** Text of the shown range. */
  words: string
}

/** The fewest bins that still make a chart. */
const LEAST_SHOWN = 4

/**
 * The part of the time axis that is shown. Its two ends are drawn with the pointer, or moved with the arrow keys, Home
 * and End; the stretch between them can be seen in it.
 */
export function ZoomBar({ count, shown, onChange, formatBin, words }: ZoomBarProps) {
  if (count <= LEAST_SHOWN) return null
  const isWhole = shown[0] === 0 && shown[1] === count - 1
  return (
    <div className={classes.bar}>
      <RangeSlider
        className={classes.slider ?? ''}
        size="sm"
        min={0}
        max={count - 1}
        step={1}
        minRange={LEAST_SHOWN - 1}
        value={[...shown]}
        onChange={onChange}
        label={formatBin}
        name="zoom"
        thumbValueText={formatBin}
        thumbFromLabel="First shown"
        thumbToLabel="Last shown"
        scale={value => value}
      />
      <span className={classes.words}>{words}</span>
      <StayingButton size="compact-sm" isSpent={isWhole} onClick={() => onChange([0, count - 1])}>
        Whole period
      </StayingButton>
    </div>
  )
}
