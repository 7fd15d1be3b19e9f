import { IconShieldExclamation } from '@tabler/icons-react'
import { safetyNotes } from '../../../shared/advice/knowledge/safety-notes.ts'
import type { Suggestion } from '../../../shared/advice/suggestions/suggestion.ts'
import classes from './SuggestionSafety.module.css'

/** Safety notes of a suggestion, shown wherever it can be accepted or tried; renders nothing without notes. */
export function SuggestionSafety({ ids }: { ids: Suggestion['safety'] }) {
  if (ids.length === 0) return null
  return (
    <div role="note" className={classes.safety} aria-label="Safety">
      <IconShieldExclamation size={20} stroke={1.7} aria-hidden className={classes.safetyIcon} />
      <dl>
        {ids.map(id => (
          <div key={id}>
            <dt>{safetyNotes[id].title}</dt>
            <dd>{safetyNotes[id].text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
