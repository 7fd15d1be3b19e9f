import { type RefObject, useEffect, useRef } from 'react'

export interface NextStep {
  /** Moves the focus to the first button of the answer, now or as soon as there is one. */
  readonly take: () => void
  /** Forgets a step that still waits. */
  readonly cancel: () => void
}

/**
 * Step from the line to its answer. A fast hand presses Enter while the journal is still read and the answer has no
 * button yet: the step is kept and taken later, as long as the line holds the focus.
 */
export function useNextStep(
  line: RefObject<HTMLInputElement | null>,
  answer: RefObject<HTMLDivElement | null>,
): NextStep {
  const waiting = useRef<MutationObserver | null>(null)

  function cancel() {
    waiting.current?.disconnect()
    waiting.current = null
  }

  function focusFirst(): boolean {
    const button = answer.current?.querySelector('button')
    button?.focus()
    return button != null
  }

  function take() {
    cancel()
    if (answer.current === null || focusFirst()) return
    waiting.current = new MutationObserver(() => {
      if (document.activeElement !== line.current || focusFirst()) cancel()
    })
    waiting.current.observe(answer.current, { childList: true, subtree: true })
  }

  useEffect(() => () => waiting.current?.disconnect(), [])
  return { take, cancel }
}
