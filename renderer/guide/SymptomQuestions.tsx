import { Checkbox, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { medicinesWithCramps } from '../../shared/advice/knowledge/medicines.ts'
import type { SymptomAnswers } from '../../shared/advice/warning-signs/symptom-check.ts'
import { type Condition, conditions } from '../../shared/kinds/conditions.ts'
import { restAnswers, statesAtOnset } from '../../shared/kinds/cramp.ts'
import { medicineClasses } from '../../shared/kinds/medicines.ts'
import { muscles } from '../../shared/kinds/muscles.ts'
import { circumstances, symptomGroups, symptoms } from '../../shared/kinds/symptoms.ts'
import { formatNumber } from '../data/format.ts'
import { commonSymptoms, worryingSymptoms } from '../log/symptom-groups.ts'
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

export interface SymptomQuestionsProps {
  answers: SymptomAnswers
  onChange: (change: Partial<SymptomAnswers>) => void
}

/** Questions for all inputs of the warning rules, the most urgent first. */
export function SymptomQuestions({ answers, onChange }: SymptomQuestionsProps) {
  const answerProps = createFieldProps(answers, onChange)
  const askNumber = (key: NumberOf, label: string, max: number) => (
    <AnswerInNumbers key={key} label={label} max={max} {...answerProps(key)} />
  )
  return (
    <Stack gap="md">
      <Questions title="Where, and what?">
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
        {worryingSymptoms.map(group => (
          <Ticks
            key={group.name}
            label={group.name}
            words={group.symptoms}
            labels={symptoms.words}
            {...answerProps('symptoms')}
          />
        ))}
        <Ticks
          label="Does any of this apply?"
          words={circumstances.ids}
          labels={circumstances.words}
          {...answerProps('circumstances')}
        />
        <Tick label="I drank three litres or more within six hours" {...answerProps('drankVeryMuch')} />
        <Tick
          label="I worked or trained very hard in the last three days (7 or more out of 10)"
          {...answerProps('exertedHard')}
        />
      </Questions>
      <Questions title="The cramp, if there is one">
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
      </Questions>
      <Questions title="The last weeks">
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
      </Questions>
      <Questions title="About you">
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
        <div className={classes.numbers}>{askNumber('ageYears', 'Age in years', 120)}</div>
      </Questions>
    </Stack>
  )
}

function Questions({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.panel} aria-label={title}>
      <h2>{title}</h2>
      <Stack gap="sm">{children}</Stack>
    </section>
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
