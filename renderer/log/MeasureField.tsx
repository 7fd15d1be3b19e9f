import { useState } from 'react'
import type { Unit } from '../units.ts'
import type { NumberField } from './fields.ts'
import { QuantityField, type QuantityFieldProps } from './QuantityField.tsx'

export interface MeasureFieldProps
  extends Omit<QuantityFieldProps, 'unit' | 'unitName' | 'onChange' | 'value'> {
  unit: Unit
  /** In the journal's unit; what is no number stays as it was typed. */
  value?: NumberField
  onChange: (stored: NumberField) => void
  /** The least and the most that can be stored, in the journal's unit. */
  limits: readonly [least: number, most: number]
}

/** A quantity that is typed in the person's unit and kept in the journal's. */
export function MeasureField({ unit, value = '', onChange, limits, error, ...props }: MeasureFieldProps) {
  // What was typed is shown as it was typed, for as long as it still means the value: "8.0" must not jump to "8".
  const [typed, setTyped] = useState<{ text: NumberField; stored: NumberField } | null>(null)
  const isOwn = typed !== null && typed.stored === value
  const [least, most] = limits.map(unit.show)
  const isConverted = unit.show(1) !== 1
  return (
    <QuantityField
      {...props}
      unit={unit.symbol}
      unitName={unit.name}
      {...(isConverted && { decimalScale: unit.digits })}
      value={isOwn ? typed.text : toShown(value, unit)}
      onChange={text => {
        const stored = toStored(text, unit)
        setTyped({ text, stored })
        onChange(stored)
      }}
      // The schema's sentence speaks of the journal's unit.
      error={error && isConverted ? `Enter a number from ${least} to ${most} ${unit.symbol}.` : error}
    />
  )
}

const toShown = (value: NumberField, unit: Unit) => (typeof value === 'number' ? unit.show(value) : value)

function toStored(text: NumberField, unit: Unit): NumberField {
  if (text === '' || Number.isNaN(Number(text))) return text
  return unit.store(Number(text))
}
