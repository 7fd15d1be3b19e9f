import { Chip, Group, Input } from '@mantine/core'
import type { ReactNode } from 'react'

export interface TicksProps<Word extends string> {
  label: string
  description?: ReactNode
  words: readonly Word[]
  /** Visible label of each word. */
  labels: Record<Word, string>
  value: readonly Word[]
  /** Told the ticked words, in the order of `words`; words that stand elsewhere keep their ticks behind them. */
  onChange: (value: Word[]) => void
  error?: ReactNode
  /** Takes the initial focus of the surrounding dialog. */
  autoFocus?: boolean
  /** Larger chips, for a page that has room. */
  isRoomy?: boolean
}

/** Any number of a list of words. */
export function Ticks<Word extends string>(props: TicksProps<Word>) {
  const {
    label,
    description,
    words,
    labels,
    value,
    onChange,
    error,
    autoFocus = false,
    isRoomy = false,
  } = props
  const elsewhere = value.filter(word => !words.includes(word))
  return (
    <Input.Wrapper label={label} description={description} labelElement="div" error={error}>
      <Chip.Group
        multiple
        value={value.filter(word => words.includes(word))}
        onChange={picked => onChange([...words.filter(word => picked.includes(word)), ...elsewhere])}
      >
        <Group gap={isRoomy ? 8 : 6} mt={isRoomy ? 6 : 4} role="group" aria-label={label}>
          {words.map((word, index) => (
            <Chip
              key={word}
              value={word}
              size={isRoomy ? 'sm' : 'xs'}
              variant={isRoomy ? 'light' : 'filled'}
              data-autofocus={(autoFocus && index === 0) || undefined}
            >
              {labels[word]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  )
}
