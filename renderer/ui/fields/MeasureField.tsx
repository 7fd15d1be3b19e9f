import { formatNumber } from '../../data/format.ts'
import type { DisplayUnit } from '../../data/units.ts'
import { QuantityField, type QuantityFieldProps } from './QuantityField.tsx'

export interface MeasureFieldProps
  extends Omit<QuantityFieldProps, 'unit' | 'unitName' | 'conversion' | 'isPossible'> {
  unit: DisplayUnit
  /** The least and the most that can be stored, in the journal's unit. */
  limits: readonly [least: number, most: number]
}

/** A quantity that is typed in the person's unit and kept in the journal's. */
export function MeasureField({ unit, limits, error, ...props }: MeasureFieldProps) {
  const [least, most] = limits
  const isConverted = unit.show(1) !== 1
  return (
    <QuantityField
      {...props}
      unit={unit.symbol}
      unitName={unit.name}
      conversion={unit}
      isPossible={value => value >= least && value <= most}
      // The schema's sentence speaks of the journal's unit.
      error={error && isConverted ? describeLimits(limits, unit) : error}
    />
  )
}

/** The limits that can be typed and stored: rounded inwards to the digits that are shown. */
function describeLimits([least, most]: readonly [number, number], unit: DisplayUnit): string {
  const step = 10 ** -unit.digits
  const [lowest, highest] = [unit.show(least), unit.show(most)]
  const from = unit.store(lowest) < least ? lowest + step : lowest
  const to = unit.store(highest) > most ? highest - step : highest
  return `Enter a number from ${formatNumber(from, unit.digits)} to ${formatNumber(to, unit.digits)} ${unit.symbol}.`
}
