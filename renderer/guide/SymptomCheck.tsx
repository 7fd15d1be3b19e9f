import { Box } from '@mantine/core'
import { useState } from 'react'
import {
  gatherAnswers,
  noAnswers,
  type SymptomAnswers,
} from '../../shared/advice/warning-signs/symptom-check.ts'
import { findWarnings, writeCard } from '../../shared/advice/warning-signs/warnings.ts'
import type { EntryOf } from '../../shared/kinds/entry.ts'
import { getClassesTaken } from '../../shared/kinds/medication-courses.ts'
import type { Profile } from '../../shared/kinds/profile.ts'
import { useClock } from '../data/clock.ts'
import { useMayTellStatinTrials, useMedication, useProfile } from '../data/queries.ts'
import { CardFrame } from '../warnings/CardFrame.tsx'
import classes from './Guide.module.css'
import { GuidePage } from './GuidePage.tsx'
import { SymptomQuestions } from './SymptomQuestions.tsx'

/** Symptom checker: runs the warning rules on answers alone, without an entry. Nothing is stored. */
export function SymptomCheck() {
  const { data: profile } = useProfile()
  const { data: medication } = useMedication()
  return (
    <GuidePage
      title="Check my symptoms"
      lead="Tick what applies; what it means appears beside it right away. Nothing here is stored. To keep it, log the cramp. This is not a diagnosis."
    >
      {profile !== undefined && medication !== undefined && (
        <Check profile={profile} medication={medication.filter(entry => entry.kind === 'medication')} />
      )}
    </GuidePage>
  )
}

interface CheckProps {
  profile: Profile
  medication: readonly EntryOf<'medication'>[]
}

function Check({ profile, medication }: CheckProps) {
  const now = useClock().now()
  const [answers, setAnswers] = useState<SymptomAnswers>(() => ({
    ...noAnswers,
    conditions: profile.conditions,
    medicines: [...getClassesTaken(medication, now, now)],
  }))
  return (
    <div className={classes.check}>
      <SymptomQuestions
        answers={answers}
        onChange={change => setAnswers(before => ({ ...before, ...change }))}
      />
      <Outcome answers={answers} profile={profile} now={now} />
    </div>
  )
}

/** True while only the conditions and medicines filled in from the profile and the journal are set. */
const isUnanswered = (answers: SymptomAnswers) => {
  const { conditions, medicines } = answers
  // Spread into the same object, so that both have the same key order.
  return (
    JSON.stringify({ ...noAnswers, ...answers }) === JSON.stringify({ ...noAnswers, conditions, medicines })
  )
}

interface OutcomeProps {
  answers: SymptomAnswers
  profile: Profile
  now: number
}

function Outcome({ answers, profile: { region }, now }: OutcomeProps) {
  const facts = gatherAnswers(answers, now, useMayTellStatinTrials())
  const found = findWarnings(facts)
  const isPlaceMissing = answers.symptoms.length > 0 && answers.sites.length === 0
  const isUntouched = isUnanswered(answers)
  return (
    // Scrolls when its text is long, so it takes the focus for the arrow keys.
    <Box component="section" className={classes.outcome} aria-labelledby="outcome" tabIndex={0}>
      <h2 id="outcome">What this means</h2>
      <div aria-live="polite">
        {isPlaceMissing && (
          <p>
            Please also say where you notice it. What some signs mean, and how soon they should be looked at,
            depends on the place.
          </p>
        )}
        {found.length === 0 ? (
          // Reassurance would be unfounded while the place is missing, on which some rules depend.
          !isPlaceMissing && (
            <p>
              {isUntouched
                ? 'Tick what applies, and what it means appears here.'
                : 'Nothing you have told so far is on the list of signs that should be looked at. That is no all-clear: if something worries you, ask your doctor.'}
            </p>
          )
        ) : (
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
      </div>
    </Box>
  )
}
