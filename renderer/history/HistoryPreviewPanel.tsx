import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useId, useRef } from 'react'
import type { Answer, Answers } from '../../shared/history/history.ts'
import type { MonthCounts, ReadyHistory } from '../../shared/history-calls.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { countWords } from '../data/format.ts'
import { Examples } from './Examples.tsx'
import { LeftOutList } from './LeftOutList.tsx'
import { MonthTables } from './MonthTables.tsx'
import { OPEN_QUESTION, Questions } from './Questions.tsx'

interface HistoryPreviewPanelProps {
  /** Token of the chosen files. */
  files: string
  preview: ReadyHistory
  answers: Answers
  onAnswer: (id: string, answer: Answer) => void
  /** The preview is planned again, with other answers. */
  isBusy: boolean
  error: Error | null
  onLookAgain: () => void
  onImport: (plan: string) => void
  onClose: () => void
}

/** Preview: the program of the file, the questions it leaves open, and the entries that would come in. Nothing is stored before the last button. */
export function HistoryPreviewPanel(props: HistoryPreviewPanelProps) {
  const { files, preview, answers, onAnswer, isBusy, error, onLookAgain, onImport, onClose } = props
  const { source, reads, questions, isAnswered, months, notes, examples } = preview
  const zone = useRef<HTMLInputElement>(null)
  const asked = useRef<HTMLDivElement>(null)
  const open = questions.filter(({ isNeeded, from }) => isNeeded && from === null).length
  const asksZone = questions.some(({ answer }) => answer.kind === 'zone')
  const added = sum(months, 'new')
  const updated = sum(months, 'updated')
  return (
    <Stack gap="lg" aria-busy={isBusy}>
      <div>
        <Text fw={600} size="lg">
          {source === '' ? 'A table of another program' : <>From {isolate(source)}</>}
        </Text>
        <Text>Unknot looks for {reads} in it. The file itself stays as it is.</Text>
      </div>
      {questions.length > 0 && (
        <Step title="Please check">
          <Questions questions={questions} onAnswer={onAnswer} zoneRef={zone} ref={asked} />
        </Step>
      )}
      {examples.length > 0 && (
        <Step title="Are these times right?">
          <Examples
            examples={examples}
            onWrong={
              asksZone
                ? () => {
                    zone.current?.scrollIntoView({ block: 'center' })
                    zone.current?.focus({ preventScroll: true })
                  }
                : null
            }
          />
        </Step>
      )}
      <Step title="What comes in">
        {months.length === 0 ? (
          <Text>
            {!isAnswered
              ? 'This shows once you have answered.'
              : questions.length > 0
                ? 'Nothing, by the answers above.'
                : 'It holds none of these.'}
          </Text>
        ) : (
          <MonthTables months={months} />
        )}
        {notes.map(note => (
          <Text key={note} size="sm">
            {note}
          </Text>
        ))}
        <LeftOutList preview={preview} files={files} answers={answers} />
        {months.length > 0 && (
          <Text size="sm">
            A file cannot know if it holds everything. What it does not say about a day stays unknown until
            you answer.
          </Text>
        )}
      </Step>
      {error && (
        <Alert color="red" role="alert">
          {error.message}
          <Group mt="xs">
            <Button size="compact-sm" variant="default" onClick={onLookAgain}>
              Look again
            </Button>
          </Group>
        </Alert>
      )}
      <Group justify="space-between">
        <Group gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {!isAnswered
              ? `${countWords(open, 'question', 'questions')} above still ${open === 1 ? 'needs' : 'need'} your answer.`
              : added + updated === 0
                ? 'There is nothing new in it.'
                : 'A safety copy of your journal is made first.'}
          </Text>
          {!isAnswered && (
            <Button variant="subtle" size="compact-md" onClick={() => showFirstOpen(asked.current)}>
              Show it
            </Button>
          )}
        </Group>
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            {isAnswered && added + updated === 0 ? 'Close' : 'Cancel'}
          </Button>
          <Button
            disabled={!isAnswered || added + updated === 0 || isBusy}
            onClick={() => onImport(preview.plan)}
          >
            {nameButton(added, updated)}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

/** Leads to the first field without its needed answer: on a narrow window it is screens away from the button. */
function showFirstOpen(questions: HTMLElement | null) {
  const field = questions?.querySelector<HTMLElement>(`[${OPEN_QUESTION}] input`)
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}

const sum = (months: readonly MonthCounts[], what: 'new' | 'updated') =>
  months.reduce((total, month) => total + month[what], 0)

function nameButton(added: number, updated: number): string {
  const words = (count: number) => countWords(count, 'entry', 'entries')
  if (added + updated === 0) return 'Nothing to add'
  if (updated === 0) return `Add ${words(added)}`
  return added === 0 ? `Update ${words(updated)}` : `Add ${words(added)}, update ${words(updated)}`
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Title order={3} id={id} size="h4" mb="xs">
        {title}
      </Title>
      <Stack gap="sm">{children}</Stack>
    </section>
  )
}
