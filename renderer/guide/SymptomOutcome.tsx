import { Box, Button } from '@mantine/core'
import { findUrgencyOfPlace } from '../../shared/advice/warning-signs/missing-place.ts'
import { gatherAnswers, type SymptomAnswers } from '../../shared/advice/warning-signs/symptom-check.ts'
import { canSnooze, findWarnings, writeCard } from '../../shared/advice/warning-signs/warnings.ts'
import type { Region } from '../../shared/kinds/profile.ts'
import { useMayTellStatinTrials } from '../data/queries.ts'
import { CardFrame } from '../warnings/CardFrame.tsx'
import classes from './Guide.module.css'

interface SymptomOutcomeProps {
  answers: SymptomAnswers
  /** True while all answers are those of the journal. */
  isUnanswered: boolean
  region: Region | null
  now: number
  /** Opens the page that asks for the place; undefined while it is open. */
  onAskPlace: (() => void) | undefined
}

/** Cards that the answers raise, the most urgent first. */
export function SymptomOutcome({ answers, isUnanswered, region, now, onAskPlace }: SymptomOutcomeProps) {
  const facts = gatherAnswers(answers, now, useMayTellStatinTrials())
  const needsPlace = findUrgencyOfPlace(answers, now) !== null
  // Advice that can wait is held back while the place could make it urgent; urgent advice never is.
  const found = isUnanswered
    ? []
    : findWarnings(facts).filter(({ level }) => !(needsPlace && canSnooze(level)))
  return (
    // Scrolls when its text is long, so it takes the focus for the arrow keys.
    <Box component="section" className={classes.outcome} aria-labelledby="outcome" tabIndex={0}>
      <h2 id="outcome">What this means</h2>
      <div aria-live="polite">
        {needsPlace && (
          <div className={classes.askPlace}>
            <p>
              <strong>Where is it?</strong> How soon this should be looked at depends on the place.
            </p>
            {onAskPlace !== undefined && (
              <Button size="sm" onClick={onAskPlace}>
                Say where
              </Button>
            )}
          </div>
        )}
        {found.length > 0 && (
          <div className={classes.outcomeCards}>
            {found.map(rule => (
              <CardFrame
                key={rule.id}
                id={`outcome-${rule.id}`}
                rule={rule.id}
                level={rule.level}
                card={writeCard(rule, facts, region)}
              />
            ))}
          </div>
        )}
        {/* Reassurance would be unfounded while the place is missing, on which some rules depend. */}
        {found.length === 0 && !needsPlace && (
          <p>
            {isUnanswered
              ? 'Answer what applies, and what it means appears here.'
              : 'Nothing you have said so far is on the list of signs that should be looked at. That is no all-clear: if something worries you, ask your doctor.'}
          </p>
        )}
      </div>
    </Box>
  )
}
