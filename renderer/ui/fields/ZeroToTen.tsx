import { Input } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './ZeroToTen.module.css'

export interface ZeroToTenProps {
  label: string
  description?: ReactNode
  /** Meaning of 0 and of 10, in a word each. */
  ends: readonly [string, string]
  value: number | null
  onChange: (value: number | null) => void
  error?: ReactNode
}

const numbers = Array.from({ length: 11 }, (_, number) => number)

/** A whole number from 0 to 10, or none. Arrow keys move through it. */
export function ZeroToTen({ label, description, ends, value, onChange, error }: ZeroToTenProps) {
  const id = useId()
  return (
    <fieldset
      className={classes.field}
      aria-describedby={error ? `${id}-error` : undefined}
      data-invalid={Boolean(error)}
    >
      <legend className={classes.legend}>
        {label}
        {value !== null && (
          <button type="button" className={classes.clear} onClick={() => onChange(null)}>
            Clear
          </button>
        )}
      </legend>
      {description !== undefined && <Input.Description mb={6}>{description}</Input.Description>}
      <div className={classes.scale}>
        {numbers.map(number => (
          <label key={number} className={classes.step}>
            <input
              type="radio"
              name={id}
              className={classes.input}
              checked={value === number}
              onChange={() => onChange(number)}
            />
            <span>{number}</span>
          </label>
        ))}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      {error && <Input.Error id={`${id}-error`}>{error}</Input.Error>}
    </fieldset>
  )
}
