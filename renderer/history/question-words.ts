import type { AskedQuestion } from '../../shared/history-calls.ts'

/** Help of a question, and where its present answer comes from. */
export function describeQuestion({ help, from, isNeeded }: AskedQuestion): string {
  const origin =
    from === 'remembered'
      ? 'Answered as last time.'
      : from === 'suggested'
        ? 'This is our guess: change it if it is wrong.'
        : from === null && isNeeded
          ? 'Needs your answer.'
          : ''
  return [help, origin].filter(sentence => sentence !== '').join(' ')
}
