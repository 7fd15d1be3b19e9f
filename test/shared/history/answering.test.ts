import { expect, test } from 'vitest'
import { answerQuestions, toAnswers } from '../../../shared/history/answering.ts'
import type { Answers, HistoryQuestion, Interpretation } from '../../../shared/history/history.ts'

const question = (id: string, changed: Partial<HistoryQuestion> = {}): HistoryQuestion => ({
  ...{ id, group: 'Drinks', text: `${id}?`, help: '', isNeeded: true, suggested: null },
  answer: {
    kind: 'one',
    options: [
      { id: 'water', label: 'Water' },
      { id: 'tea', label: 'Tea' },
    ],
  },
  ...changed,
})

/** A reader with these questions; `sort` is asked only once the drink is tea. */
const interpret = (answers: Answers): Interpretation => ({
  ...{ entries: [], leftOut: [], ignored: new Map(), notes: [JSON.stringify(answers)] },
  questions: [
    question('zone', { answer: { kind: 'zone' }, suggested: 'Europe/Berlin' }),
    question('drink'),
    ...(answers.drink === 'tea' ? [question('sort', { answer: { kind: 'text', maxLength: 20 } })] : []),
  ],
})

test('suggested and remembered answers fill in, what may not be presumed stays open, the person’s count first', () => {
  const fresh = answerQuestions(interpret, {}, {})
  expect(Object.fromEntries(fresh.given)).toEqual({ zone: { value: 'Europe/Berlin', from: 'suggested' } })
  expect(fresh.isAnswered).toBe(false)

  const again = answerQuestions(interpret, {}, { zone: 'Asia/Tokyo', drink: 'water' })
  expect(toAnswers(again.given)).toEqual({ zone: 'Asia/Tokyo', drink: 'water' })
  expect(again.given.get('drink')?.from).toBe('remembered')
  expect(again.isAnswered).toBe(true)

  const changed = answerQuestions(interpret, { zone: 'Europe/Paris' }, { zone: 'Asia/Tokyo', drink: 'water' })
  expect(changed.given.get('zone')).toEqual({ value: 'Europe/Paris', from: 'person' })
})

test('an answer leads to the question that follows from it, and is part of the interpretation', () => {
  const asked = answerQuestions(interpret, { drink: 'tea' }, {})
  expect(asked.interpretation.questions.map(({ id }) => id)).toEqual(['zone', 'drink', 'sort'])
  expect(asked.isAnswered).toBe(false)
  const all = answerQuestions(interpret, { drink: 'tea', sort: 'Mint' }, {})
  expect(all.isAnswered).toBe(true)
  expect(all.interpretation.notes).toEqual([
    JSON.stringify({ zone: 'Europe/Berlin', drink: 'tea', sort: 'Mint' }),
  ])
})

test('an emptied answer is open again, and one that the file no longer offers is not used', () => {
  expect(answerQuestions(interpret, { drink: '' }, { drink: 'tea' }).given.has('drink')).toBe(false)
  expect(answerQuestions(interpret, {}, { drink: 'mead' }).given.has('drink')).toBe(false)
  expect(answerQuestions(interpret, { drink: ['tea'] }, {}).given.has('drink')).toBe(false)
})
