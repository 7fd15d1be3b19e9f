import { Fieldset, Group, Radio, Stack, Text } from '@mantine/core'
import type { SheetMonth, SheetQuestion } from '../../shared/history-calls.ts'
import { kindWords } from '../../shared/kinds/kinds.ts'
import type { SheetAnswer } from '../../shared/kinds/provenance.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { countWords, formatDateRange } from '../data/format.ts'
import { trackedWords } from '../data/tracked-words.ts'
import { showError } from '../ui/components/messages.ts'
import { useAnswerSheet } from './history-queries.ts'

/** Question of one month, and the words of its answers: `complete` makes the days of the month known. */
function ask({ kind, name }: SheetQuestion, { fromDate, toDate }: SheetMonth) {
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
  const change = useAnswerSheet()
  function answer({ source, kind }: SheetQuestion, { fromDate }: SheetMonth, given: SheetAnswer | null) {
    change.mutate({ source, kind, fromDate, answer: given }, { onError: showError })
  }
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
          <Stack gap="md">
            {question.months.toReversed().map(month => (
              <MonthQuestion
                key={month.fromDate}
                question={question}
                month={month}
                isBusy={change.isPending}
                onAnswer={given => answer(question, month, given)}
              />
            ))}
          </Stack>
        </Fieldset>
      ))}
    </Stack>
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
