import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { JournalAnswers } from '../../shared/advice/warning-signs/journal-answers.ts'
import { noAnswers, type SymptomAnswers } from '../../shared/advice/warning-signs/symptom-check.ts'
import type { EntryOf } from '../../shared/kinds/entry.ts'
import { getClassesTaken } from '../../shared/kinds/medication-courses.ts'
import type { Profile } from '../../shared/kinds/profile.ts'
import { useClock } from '../data/clock.ts'
import { useJournalAnswers, useMedication, useProfile } from '../data/queries.ts'
import classes from './Guide.module.css'
import { GuidePage } from './GuidePage.tsx'
import { SymptomOutcome } from './SymptomOutcome.tsx'
import { PLACE_PAGE, SymptomPages } from './SymptomPages.tsx'

/** Symptom checker: runs the warning rules on answers alone, without an entry. Nothing is stored. */
export function SymptomCheck() {
  const { data: profile } = useProfile()
  const { data: medication } = useMedication()
  const { data: known } = useJournalAnswers()
  return (
    <GuidePage
      title="Check my symptoms"
      lead="A few questions on each page. What your answers mean is shown at once. Nothing here is saved; to keep it, log the cramp. This is not a diagnosis."
    >
      {profile !== undefined && medication !== undefined && known !== undefined && (
        <Check
          profile={profile}
          medication={medication.filter(entry => entry.kind === 'medication')}
          known={known}
        />
      )}
    </GuidePage>
  )
}

interface CheckProps {
  profile: Profile
  medication: readonly EntryOf<'medication'>[]
  known: JournalAnswers
}

function Check({ profile, medication, known }: CheckProps) {
  const now = useClock().now()
  const [search, setSearch] = useSearchParams()
  const page = Number(search.get('page') ?? 1)
  const [atFirst] = useState<SymptomAnswers>(() => {
    const { knownDays: _knownDays, ...counted } = known
    return {
      ...noAnswers,
      ...counted,
      conditions: profile.conditions,
      medicines: [...getClassesTaken(medication, now, now)],
    }
  })
  const [answers, setAnswers] = useState(atFirst)
  // A step of the history for each page, so that the system's Back works as well.
  const show = (wanted: number) => setSearch({ page: String(wanted) })
  return (
    <div className={classes.check}>
      <SymptomPages
        answers={answers}
        known={known}
        page={page}
        onPage={show}
        onChange={change => setAnswers(before => ({ ...before, ...change }))}
      />
      <SymptomOutcome
        answers={answers}
        isUnanswered={isSame(answers, atFirst)}
        region={profile.region}
        now={now}
        onAskPlace={page === PLACE_PAGE ? undefined : () => show(PLACE_PAGE)}
      />
    </div>
  )
}

/** Compares by content: a tick that was taken back leaves a new list. */
const isSame = (one: SymptomAnswers, other: SymptomAnswers) => JSON.stringify(one) === JSON.stringify(other)
