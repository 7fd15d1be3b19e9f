import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type MedicineClass, medicineClasses } from '../../shared/kinds/medicines.ts'
import { Choice } from '../ui/fields/Choice.tsx'

interface MedicineClassFieldProps {
  value: MedicineClass
  onChange: (medicineClass: MedicineClass) => void
  error?: ReactNode
}

/** Class of a medicine, which follows from a known name; the list to choose from opens by a button. */
export function MedicineClassField({ value, onChange, error }: MedicineClassFieldProps) {
  const [isOpen, setIsOpen] = useState(false)
  if (isOpen || error)
    return (
      <Choice
        label="Kind of medicine"
        words={medicineClasses.ids}
        labels={medicineClasses.words}
        value={value}
        onChange={picked => picked && onChange(picked)}
        error={error}
      />
    )
  return (
    <div>
      <Text fw={500} size="sm">
        Kind of medicine
      </Text>
      <Group gap="xs">
        <Text aria-live="polite">{medicineClasses.words[value]}</Text>
        <Button variant="subtle" size="compact-md" onClick={() => setIsOpen(true)}>
          {value === 'other' ? 'Choose its kind' : 'Choose another kind'}
        </Button>
      </Group>
    </div>
  )
}
