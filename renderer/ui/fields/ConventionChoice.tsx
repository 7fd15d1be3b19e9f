import { Select } from '@mantine/core'

export interface ConventionChoiceProps<Value> {
  label: string
  values: readonly Value[]
  labelOf: (value: Value) => string
  /** Convention of the system's region. */
  system: Value
  /** Null to follow the system. */
  value: Value | null
  onChange: (value: Value | null) => void
}

const AS_SYSTEM = 'system'

/** Select of one convention: the system's, which is named, or a fixed value. */
export function ConventionChoice<Value extends string | number>(props: ConventionChoiceProps<Value>) {
  const { label, values, labelOf, system, value, onChange } = props
  return (
    <Select
      label={label}
      data={[
        { value: AS_SYSTEM, label: `As the system (${labelOf(system)})` },
        ...values.map(one => ({ value: String(one), label: labelOf(one) })),
      ]}
      value={value === null ? AS_SYSTEM : String(value)}
      onChange={picked => onChange(values.find(one => String(one) === picked) ?? null)}
      allowDeselect={false}
    />
  )
}
