import { Button, Fieldset, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { SheetMonth, SheetQuestion } from '../../shared/history-calls.ts'
import { kindWords } from '../../shared/kinds/kinds.ts'
import type { SheetAnswer } from '../../shared/kinds/provenance.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { countWords, formatDateRange } from '../data/format.ts'
import { trackedWords } from '../data/tracked-words.ts'
import { showError } from '../ui/components/messages.ts'
import { useAnswerSheet } from './history-queries.ts'

/** Question of one month, and the words of its answers: `complete` makes the days of the month known. */
function ask({ kind, name }: SheetQuestion, { fromDate, toDate }: Pick<SheetMonth, 'fromDate' | 'toDate'>) {
  const when = formatDateRange(fromDate, toDate)
  if (kind === 'cramp')
    return {
      text: `Were there other cramps, ${when}?`,
      complete: 'No, these were all',
      incomplete: 'Yes, or not sure',
    }
  const what = kind === 'fluid' ? 'drink' : kindWords[kind].toLowerCase()
  return {
    text: `Did you log every ${what} in ${isolate(name)}, ${when}?`,
    complete: `Yes, every ${what}`,
    incomplete: 'No, or not sure',
  }
}

/** Sheet of an import, month by month. Each question can stay open, and is found again in Settings. */
export function SheetQuestions({ questions }: { questions: readonly SheetQuestion[] }) {
  return (
    <Stack gap="md">
      <Text size="sm">
        A file cannot know if it holds everything. Only your answers make these days known. Leave open what
        you do not remember: you find it again in Settings.
      </Text>
      {questions.map(question => (
        <Fieldset
          key={`${question.source} ${question.kind}`}
          legend={`${trackedWords[question.kind]} from ${question.name}`}
        >
          <MonthQuestions question={question} />
        </Fieldset>
      ))}
    </Stack>
  )
}

/** Months of one question, newest first; the open ones can be answered together. */
function MonthQuestions({ question }: { question: SheetQuestion }) {
  const change = useAnswerSheet()
  const [isAllShown, setAllShown] = useState(false)
  const { source, kind, months } = question
  const newestFirst = months.toReversed()
  const open = newestFirst.filter(({ answer }) => answer === null)
  const [latest] = open
  const earliest = open.at(-1)
  function answer(asked: readonly SheetMonth[], given: SheetAnswer | null) {
    const fromDates = asked.map(({ fromDate }) => fromDate)
    change.mutate({ source, kind, fromDates, answer: given }, { onError: showError })
  }
  return (
    <Stack gap="md">
      {open.length > 1 && latest !== undefined && earliest !== undefined && (
        <AllMonths
          question={question}
          span={{ fromDate: earliest.fromDate, toDate: latest.toDate }}
          isBusy={change.isPending}
          onAnswer={given => answer(open, given)}
        />
      )}
      {(isAllShown ? newestFirst : newestFirst.slice(0, SHOWN_AT_FIRST)).map(month => (
        <MonthQuestion
          key={month.fromDate}
          question={question}
          month={month}
          isBusy={change.isPending}
          onAnswer={given => answer([month], given)}
        />
      ))}
      {newestFirst.length > SHOWN_AT_FIRST && !isAllShown && (
        <Button variant="subtle" size="compact-md" onClick={() => setAllShown(true)}>
          Show {countWords(newestFirst.length - SHOWN_AT_FIRST, 'more month', 'more months')}
        </Button>
      )}
    </Stack>
  )
}

/** Months shown at first; years of them follow on request. */
const SHOWN_AT_FIRST = 6

interface AllMonthsProps {
  question: SheetQuestion
  /** First date of the earliest open month, last date of the latest. */
  span: Pick<SheetMonth, 'fromDate' | 'toDate'>
  isBusy: boolean
  onAnswer: (answer: SheetAnswer) => void
}

/** One answer for every open month. */
function AllMonths({ question, span, isBusy, onAnswer }: AllMonthsProps) {
  const { text, complete, incomplete } = ask(question, span)
  return (
    <Group gap="sm" role="group" aria-label="All open months">
      <Text size="sm">All open months at once: {text}</Text>
      <Button variant="default" size="compact-sm" disabled={isBusy} onClick={() => onAnswer('complete')}>
        {complete}
      </Button>
      <Button variant="default" size="compact-sm" disabled={isBusy} onClick={() => onAnswer('incomplete')}>
        {incomplete}
      </Button>
    </Group>
  )
}

interface MonthQuestionProps {
  question: SheetQuestion
  month: SheetMonth
  isBusy: boolean
  onAnswer: (answer: SheetAnswer | null) => void
}

function MonthQuestion({ question, month, isBusy, onAnswer }: MonthQuestionProps) {
  const { text, complete, incomplete } = ask(question, month)
  return (
    <Radio.Group
      label={text}
      description={describeDays(month)}
      value={month.answer ?? 'open'}
      onChange={value => !isBusy && onAnswer(value === 'complete' || value === 'incomplete' ? value : null)}
    >
      <Group gap="lg" mt={6}>
        <Radio value="complete" label={complete} />
        <Radio value="incomplete" label={incomplete} />
        <Radio value="open" label="Leave open" />
      </Group>
    </Radio.Group>
  )
}

function describeDays({ days, answer }: SheetMonth): string {
  if (answer === 'complete') return `${countWords(days, 'day is', 'days are')} known by your answer.`
  return `${countWords(days, 'day', 'days')} would become known.`
}
