import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import {
  blankFactor,
  factorAnswers,
  factorDirections,
  factorWindows,
  findSameName,
  type NewOwnFactor,
  newOwnFactor,
  type OwnFactor,
  writeSameName,
} from '../../shared/kinds/own-factor.ts'
import { writeFactorLine } from '../../shared/quick-add/own-factor-line.ts'
import { JournalError } from '../data/journal-client.ts'
import { useOwnFactors } from '../data/queries.ts'
import { Choice } from '../ui/fields/Choice.tsx'

export interface OwnThingFormProps {
  /** Label of the name. */
  label: string
  description?: string
  action: string
  /** Shows everything from the start; else what follows the name comes once there is one. */
  isOpenAtFirst?: boolean
  initial?: NewOwnFactor
  autoFocus?: boolean
  /** Stores the factor; rejects with the reason. */
  onStore: (factor: NewOwnFactor) => Promise<unknown>
  onCancel?: () => void
}

interface Problems {
  readonly name?: string
  readonly unit?: string
}

/** Creates an own factor: its name, and what is fixed from then on. What is refused stays in the form with the reason. */
export function OwnThingForm(props: OwnThingFormProps) {
  const {
    label,
    description,
    action,
    initial = blankFactor,
    isOpenAtFirst = false,
    onStore,
    onCancel,
  } = props
  const { data: factors = [] } = useOwnFactors()
  const [factor, setFactor] = useState(initial)
  const [problems, setProblems] = useState<Problems>({})
  const [isStoring, setIsStoring] = useState(false)
  const change = (changes: Partial<NewOwnFactor>) => {
    setProblems({})
    setFactor(before => ({ ...before, ...changes }))
  }

  async function store(event: FormEvent) {
    event.preventDefault()
    const isAmount = factor.answer === 'amount'
    const parsed = newOwnFactor.safeParse({ ...factor, unit: isAmount ? (factor.unit ?? '') : null })
    const found = parsed.success
      ? findNameProblem(factors, parsed.data.name)
      : listProblems(parsed.error.issues)
    setProblems(found)
    if (!parsed.success || found.name !== undefined) return
    setIsStoring(true)
    try {
      await onStore(parsed.data)
      setFactor(blankFactor)
    } catch (error) {
      setProblems({ name: error instanceof JournalError ? error.message : String(error) })
    } finally {
      setIsStoring(false)
    }
  }

  const isOpen = isOpenAtFirst || factor.name.trim() !== ''
  return (
    <form noValidate aria-label="A new thing of my own" onSubmit={event => void store(event)}>
      <Stack gap="sm">
        <Group align="flex-end" gap="xs">
          <TextInput
            flex={1}
            miw="12rem"
            label={label}
            description={description}
            value={factor.name}
            autoFocus={props.autoFocus ?? false}
            error={problems.name}
            onChange={event => change({ name: event.currentTarget.value })}
          />
          {!isOpen && (
            <Button type="submit" variant="default" loading={isStoring}>
              {action}
            </Button>
          )}
        </Group>
        {isOpen && (
          <>
            <PlannedFields factor={factor} unitProblem={problems.unit} onChange={change} />
            <QuickAddHint factor={factor} />
            <Group gap="xs">
              <Button type="submit" variant="default" loading={isStoring}>
                {action}
              </Button>
              {onCancel !== undefined && (
                <Button variant="subtle" onClick={onCancel}>
                  Cancel
                </Button>
              )}
            </Group>
          </>
        )}
      </Stack>
    </form>
  )
}

interface PlannedFieldsProps {
  factor: NewOwnFactor
  unitProblem: string | undefined
  onChange: (changes: Partial<NewOwnFactor>) => void
}

/** Facts on which the findings rest; fixed at creation. */
function PlannedFields({ factor, unitProblem, onChange }: PlannedFieldsProps) {
  const { answer, unit, window, direction } = factor
  return (
    <>
      <Radio.Group
        label="How do you answer it?"
        value={answer}
        onChange={picked => {
          const chosen = factorAnswers.ids.find(id => id === picked)
          if (chosen !== undefined) onChange({ answer: chosen })
        }}
      >
        <Group gap="md" mt={6}>
          {factorAnswers.ids.map(id => (
            <Radio key={id} value={id} label={factorAnswers.words[id]} />
          ))}
        </Group>
      </Radio.Group>
      {answer === 'amount' && (
        <TextInput
          label="Unit"
          description="As you write it: ml, pieces, drops."
          maw="14rem"
          value={unit ?? ''}
          error={unitProblem}
          onChange={event => onChange({ unit: event.currentTarget.value })}
        />
      )}
      <Choice
        label="When could it act?"
        description="“The same night” counts for cramps between 9 pm and 9 am."
        words={factorWindows.ids}
        labels={factorWindows.words}
        value={window}
        onChange={picked => picked !== null && onChange({ window: picked })}
      />
      <Choice
        label="What do you expect it to do?"
        description="Leave this empty if you would rather not say."
        words={factorDirections.ids}
        labels={factorDirections.words}
        value={direction}
        onChange={picked => onChange({ direction: picked })}
        optional
      />
      <Text size="sm" c="dimmed">
        Only the name can be changed later. The rest stays, so that the findings can be trusted. To change it,
        make a new one.
      </Text>
    </>
  )
}

/** Example for quick add; names like "Coffee", which is a drink too, need a word in front. */
function QuickAddHint({ factor }: { factor: NewOwnFactor }) {
  const parsed = newOwnFactor.safeParse(factor)
  const example = parsed.success ? writeFactorLine(parsed.data) : null
  if (example === null) return null
  return (
    <Text size="sm" c="dimmed">
      In quick add: <bdi>“{example.line}”</bdi>.
      {example.isMarked && ' Without “own:” it would be read as something else with this name.'}
    </Text>
  )
}

function findNameProblem(factors: readonly OwnFactor[], name: string): Problems {
  const other = findSameName(factors, name)
  return other === undefined ? {} : { name: writeSameName(other) }
}

/** First sentence of each field. */
function listProblems(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Problems {
  const messageOf = (field: string) => issues.find(({ path }) => path[0] === field)?.message
  const [name, unit] = [messageOf('name'), messageOf('unit')]
  return { ...(name !== undefined && { name }), ...(unit !== undefined && { unit }) }
}
