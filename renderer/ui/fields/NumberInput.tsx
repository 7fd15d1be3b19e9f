import { readTypedNumber, writeTypedNumber } from '../../../shared/locale/read-number.ts'
import { getConventions } from '../../data/conventions.ts'
import type { TypedNumber } from './field-values.ts'
import { TypedInput, type TypedInputProps } from './TypedInput.tsx'
import { useOwnText } from './use-own-text.ts'

/** Conversion between the typed and the stored number; the identity by default. */
interface Conversion {
  readonly show: (stored: number) => number
  readonly store: (shown: number) => number
}

const unconverted: Conversion = { show: value => value, store: value => value }

export interface NumberInputProps
  extends Omit<TypedInputProps, 'text' | 'onType' | 'onLeave' | 'answers' | 'isUnreadable' | 'hint'> {
  /** Stored number; '' while empty; unreadable text as it was typed. */
  value?: TypedNumber
  onChange?: (value: TypedNumber) => void
  /** Called when the field is left and on Enter, with what it then holds. */
  onLeave?: (value: TypedNumber) => void
  conversion?: Conversion
  /** Unit symbols that may be typed after the number. */
  units?: readonly string[]
  /** Accepts a stored value: of two readings of an ambiguous text the accepted one is taken. */
  isPossible?: (stored: number) => boolean
}

/** A number, with point or comma, in the digits of any script. */
export function NumberInput(props: NumberInputProps) {
  const { value = '', onChange, onLeave, conversion = unconverted, units = [], isPossible, ...others } = props
  const { error } = others
  const { decimalSign } = getConventions()
  const write = (shown: number) => writeTypedNumber(shown, decimalSign)
  const own = useOwnText(value, () => (typeof value === 'number' ? write(conversion.show(value)) : value))
  const read = (text: string) =>
    readTypedNumber(text, {
      decimalSign,
      units,
      ...(isPossible && { isPossible: (shown: number) => isPossible(conversion.store(shown)) }),
    })
  function toStored(text: string): TypedNumber {
    const reading = read(text)
    if (reading.kind === 'value') return conversion.store(reading.value)
    return reading.kind === 'empty' ? '' : text
  }
  const isTaken = (stored: number) =>
    (isPossible === undefined || isPossible(stored)) && conversion.store(conversion.show(stored)) === stored
  const reading = read(own.text)
  return (
    <TypedInput
      inputMode="decimal"
      // A sentence with the limits and the unit says more.
      hint={typeof error === 'string' && error !== '' ? error : `Enter a number such as ${write(12.5)}.`}
      {...others}
      text={own.text}
      answers={reading.kind === 'question' ? reading.values.map(write) : []}
      isUnreadable={reading.kind === 'unreadable'}
      onType={text => {
        const stored = toStored(text)
        own.type(text, stored)
        onChange?.(stored)
      }}
      onLeave={text => {
        const stored = toStored(text)
        // "1,000" is shown as it was read; what is refused, and what is written with fewer digits, stays as it was typed.
        if (typeof stored === 'number' && isTaken(stored)) own.rewrite()
        onLeave?.(stored)
      }}
    />
  )
}
