import { type KeyboardEvent, useRef, useState } from 'react'
import classes from './ScoreButtons.module.css'

export interface ScoreButtonsProps {
  /** Name of the group for screen readers. */
  label: string
  value: number | null
  isBusy: boolean
  onPress: (score: number) => void
}

const LAST = 10
const scores = Array.from({ length: LAST + 1 }, (_, score) => score)

/**
 * Buttons 0 to 10 that answer with one press. The row is one tab stop: arrow keys, Home and End move the focus and answer
 * nothing, unlike the radio buttons of `ZeroToTen`.
 */
export function ScoreButtons({ label, value, isBusy, onPress }: ScoreButtonsProps) {
  const row = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  const tabStop = focused ?? value ?? 0

  function move(event: KeyboardEvent) {
    const target = targetOf(event.key, tabStop)
    if (target === null) return
    event.preventDefault()
    row.current?.querySelectorAll('button')[target]?.focus()
  }

  return (
    <div ref={row} role="toolbar" aria-label={label} className={classes.row} onKeyDown={move}>
      {scores.map(score => (
        <button
          key={score}
          type="button"
          className={classes.score}
          aria-pressed={value === score}
          aria-disabled={isBusy}
          tabIndex={score === tabStop ? 0 : -1}
          onFocus={() => setFocused(score)}
          onClick={() => !isBusy && onPress(score)}
        >
          {score}
        </button>
      ))}
    </div>
  )
}

/** Button that a key moves to; null for other keys. */
function targetOf(key: string, from: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(from + 1, LAST)
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(from - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return LAST
    default:
      return null
  }
}
