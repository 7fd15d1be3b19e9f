/**
 * Props of a form's inputs: `fieldProps('bedding')` is that field's value and a handler that changes it alone.
 *
 * @param change called with the changed field only
 */
export function createFieldProps<Values extends object, Result>(
  values: Values,
  change: (changes: Partial<Values>) => Result,
) {
  return <Key extends keyof Values>(key: Key) => ({
    value: values[key],
    onChange: (value: Values[Key]): Result => {
      const changes: Partial<Values> = {}
      changes[key] = value
      return change(changes)
    },
  })
}
