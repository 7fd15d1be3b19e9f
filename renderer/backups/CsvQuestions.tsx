import { Button, Group, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import type { CsvAnswers, CsvQuestion } from '../../shared/archive/import-plan.ts'
import { type DateOrder, dateOrders } from '../../shared/csv/dialect.ts'
import { type DecimalSign, decimalSigns, readNumber } from '../../shared/csv/numbers.ts'
import { readDate } from '../../shared/csv/times.ts'
import { formatDate, formatNumber } from '../data/format.ts'

interface CsvQuestionsProps {
  questions: readonly CsvQuestion[]
  onAnswer: (answers: Partial<CsvAnswers>) => void
}

/** Questions about ambiguous formats of a CSV file, each with both readings of a sample cell. */
export function CsvQuestions({ questions, onAnswer }: CsvQuestionsProps) {
  const [given, setGiven] = useState<Partial<CsvAnswers>>({})
  const isComplete = questions.every(({ about }) => given[about] != null)
  return (
    <Stack>
      {questions.map(question =>
        question.about === 'dateOrder' ? (
          <Radio.Group
            key={question.about}
            label={`What does ${question.sample} mean in ${nameFiles(question.files)}?`}
            value={given.dateOrder ?? null}
            onChange={picked =>
              setGiven({ ...given, dateOrder: picked === 'month-first' ? 'month-first' : 'day-first' })
            }
          >
            <Stack gap="xs" mt="xs">
              {dateOrders.map(order => (
                <Radio key={order} value={order} label={describeDate(question.sample, order)} />
              ))}
            </Stack>
          </Radio.Group>
        ) : (
          <Radio.Group
            key={question.about}
            label={`How is the number ${question.sample} meant in ${nameFiles(question.files)}?`}
            value={given.decimalSign ?? null}
            onChange={picked => setGiven({ ...given, decimalSign: picked === 'comma' ? 'comma' : 'point' })}
          >
            <Stack gap="xs" mt="xs">
              {decimalSigns.map(sign => (
                <Radio key={sign} value={sign} label={describeNumber(question.sample, sign)} />
              ))}
            </Stack>
          </Radio.Group>
        ),
      )}
      <Group justify="flex-end">
        <Button disabled={!isComplete} onClick={() => onAnswer(given)}>
          Go on
        </Button>
      </Group>
    </Stack>
  )
}

const nameFiles = (files: readonly string[]) => new Intl.ListFormat('en').format(files)

/** `3 April 2026: the day comes first`. */
function describeDate(sample: string, order: DateOrder): string {
  const date = readDate(sample, { dateOrders: { '.': order, '/': order, '-': order } })
  return `${formatDate(date, 'long')}: the ${order === 'day-first' ? 'day' : 'month'} comes first`
}

/** `1200: the comma separates thousands`, `1.2: the comma is the decimal sign`. */
function describeNumber(sample: string, decimalSign: DecimalSign): string {
  const value = readNumber(sample, decimalSign)
  const written = sample.includes(',') ? 'comma' : 'point'
  return written === decimalSign
    ? `${formatNumber(value, 6)}: the ${written} is the decimal sign`
    : `${value}: the ${written} separates thousands`
}
