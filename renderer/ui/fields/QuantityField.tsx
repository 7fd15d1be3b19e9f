import { Text, VisuallyHidden } from '@mantine/core'
import { FieldQuestion } from './FieldQuestion.tsx'
import { NumberInput, type NumberInputProps } from './NumberInput.tsx'

export interface QuantityFieldProps extends Omit<NumberInputProps, 'label' | 'rightSection' | 'units'> {
  /** Without it the field needs an `aria-label`. */
  label?: string
  /** Visible unit: "ml". */
  unit: string
  /** Unit for screen readers: "millilitres". */
  unitName: string
  'data-path'?: string
}

/** A number with its unit, which also shows while the field is empty. */
export function QuantityField({ label, unit, unitName, ...props }: QuantityFieldProps) {
  // The form's own name for the field, by which it is asked about.
  const field = props['data-path']
  return (
    <div>
      <NumberInput
        label={
          label !== undefined && (
            <>
              {label}
              <VisuallyHidden> in {unitName}</VisuallyHidden>
            </>
          )
        }
        units={[unit, unitName]}
        rightSection={
          <Text size="sm" c="dimmed" aria-hidden>
            {unit}
          </Text>
        }
        rightSectionPointerEvents="none"
        rightSectionWidth={48}
        {...props}
      />
      <FieldQuestion field={field} />
    </div>
  )
}
