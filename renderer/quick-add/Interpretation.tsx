import { Button } from '@mantine/core'
import { useId } from 'react'
import { safetyNotes } from '../../shared/advice/knowledge/safety-notes.ts'
import type { Unlikely } from '../../shared/kinds/question.ts'
import type { Assumption } from '../../shared/quick-add/reading.ts'
import type { DraftText } from './draft-text.ts'
import { ignoreHeldKey } from './held-key.ts'
import { QuestionGroup } from './Questions.tsx'
import classes from './QuickAdd.module.css'

/** Preview of an entry as it would be stored. */
export interface ShownEntry {
  readonly text: DraftText
  /** Questions about unlikely values; storing again confirms them. */
  readonly unlikely: readonly Unlikely[]
  /** Values that the line left open; the button stores the chosen ones. */
  readonly assumptions: readonly Assumption[]
}

export interface InterpretationProps {
  entries: readonly ShownEntry[]
  isStoring: boolean
  onSave: () => void
  /** Told the line with another answer in it. */
  onAnswer: (line: string) => void
}

/** The entries as they would be stored, and the button that does so. */
export function Interpretation({ entries, isStoring, onSave, onAnswer }: InterpretationProps) {
  const id = useId()
  return (
    <section className={classes.interpretation} aria-label="This would be stored">
      <div id={id} className={classes.entries}>
        {entries.map((entry, index) => (
          // The entries of a line have no identity but their place in it.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <EntryText key={index} {...entry} />
        ))}
      </div>
      <Button aria-describedby={id} loading={isStoring} onKeyDown={ignoreHeldKey} onClick={onSave}>
        {entries.length > 1 ? `Store all ${entries.length}` : 'Store'}
      </Button>
      {entries
        .flatMap(({ assumptions }) => assumptions)
        .map(assumption => (
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

function EntryText({ text, unlikely }: ShownEntry) {
  const { kind, title, details, when, note } = text
  return (
    <div className={classes.entry}>
      {title !== kind && <div className={classes.kind}>{kind}</div>}
      <div className={classes.title} dir="auto">
        {title}
      </div>
      {details.length > 0 && <div>{details.join(' · ')}</div>}
      <div className={classes.when}>{when}</div>
      {note !== '' && (
        <div className={classes.note}>
          Note: <bdi>{note}</bdi>
        </div>
      )}
      {unlikely.map(({ question, caution }) => (
        <div key={question} className={classes.unlikely} role="status">
          {question}
          {caution !== null && <div className={classes.caution}>{safetyNotes[caution].text}</div>}
        </div>
      ))}
    </div>
  )
}
