import { Button, Collapse, Stack } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { type Circumstance, circumstances, type Symptom } from '../../shared/kinds/symptoms.ts'
import { isThingKey, thingKeyOf } from '../../shared/kinds/thing-key.ts'
import { useLists } from '../data/queries.ts'
import { Ticks } from '../ui/fields/Ticks.tsx'
import { AddToList } from './ListThingDialog.tsx'
import { commonSymptoms, listAskedCircumstances, worryingSymptoms } from './symptom-groups.ts'

export interface SymptomFieldsProps {
  symptoms: readonly Symptom[]
  circumstances: readonly Circumstance[]
  onSymptomsChange: (symptoms: Symptom[]) => void
  onCircumstancesChange: (circumstances: Circumstance[]) => void
  error?: React.ReactNode
}

/** Symptoms of a cramp: the common ones first, the worrying ones behind a question of their own. */
export function SymptomFields(props: SymptomFieldsProps) {
  const { symptoms: present, circumstances: ticked, onSymptomsChange, onCircumstancesChange, error } = props
  const id = useId()
  const { symptoms } = useLists()
  const own = symptoms.idsWith(...present).filter(isThingKey)
  const hasWorrying = worryingSymptoms.some(group => group.symptoms.some(one => present.includes(one)))
  const [isWorried, setIsWorried] = useState(hasWorrying)
  const isOpen = isWorried || hasWorrying
  const asked = listAskedCircumstances(circumstances.ids, present, ticked, isOpen)
  const Chevron = isOpen ? IconChevronUp : IconChevronDown
  return (
    <>
      <Ticks
        label="What else I noticed"
        words={[...commonSymptoms, ...own]}
        labels={symptoms.words}
        value={present}
        onChange={onSymptomsChange}
        error={error}
      />
      <AddToList list="symptom" onAdded={({ id }) => onSymptomsChange([...present, thingKeyOf(id)])} />
      <div>
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={isOpen}
          aria-controls={id}
          rightSection={<Chevron size={14} aria-hidden />}
          disabled={hasWorrying}
          onClick={() => setIsWorried(opened => !opened)}
        >
          Anything else that worried you?
        </Button>
        <Collapse expanded={isOpen} id={id}>
          <Stack gap="sm" pt="sm">
            {worryingSymptoms.map(group => (
              <Ticks
                key={group.name}
                label={group.name}
                words={group.symptoms}
                labels={symptoms.words}
                value={present}
                onChange={onSymptomsChange}
              />
            ))}
          </Stack>
        </Collapse>
      </div>
      {asked.length > 0 && (
        <Ticks
          label="Does any of this apply?"
          description="It affects how soon a sign should be checked."
          words={asked}
          labels={circumstances.words}
          value={ticked}
          onChange={onCircumstancesChange}
        />
      )}
    </>
  )
}
