import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  factorNameField,
  findSameName,
  type OwnFactor,
  writeSameName,
} from '../../shared/kinds/own-factor.ts'
import { JournalError } from '../data/journal-client.ts'
import { useOwnFactors } from '../data/queries.ts'

export interface OwnFactorNameFieldProps {
  label: string
  description?: string
  /** Factor that is renamed; null for a new one. */
  factor: OwnFactor | null
  action: string
  /** Stores the name; rejects with the reason. */
  onStore: (name: string) => Promise<unknown>
  onCancel?: () => void
  autoFocus?: boolean
}

/** Name of an own factor, typed and stored with Enter. A refused one stays in the field with the reason. */
export function OwnFactorNameField(props: OwnFactorNameFieldProps) {
  const { label, description, factor, action, onStore, onCancel, autoFocus = false } = props
  const { data: factors = [] } = useOwnFactors()
  const [name, setName] = useState(factor?.name ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const [isStoring, setIsStoring] = useState(false)

  async function store() {
    const parsed = factorNameField.safeParse(name)
    const found = parsed.success
      ? findNameProblem(factors, parsed.data, factor?.id)
      : (parsed.error.issues[0]?.message ?? null)
    setProblem(found)
    if (found !== null || !parsed.success) return
    setIsStoring(true)
    try {
      await onStore(parsed.data)
      setName('')
    } catch (error) {
      setProblem(error instanceof JournalError ? error.message : String(error))
    } finally {
      setIsStoring(false)
    }
  }

  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void store()
      }}
    >
      <Group align="flex-end" gap="xs">
        <TextInput
          flex={1}
          miw="12rem"
          label={label}
          description={description}
          value={name}
          autoFocus={autoFocus}
          error={problem}
          onChange={event => {
            setProblem(null)
            setName(event.currentTarget.value)
          }}
        />
        <Button type="submit" variant="default" loading={isStoring}>
          {action}
        </Button>
        {onCancel !== undefined && (
          <Button variant="subtle" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </Group>
    </form>
  )
}

function findNameProblem(factors: readonly OwnFactor[], name: string, ownId?: number): string | null {
  const other = findSameName(factors, name, ownId)
  return other === undefined ? null : writeSameName(other)
}
