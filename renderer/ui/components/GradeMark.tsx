import {
  IconArrowsLeftRight,
  IconBulb,
  IconCircleCheck,
  IconCircleMinus,
  IconHelpCircle,
  IconHourglass,
  IconLink,
  IconLinkOff,
  IconMessageCircle,
  IconScale,
  IconStethoscope,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Grade, gradeWords } from '../../../shared/advice/knowledge/grades.ts'
import {
  nameYourPattern,
  type PatternKind,
  type RankedSuggestion,
} from '../../../shared/advice/suggestions/suggest.ts'
import classes from './GradeMark.module.css'

const gradeIcons: Record<Grade, typeof IconScale> = {
  A: IconCircleCheck,
  B: IconScale,
  C: IconUsers,
  D: IconMessageCircle,
  O: IconBulb,
  X: IconCircleMinus,
  H: IconStethoscope,
}

const patternIcons: Record<PatternKind, typeof IconScale> = {
  likely: IconLink,
  possible: IconHelpCircle,
  'not-enough-yet': IconHourglass,
  'not-sure-yet': IconScale,
  'no-clear-link': IconLinkOff,
  'other-way-round': IconArrowsLeftRight,
}

/** A grade as a sign and its words; colour never tells one from another. */
export function GradeMark({ grade }: { grade: Grade }) {
  const Icon = gradeIcons[grade]
  return (
    <span className={classes.mark} title={gradeWords[grade].meaning}>
      <Icon size={17} stroke={1.7} aria-hidden className={classes.markIcon} />
      {gradeWords[grade].label}
    </span>
  )
}

function PatternMark({ ranked }: { ranked: RankedSuggestion }) {
  const isComparable = ranked.suggestion.changes.length > 0
  const Icon = isComparable ? patternIcons[ranked.yourPattern.kind] : IconCircleMinus
  return (
    <span className={classes.mark}>
      <Icon size={17} stroke={1.7} aria-hidden className={classes.markIcon} />
      {nameYourPattern(ranked)}
    </span>
  )
}

/** The two grades side by side: what one's own journal says, and what has been published. */
export function TwoGrades({ ranked }: { ranked: RankedSuggestion }) {
  return (
    <span className={classes.grades}>
      <Graded name="Your pattern">
        <PatternMark ranked={ranked} />
      </Graded>
      <Graded name="Published evidence">
        {ranked.suggestion.evidence.map(({ about, grade }) => (
          <span key={grade} className={classes.line}>
            <GradeMark grade={grade} />
            {about !== null && <span className={classes.about}>for {about}</span>}
          </span>
        ))}
      </Graded>
    </span>
  )
}

function Graded({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className={classes.graded}>
      <span className={classes.gradedName}>{name}:</span> {children}
    </span>
  )
}
