import { TextInput } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useClock } from '../clock.ts'
import { type FormName, useKeptForms } from '../log/kept-forms.ts'
import { QuantityField } from '../log/QuantityField.tsx'

interface TypedFieldProps<Value> {
  label: string
  description?: string
  stored: Value
  /** The sentence for a value that would be refused. */
  findProblem: (value: Value) => string | undefined
  /** Resolves to whether it is stored. */
  onStore: (value: Value) => Promise<boolean>
}

/**
 * What is being typed, stored when the field is left; a value that is not stored stays, to be tried again. Closing the
 * window leaves the field as well: what stood there is stored when the settings are opened next.
 */
function useTyped<Value>({ label, stored, findProblem, onStore }: TypedFieldProps<Value>) {
  const clock = useClock()
  const kept = useKeptForms()
  const [name] = useState<FormName>({ kind: `setting ${label}`, entry: null })
  const [typed, setTyped] = useState(() => kept.read(name, { value: stored })?.values ?? null)
  const value = typed === null ? stored : typed.value
  const problem = typed === null ? undefined : findProblem(value)

  async function store() {
    if (typed === null || problem !== undefined) return
    const isStored = typed.value === stored || (await onStore(typed.value))
    // What was typed in the meantime is another value, and still to be stored.
    if (isStored) setTyped(newest => (newest === typed ? null : newest))
  }

  useEffect(() => {
    if (typed === null) kept.forget(name)
    else kept.keep(name, typed, clock.now())
  }, [typed, kept, name, clock])
  const storeKept = useEffectEvent(store)
  useEffect(() => void storeKept(), [])

  return { value, type: (next: Value) => setTyped({ value: next }), store, problem }
}

export function TextSetting(props: TypedFieldProps<string>) {
  const { value, type, store, problem } = useTyped(props)
  return (
    <TextInput
      label={props.label}
      description={props.description}
      value={value}
      onChange={event => type(event.currentTarget.value)}
      onBlur={store}
      onKeyDown={event => event.key === 'Enter' && store()}
      error={problem}
    />
  )
}

/** A number or nothing, with its unit. */
export function NumberSetting({
  unit,
  unitName,
  ...props
}: TypedFieldProps<number | null> & { unit: string; unitName: string }) {
  const { value, type, store, problem } = useTyped(props)
  return (
    <QuantityField
      label={props.label}
      description={props.description}
      unit={unit}
      unitName={unitName}
      value={value ?? ''}
      onChange={next => type(typeof next === 'number' ? next : null)}
      onBlur={store}
      onKeyDown={event => event.key === 'Enter' && store()}
      error={problem}
    />
  )
}
