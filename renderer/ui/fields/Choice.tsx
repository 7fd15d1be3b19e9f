import { Select } from '@mantine/core'
import type { ReactNode } from 'react'

export interface ChoiceProps<Word extends string> {
  label: string
  description?: ReactNode
  words: readonly Word[]
  /** Visible label of each word. */
  labels: Record<Word, string>
  value: Word | null
  onChange: (value: Word | null) => void
  /** Allows no choice. */
  optional?: boolean
  error?: ReactNode
  /** Takes the initial focus of the surrounding dialog. */
  autoFocus?: boolean
}

/** Select field for one of a list of words. */
export function Choice<Word extends string>(props: ChoiceProps<Word>) {
  const { label, description, words, labels, value, onChange, optional = false, error } = props
  const { autoFocus = false } = props
  return (
    <Select
      label={label}
      description={description}
      placeholder={optional ? 'No answer' : 'Choose'}
      data={words.map(word => ({ value: word, label: labels[word] }))}
      value={value}
      onChange={picked => onChange(words.find(word => word === picked) ?? null)}
      clearable={optional}
      allowDeselect={optional}
      error={error}
      maxDropdownHeight={280}
      data-autofocus={autoFocus || undefined}
    />
  )
}
