import { Button } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { kindWords } from '../../shared/kinds/entry.ts'
import type { AskingReading, Question } from '../../shared/quick-add/reading.ts'
import classes from './QuickAdd.module.css'

export interface QuestionsProps {
  reading: AskingReading
  /** Told the line with the answer in it. */
  onAnswer: (line: string) => void
}

/** Open questions of the line. Each answer is a button; it can be typed into the line instead. */
export function Questions({ reading, onAnswer }: QuestionsProps) {
  return (
    <section className={classes.questions} aria-label={`${kindWords[reading.partial.kind]}: still open`}>
      <div className={classes.kind}>{kindWords[reading.partial.kind]}</div>
      {reading.questions.map(question => (
        <QuestionGroup key={question.about} question={question} onAnswer={onAnswer} />
      ))}
    </section>
  )
}

interface QuestionGroupProps {
  question: Question
  /** Label of the answer that holds until another one is given. */
  chosen?: string
  onAnswer: (line: string) => void
}

/** Question with its answers as buttons. One of them may be preselected. */
export function QuestionGroup({ question, chosen, onAnswer }: QuestionGroupProps) {
  return (
    <fieldset className={classes.question}>
      <legend className={classes.ask}>{question.text}</legend>
      <div className={classes.answers}>
        {question.options.map(({ label, line }) => (
          <Button
            key={label}
            variant={label === chosen ? 'light' : 'default'}
            size="compact-md"
            {...(chosen !== undefined && { 'aria-pressed': label === chosen })}
            onKeyDown={moveAmongAnswers}
            onClick={() => onAnswer(line)}
          >
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The arrow keys go from answer to answer, across the questions. A held Enter does not answer. */
function moveAmongAnswers(event: KeyboardEvent<HTMLButtonElement>) {
  if (event.key === 'Enter' && event.repeat) event.preventDefault()
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const answers = [...(event.currentTarget.closest('section')?.querySelectorAll('button') ?? [])]
  answers[answers.indexOf(event.currentTarget) + step]?.focus()
}
