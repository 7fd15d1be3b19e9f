import { readTypedTime } from '../../../shared/locale/read-time.ts'
import { getConventions, getFormats } from '../../data/conventions.ts'
import { TypedInput, type TypedInputProps } from './TypedInput.tsx'
import { getReadable, getUnread, keepUnread } from './unread.ts'
import { useOwnText } from './use-own-text.ts'

export interface TimeInputProps
  extends Omit<TypedInputProps, 'text' | 'onType' | 'onLeave' | 'answers' | 'isUnreadable' | 'hint'> {
  /** `HH:MM`; '' while empty; unread text behind its mark. */
  value?: string
  onChange?: (value: string) => void
}

const EXAMPLE = '16:05'

/** A clock time, on the person's clock of 12 or 24 hours. */
export function TimeInput({ value = '', onChange, ...props }: TimeInputProps) {
  const { hourCycle } = getConventions()
  const own = useOwnText(value, () => getUnread(value) ?? writeClock(getReadable(value)))
  function toStored(text: string): string {
    const reading = readTypedTime(text, hourCycle)
    if (reading.kind === 'value') return reading.value
    return reading.kind === 'empty' ? '' : keepUnread(text)
  }
  const reading = readTypedTime(own.text, hourCycle)
  return (
    <TypedInput
      {...props}
      hint={`Enter a time such as ${writeClock(EXAMPLE)}.`}
      text={own.text}
      answers={reading.kind === 'question' ? reading.values.map(writeClock) : []}
      isUnreadable={reading.kind === 'unreadable'}
      onType={text => {
        const stored = toStored(text)
        own.type(text, stored)
        onChange?.(stored)
      }}
      onLeave={own.rewrite}
    />
  )
}

/** With a plain space before am and pm, as people type it. */
function writeClock(clock: string): string {
  if (clock === '') return ''
  const [hour = '', minute = ''] = clock.split(':')
  return getFormats()
    .time(Number(hour) * 60 + Number(minute))
    .replaceAll('\u00a0', ' ')
}
