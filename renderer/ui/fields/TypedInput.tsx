import { Button, Group, TextInput, type TextInputProps } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'

export interface TypedInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur'> {
  text: string
  onType: (text: string) => void
  /** Called with the field's text when it is left, on Enter, and with the answer to its question. */
  onLeave?: ((text: string) => void) | undefined
  /** The texts between which the person has to choose; none where there is nothing to ask. */
  answers: readonly string[]
  isUnreadable: boolean
  /** Error for unreadable text: "Enter a time such as 16:05." */
  hint: string
}

/**
 * A line of text that means a date, a time or a number. Nothing typed is ever changed or thrown away: what cannot be read
 * stays, with a sentence that says what to enter, and what can be read in two ways is asked about once the field is left.
 */
export function TypedInput(props: TypedInputProps) {
  const { text, onType, onLeave, answers, isUnreadable, hint, error, onKeyDown, onFocus, ...others } = props
  const isOpen = isUnreadable || answers.length > 0
  // Unreadable text restored after the window was closed shows its error at once.
  const [isLeft, setIsLeft] = useState(isOpen)
  const tells = isLeft || Boolean(error)
  const asks = tells && answers.length > 0
  const question = `“${text}” can be read in two ways. Choose the one you mean.`
  function leave(left: string) {
    setIsLeft(true)
    onLeave?.(left)
  }
  function leaveOnEnter(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') leave(text)
    onKeyDown?.(event)
  }
  return (
    <div>
      <TextInput
        autoComplete="off"
        {...others}
        value={text}
        error={asks ? question : tells && isUnreadable ? hint : error}
        onChange={event => {
          setIsLeft(false)
          onType(event.currentTarget.value)
        }}
        // Typing replaces the value of a field that was reached by keyboard.
        onFocus={event => {
          event.currentTarget.select()
          onFocus?.(event)
        }}
        onBlur={() => leave(text)}
        onKeyDown={leaveOnEnter}
      />
      {asks && (
        <Group gap={6} mt={6} role="group" aria-label={`What “${text}” means`}>
          {answers.map(answer => (
            <Button
              key={answer}
              variant="default"
              size="compact-sm"
              onClick={() => {
                onType(answer)
                leave(answer)
              }}
            >
              {answer}
            </Button>
          ))}
        </Group>
      )}
    </div>
  )
}
