import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { medicinesWithCramps } from '../../shared/advice/knowledge/medicines.ts'
import type { JournalAnswers } from '../../shared/advice/warning-signs/journal-answers.ts'
import type { SymptomAnswers } from '../../shared/advice/warning-signs/symptom-check.ts'
import { type Condition, conditions } from '../../shared/kinds/conditions.ts'
import { restAnswers, statesAtOnset } from '../../shared/kinds/cramp.ts'
import { medicineClasses } from '../../shared/kinds/medicines.ts'
import { muscles } from '../../shared/kinds/muscles.ts'
import { circumstances, symptomGroups, symptoms } from '../../shared/kinds/symptoms.ts'
import { formatNumber } from '../data/format.ts'
import { commonSymptoms, type SymptomsOfGroup, worryingSymptoms } from '../log/symptom-groups.ts'
import { Choice } from '../ui/fields/Choice.tsx'
import { createFieldProps } from '../ui/fields/field-props.ts'
import type { TypedNumber } from '../ui/fields/field-values.ts'
import { NumberInput } from '../ui/fields/NumberInput.tsx'
import { SiteGrid } from '../ui/fields/SiteGrid.tsx'
import { Ticks } from '../ui/fields/Ticks.tsx'
import { ZeroToTen } from '../ui/fields/ZeroToTen.tsx'
import classes from './Guide.module.css'

/** Conditions that some warning rule depends on. */
const askedConditions = [
  'diabetes',
  'kidney-disease',
  'dialysis',
  'liver-disease',
  'thyroid-disorder',
  'peripheral-artery-disease',
  'cancer',
  'pregnant',
] as const satisfies readonly Condition[]

const askedMedicines = ['statin', 'quinine'] as const
const suspects = medicineClasses.ids.filter(one => one in medicinesWithCramps)

/** Numeric answers, with the question for each. */
type NumberOf = {
  [Key in keyof SymptomAnswers]: SymptomAnswers[Key] extends number | null ? Key : never
}[keyof SymptomAnswers]

const monthQuestions = [
  ['cramps', 'Cramps in the last 4 weeks'],
  ['crampsBefore', 'Cramps in the 4 weeks before those'],
  ['severeCramps', 'Strong cramps in the last 4 weeks (7 or more out of 10)'],
  ['nightsWoken', 'Nights in the last 4 weeks when a cramp woke me'],
  ['nerveCramps', 'Cramps in the last 4 weeks with numbness, tingling, burning or pain along the leg'],
  [
    'walkingCramps',
    'Cramps in the last 4 weeks in this place, while walking or in sport, gone within 10 minutes of rest',
  ],
  [
    'backAndWalkingDays',
    'Days in the last 4 weeks when walking made it worse, with pain in the back or along the leg',
  ],
] as const satisfies readonly (readonly [NumberOf, string])[]

/** Groups with signs that need no place to be urgent, the most urgent first, and the others. */
const urgentNames = [symptomGroups.words['chest-back-jaw'], symptomGroups.words.body]
const urgentSymptoms = urgentNames.flatMap(name => worryingSymptoms.filter(group => group.name === name))
const localSymptoms = worryingSymptoms.filter(group => !urgentSymptoms.includes(group))

/** Page that asks for the place, counted from 1. */
export const PLACE_PAGE = 2

export interface SymptomPagesProps {
  answers: SymptomAnswers
  /** Answers from the journal, filled in and marked as such. */
  known: JournalAnswers
  /** Page in view, counted from 1; any other number shows the first. */
  page: number
  onPage: (page: number) => void
  onChange: (change: Partial<SymptomAnswers>) => void
}

interface QuestionPage {
  readonly title: string
  readonly questions: ReactNode
}

/** Questions for all inputs of the warning rules, a page at a time: signs that cannot wait first. */
export function SymptomPages({ answers, known, page, onPage, onChange }: SymptomPagesProps) {
  const answerProps = createFieldProps(answers, onChange)
  const askNumber = (key: NumberOf, label: string, max: number) => (
    <AnswerInNumbers key={key} label={label} max={max} {...answerProps(key)} />
  )
  const askSymptoms = (groups: readonly SymptomsOfGroup[]) =>
    groups.map(group => (
      <Ticks
        key={group.name}
        label={group.name}
        words={group.symptoms}
        labels={symptoms.words}
        {...answerProps('symptoms')}
      />
    ))
  const pages: readonly QuestionPage[] = [
    { title: 'Do you have any of these now?', questions: askSymptoms(urgentSymptoms) },
    {
      title: 'Where is it, and what do you notice there?',
      questions: (
        <>
          <SiteGrid
            label="Where does it cramp, or where do you notice it?"
            muscles={muscles.ids}
            sites={answers.sites}
            onChange={sites => onChange({ sites })}
            isWide
          />
          <Ticks
            label={symptomGroups.words.common}
            words={commonSymptoms}
            labels={symptoms.words}
            {...answerProps('symptoms')}
          />
          {askSymptoms(localSymptoms)}
        </>
      ),
    },
    {
      title: 'Does any of this apply?',
      questions: (
        <>
          <Ticks
            label="Since when, and what came before"
            words={circumstances.ids}
            labels={circumstances.words}
            {...answerProps('circumstances')}
          />
          <Tick label="I drank three litres or more within six hours" {...answerProps('drankVeryMuch')} />
          <Tick
            label="I worked or trained very hard in the last three days (7 or more out of 10)"
            {...answerProps('exertedHard')}
          />
        </>
      ),
    },
    {
      title: 'The cramp, if there is one',
      questions: (
        <>
          <div className={classes.numbers}>
            {askNumber('durationMinutes', 'Minutes it lasted, or has lasted so far', 1440)}
            {askNumber('sorenessHours', 'Hours it stayed sore afterwards', 336)}
          </div>
          <div className={classes.numbers}>
            <Choice
              label="What were you doing?"
              words={statesAtOnset.ids}
              labels={statesAtOnset.words}
              {...answerProps('stateAtOnset')}
              optional
            />
            <Choice
              label="Did it go with rest?"
              words={restAnswers.ids}
              labels={restAnswers.words}
              {...answerProps('relievedByRest')}
              optional
            />
          </div>
          <Tick label="I stretched it" {...answerProps('wasStretched')} />
        </>
      ),
    },
    {
      title: 'The last weeks',
      questions: (
        <>
          {known.knownDays > 0 && (
            <p className={classes.small}>
              Filled in from your journal, which knows {formatNumber(known.knownDays)} of the last 28 days.
              Change what is not right.
            </p>
          )}
          <div className={classes.numbers}>
            {monthQuestions.map(([key, label]) => askNumber(key, label, 999))}
          </div>
          <ZeroToTen
            label="How badly was your sleep disturbed, over the last two weeks?"
            ends={['Not at all', 'Could not be worse']}
            {...answerProps('sleepDisturbance')}
          />
          <ZeroToTen
            label="How much do the cramps bother you?"
            ends={['Not at all', 'Could not be worse']}
            {...answerProps('bother')}
          />
          <Tick
            label="I have looked for what brings them on for eight weeks, and found nothing"
            {...answerProps('foundNothing')}
          />
        </>
      ),
    },
    {
      title: 'About you',
      questions: (
        <>
          <div className={classes.numbers}>{askNumber('ageYears', 'Age in years', 120)}</div>
          <Ticks
            label="Conditions"
            words={askedConditions}
            labels={conditions.words}
            {...answerProps('conditions')}
          />
          <Ticks
            label="Medicines I take"
            words={askedMedicines}
            labels={medicineClasses.words}
            {...answerProps('medicines')}
          />
          <Ticks
            label="Started, or dose raised, in the last 12 weeks, with more cramps since"
            words={suspects}
            labels={medicineClasses.words}
            {...answerProps('medicinesBeforeRise')}
          />
        </>
      ),
    },
  ]
  const shown = Number.isInteger(page) && page >= 1 && page <= pages.length ? page : 1
  return (
    <div>
      {/* All stay mounted, so that nothing typed is lost on another page. */}
      {pages.map(({ title, questions }, index) => (
        <Questions
          key={title}
          title={title}
          place={`${index + 1} of ${pages.length}`}
          isShown={shown === index + 1}
          onBack={index === 0 ? undefined : () => onPage(shown - 1)}
          onNext={index === pages.length - 1 ? undefined : () => onPage(shown + 1)}
        >
          {questions}
        </Questions>
      ))}
    </div>
  )
}

interface QuestionsProps {
  title: string
  /** `2 of 6`. */
  place: string
  isShown: boolean
  /** Undefined on the first page. */
  onBack: (() => void) | undefined
  /** Undefined on the last page. */
  onNext: (() => void) | undefined
  children: ReactNode
}

/** One page; Enter in a field goes on to the next. */
function Questions({ title, place, isShown, onBack, onNext, children }: QuestionsProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const wasShown = useRef(isShown)
  useEffect(() => {
    if (isShown && !wasShown.current) heading.current?.focus()
    wasShown.current = isShown
  }, [isShown])

  function goOn(event: FormEvent) {
    event.preventDefault()
    onNext?.()
  }

  return (
    <form className={classes.panel} aria-label={title} hidden={!isShown} onSubmit={goOn} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <Stack gap="sm">{children}</Stack>
      <Group mt="md" justify="space-between">
        <Button variant="default" disabled={onBack === undefined} onClick={onBack}>
          Back
        </Button>
        <span className={classes.small}>{place}</span>
        <Button type="submit" disabled={onNext === undefined}>
          Next
        </Button>
      </Group>
    </form>
  )
}

interface TickProps {
  label: string
  value: boolean
  onChange: (value: boolean) => void
}

function Tick({ label, value, onChange }: TickProps) {
  return <Checkbox label={label} checked={value} onChange={event => onChange(event.currentTarget.checked)} />
}

interface AnswerInNumbersProps {
  label: string
  max: number
  value: number | null
  onChange: (value: number | null) => void
}

/** Whole number or null: unanswered is not zero. Applied when the field is left. */
function AnswerInNumbers({ label, max, value, onChange }: AnswerInNumbersProps) {
  const [typed, setTyped] = useState<TypedNumber | null>(null)
  const isPossible = (answer: number) => Number.isInteger(answer) && answer >= 0 && answer <= max
  const isRefused = typed !== null && typed !== '' && !(typeof typed === 'number' && isPossible(typed))
  const [isLeft, setIsLeft] = useState(false)
  return (
    <NumberInput
      label={label}
      inputMode="numeric"
      value={typed ?? value ?? ''}
      isPossible={isPossible}
      error={isLeft && isRefused && `Enter a whole number from 0 to ${formatNumber(max)}.`}
      onChange={next => {
        setTyped(next)
        setIsLeft(false)
      }}
      onLeave={left => {
        setIsLeft(true)
        if (left === '' || (typeof left === 'number' && isPossible(left))) {
          setTyped(null)
          onChange(left === '' ? null : left)
        }
      }}
    />
  )
}
