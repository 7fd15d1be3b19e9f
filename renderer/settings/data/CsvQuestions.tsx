import { Button, Group, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import type { CsvAnswers, CsvQuestion } from '../../../shared/keeping/import-plan.ts'

interface CsvQuestionsProps {
  questions: readonly CsvQuestion[]
  onAnswer: (answers: Partial<CsvAnswers>) => void
}

/** What a table from a spreadsheet does not tell by itself. */
export function CsvQuestions({ questions, onAnswer }: CsvQuestionsProps) {
  const [given, setGiven] = useState<Partial<CsvAnswers>>({})
  const isComplete = questions.every(({ about }) => given[about] != null)
  return (
    <Stack>
      {questions.map(({ about, sample, files }) =>
        about === 'dateOrder' ? (
          <Radio.Group
            key={about}
            label={`What does ${sample} mean in ${nameFiles(files)}?`}
            value={given.dateOrder ?? null}
            onChange={picked =>
              setGiven({ ...given, dateOrder: picked === 'month-first' ? 'month-first' : 'day-first' })
            }
          >
            <Stack gap="xs" mt="xs">
              <Radio value="day-first" label="The day comes first, then the month" />
              <Radio value="month-first" label="The month comes first, then the day" />
            </Stack>
          </Radio.Group>
        ) : (
          <Radio.Group
            key={about}
            label={`How is the number ${sample} meant in ${nameFiles(files)}?`}
            value={given.decimalSign ?? null}
            onChange={picked => setGiven({ ...given, decimalSign: picked === 'comma' ? 'comma' : 'point' })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="comma" label="Decimals follow a comma" />
              <Radio value="point" label="Decimals follow a point" />
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
