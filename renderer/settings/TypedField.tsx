import { Text, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useClock } from '../data/clock.ts'
import { type FormName, useUnsavedForms } from '../log/unsaved-forms.ts'
import { readTypedNumber, type TypedNumber } from '../ui/fields/field-values.ts'
import { QuantityField } from '../ui/fields/QuantityField.tsx'

export interface TypedFieldProps<Value> {
  label: string
  description?: string
  stored: Value
  /** Error message of a value that would be refused. */
  findProblem: (value: Value) => string | undefined
  /** Resolves to true once it is stored. */
  onStore: (value: Value) => Promise<boolean>
}

interface Typed<Value> {
  readonly value: Value
  readonly type: (value: Value) => void
  /** Handler of blur and Enter: stores the value unless it would be refused. */
  readonly leave: (value: Value) => Promise<void>
  /** Error message, shown only after the field was left. */
  readonly problem: string | undefined
  /** True for unsaved input restored after a restart. */
  readonly isWaiting: boolean
}

/**
 * State of a settings field that is stored when it is left. A value that could not be stored stays in the field, also
 * after a restart.
 */
export function useTyped<Value>({
  label,
  stored,
  findProblem,
  onStore,
}: TypedFieldProps<Value>): Typed<Value> {
  const clock = useClock()
  const unsaved = useUnsavedForms()
  const [name] = useState<FormName>({ kind: `setting ${label}`, entry: null })
  const [typed, setTyped] = useState(() => unsaved.read(name, { value: stored })?.values ?? null)
  const [isLeft, setIsLeft] = useState(typed !== null)
  const [isWaiting, setIsWaiting] = useState(typed !== null)
  const storing = useRef<Value | null>(null)
  const value = typed === null ? stored : typed.value
  const problem = typed === null ? undefined : findProblem(value)

  async function leave(left: Value) {
    setIsLeft(true)
    // Enter stores it; the blur that follows must not store it a second time.
    if (findProblem(left) !== undefined || storing.current === left) return
    setIsWaiting(false)
    storing.current = left
    const isStored = left === stored || (await onStore(left))
    storing.current = null
    // Input typed while storing is a different value and stays unsaved.
    if (isStored) setTyped(newest => (newest === null || newest.value === left ? null : newest))
  }

  useEffect(() => {
    if (typed === null) unsaved.forget(name)
    else unsaved.keep(name, typed, clock.now())
  }, [typed, unsaved, name, clock])

  return {
    value,
    type: next => {
      setIsLeft(false)
      setIsWaiting(false)
      setTyped({ value: next })
    },
    leave,
    problem: isLeft ? problem : undefined,
    isWaiting: isWaiting && problem === undefined,
  }
}

/** Text setting. Input left unsaved when the window was closed is stored the next time the settings open. */
export function TextSetting(props: TypedFieldProps<string>) {
  const { value, type, leave, problem, isWaiting } = useTyped(props)
  const storeWaiting = useEffectEvent(() => {
    if (isWaiting) void leave(value)
  })
  useEffect(() => storeWaiting(), [])
  return (
    <TextInput
      label={props.label}
      description={props.description}
      value={value}
      onChange={event => type(event.currentTarget.value)}
      onBlur={() => leave(value)}
      onKeyDown={event => event.key === 'Enter' && leave(value)}
      error={problem}
    />
  )
}

interface NumberSettingProps extends TypedFieldProps<number | null> {
  unit: string
  unitName: string
}

/** Optional number with a unit. */
export function NumberSetting(props: NumberSettingProps) {
  const { label, description, unit, unitName, stored, findProblem, onStore } = props
  const typed = useTyped<TypedNumber>({
    label,
    stored: stored ?? '',
    findProblem: field => findProblem(readTypedNumber(field)),
    onStore: field => onStore(readTypedNumber(field)),
  })
  return (
    <UnlessStored isWaiting={typed.isWaiting}>
      <QuantityField
        label={label}
        description={description}
        unit={unit}
        unitName={unitName}
        value={typed.value}
        onChange={typed.type}
        onLeave={typed.leave}
        isPossible={value => findProblem(value) === undefined}
        error={typed.problem}
      />
    </UnlessStored>
  )
}

/** Notice that restored input is not stored. */
export function UnlessStored({ isWaiting, children }: { isWaiting: boolean; children: ReactNode }) {
  return (
    <div>
      {children}
      {isWaiting && (
        <Text size="xs" c="dimmed" mt={4} role="status">
          Not stored yet. Press Enter in the field to store it.
        </Text>
      )}
    </div>
  )
}
