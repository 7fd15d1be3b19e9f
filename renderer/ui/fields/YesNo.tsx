import { Input, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import type { YesNoAnswer } from './field-values.ts'

const answers = [
  { value: '', label: 'No answer' },
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const satisfies readonly { value: YesNoAnswer; label: string }[]

export interface YesNoProps {
  label: string
  description?: ReactNode
  value: YesNoAnswer
  onChange: (value: YesNoAnswer) => void
  error?: ReactNode
}

/** A question that may stay without an answer: not said is not no. */
export function YesNo({ label, description, value, onChange, error }: YesNoProps) {
  return (
    <Input.Wrapper label={label} description={description} labelElement="div" error={error}>
      <SegmentedControl
        mt={4}
        fullWidth
        size="sm"
        aria-label={label}
        data={[...answers]}
        value={value}
        onChange={onChange}
      />
    </Input.Wrapper>
  )
}
