import { Button } from '@mantine/core'
import { useId } from 'react'
import { safetyNotes } from '../../shared/advice/safety-notes.ts'
import type { Unlikely } from '../../shared/journal/unlikely.ts'
import type { Assumption } from '../../shared/quick-add/reading.ts'
import type { DraftText } from './draft-text.ts'
import { ignoreHeldKey } from './held-key.ts'
import { QuestionGroup } from './Questions.tsx'
import classes from './QuickAdd.module.css'

export interface InterpretationProps {
  text: DraftText
  /** What is possible and still unlikely; storing once more is the yes. */
  unlikely: readonly Unlikely[]
  /** What the line did not quite say; the button stores it as it is chosen. */
  assumptions: readonly Assumption[]
  isStoring: boolean
  onSave: () => void
  /** Told the line with another answer in it. */
  onAnswer: (line: string) => void
}

/** The entry as it would be stored, and the button that does so. */
export function Interpretation(props: InterpretationProps) {
  const { text, unlikely, assumptions, isStoring, onSave, onAnswer } = props
  const id = useId()
  const { kind, title, details, when, note } = text
  return (
    <section className={classes.interpretation} aria-label="This would be stored">
      <div id={id} className={classes.entry}>
        {title !== kind && <div className={classes.kind}>{kind}</div>}
        <div className={classes.title}>{title}</div>
        {details.length > 0 && <div>{details.join(' · ')}</div>}
        <div className={classes.when}>{when}</div>
        {note !== '' && <div className={classes.note}>Note: {note}</div>}
        {unlikely.map(({ question, caution }) => (
          <div key={question} className={classes.unlikely} role="status">
            {question}
            {caution !== null && <div className={classes.caution}>{safetyNotes[caution].text}</div>}
          </div>
        ))}
      </div>
      <Button aria-describedby={id} loading={isStoring} onKeyDown={ignoreHeldKey} onClick={onSave}>
        Store
      </Button>
      {assumptions.map(assumption => (
        <QuestionGroup
          key={assumption.about}
          question={assumption}
          chosen={assumption.chosen}
          onAnswer={onAnswer}
        />
      ))}
    </section>
  )
}
