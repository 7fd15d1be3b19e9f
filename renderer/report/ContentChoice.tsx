import { Checkbox, Stack, Textarea } from '@mantine/core'
import { MAX_QUESTION_CHARACTERS } from '../../shared/kinds/limits.ts'
import { type PrivateThing, privateThings } from '../../shared/privacy/private-things.ts'
import {
  type FollowingPage,
  followingPages,
  type PageOneSection,
  pageOneSections,
} from '../../shared/report/order.ts'
import classes from './ReportScreen.module.css'
import type { Choices } from './stored-choices.ts'

const sectionNames: Record<PageOneSection, string> = {
  warnings: 'Warning signs',
  numbers: 'Numbers',
  places: 'Body map',
  hours: 'Hour of onset',
  trend: '12-week trend',
  onset: 'At the onset',
  symptoms: 'Symptoms',
  medicines: 'Medicines and conditions',
  relief: 'What was tried',
  experiments: 'Experiments',
  findings: 'Findings',
  questions: 'Room for questions',
}

const pageNames: Record<FollowingPage, string> = {
  charts: 'Charts',
  days: 'Day table',
  episodes: 'All cramps',
  'own-things': 'My own things',
  method: 'Method',
}

const privateNames: Record<PrivateThing, string> = {
  notes: 'Notes',
  alcohol: 'Alcohol',
  pregnancy: 'Pregnancy and breastfeeding',
}

export interface ContentChoiceProps {
  choices: Choices
  onChange: (change: Partial<Choices>) => void
}

/** Choice of the report's sections, pages, private items and questions. */
export function ContentChoice({ choices, onChange }: ContentChoiceProps) {
  const { sections, pages, reveal, questions } = choices
  const asked = questions.trim().length
  return (
    <Stack gap="md">
      <Textarea
        label="Your questions for the doctor"
        description="Leave this empty for lines to write on."
        autosize
        minRows={2}
        maxRows={8}
        value={questions}
        onChange={event => onChange({ questions: event.currentTarget.value })}
        error={asked > MAX_QUESTION_CHARACTERS && `Shorten this to ${MAX_QUESTION_CHARACTERS} characters.`}
      />
      <details className={classes.details}>
        <summary>What is on page one</summary>
        <Boxes
          label="Sections"
          names={sectionNames}
          all={pageOneSections}
          chosen={sections}
          onChange={chosen => onChange({ sections: chosen })}
        />
      </details>
      <Boxes
        label="Pages that follow"
        names={pageNames}
        all={followingPages}
        chosen={pages}
        onChange={chosen => onChange({ pages: chosen })}
      />
      <Boxes
        label="Left out unless ticked"
        names={privateNames}
        all={privateThings}
        chosen={reveal}
        onChange={chosen => onChange({ reveal: chosen })}
      />
    </Stack>
  )
}

interface BoxesProps<Name extends string> {
  label: string
  names: Record<Name, string>
  all: readonly Name[]
  chosen: readonly Name[]
  onChange: (chosen: Name[]) => void
}

function Boxes<Name extends string>({ label, names, all, chosen, onChange }: BoxesProps<Name>) {
  return (
    <Checkbox.Group
      label={label}
      value={[...chosen]}
      // Sorted as on the page, not as ticked.
      onChange={ticked => onChange(all.filter(name => ticked.includes(name)))}
    >
      <Stack gap={6} mt={6}>
        {all.map(name => (
          <Checkbox key={name} value={name} label={names[name]} size="sm" />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
