import type { AskedQuestion } from '../../shared/history-calls.ts'

/** Help of a question, and where its present answer comes from. */
export function describeQuestion({ help, from, given, isNeeded }: AskedQuestion): string {
  const origin =
    from === 'remembered'
      ? 'Answered as last time.'
      : from === 'suggested'
        ? given?.length === 0
          ? 'None is chosen so far.'
          : 'This is our guess: change it if it is wrong.'
        : from === null && isNeeded
          ? 'Needs your answer.'
          : ''
  return [help, origin].filter(sentence => sentence !== '').join(' ')
}
