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
  /** The sentence for a value that would be refused. */
  findProblem: (value: Value) => string | undefined
  /** Resolves to whether it is stored. */
  onStore: (value: Value) => Promise<boolean>
}

interface Typed<Value> {
  readonly value: Value
  readonly type: (value: Value) => void
  /** Stores the value, unless it would be refused. For leaving the field and for Enter. */
  readonly leave: (value: Value) => Promise<void>
  /** What is wrong with the value; said once the field has been left. */
  readonly problem: string | undefined
  /** Whether it stands there from before a restart, and is not stored. */
  readonly isWaiting: boolean
}

/**
 * What is being typed, stored when the field is left. A value that is not stored stays, to be tried again, also after the
 * window was closed.
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
    // Enter stores it, and so does leaving the field for a button right after.
    if (findProblem(left) !== undefined || storing.current === left) return
    setIsWaiting(false)
    storing.current = left
    const isStored = left === stored || (await onStore(left))
    storing.current = null
    // What was typed in the meantime is another value, and still to be stored.
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

/** Free text: what stood there when the window was closed is stored when the settings are opened next. */
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

/** A number or nothing, with its unit. */
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

/** Says of a value from before a restart that it is not stored. */
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
