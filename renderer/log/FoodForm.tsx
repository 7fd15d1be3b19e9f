import { SimpleGrid } from '@mantine/core'
import { food } from '../../shared/kinds/food.ts'
import { QuantityField } from '../ui/fields/QuantityField.tsx'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { More } from './More.tsx'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'

/** Servings of each mineral, with the foods that the articles name for it. */
const foods = [
  {
    field: 'potassiumServings',
    label: 'Rich in potassium',
    examples: 'Banana, leafy greens, avocado, potato, beans, coconut water',
  },
  {
    field: 'magnesiumServings',
    label: 'Rich in magnesium',
    examples: 'Nuts, seeds, leafy greens, wholegrain',
  },
  {
    field: 'calciumServings',
    label: 'Rich in calcium',
    examples: 'Dairy, green vegetables, sesame, small fish eaten whole, kelp',
  },
] as const

const supplements = [
  { field: 'potassiumSupplementMg', label: 'Potassium' },
  { field: 'magnesiumSupplementMg', label: 'Magnesium' },
  { field: 'calciumSupplementMg', label: 'Calcium' },
] as const

export function FoodForm(props: EntryFormProps<RequestOf<'food'>>) {
  const { form, submission } = useEntryForm(props, readerOf(food))
  const { values } = form
  const hasSupplement = supplements.some(({ field }) => values[field] !== '')
  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      {foods.map(({ field, label, examples }, index) => (
        <QuantityField
          key={field}
          label={label}
          description={examples}
          unit="serv."
          unitName="servings"
          data-autofocus={index === 0 ? true : undefined}
          {...form.getInputProps(field)}
        />
      ))}
      <WhenFields
        clockLabel="Eaten at"
        when={values.when}
        onChange={when => form.setFieldValue('when', when)}
        error={form.errors['when.clock']}
      />
      <More
        name="Supplements"
        opened={submission.isMoreOpen || hasSupplement}
        onToggle={submission.toggleMore}
      >
        <SimpleGrid cols={3} spacing="sm">
          {supplements.map(({ field, label }) => (
            <QuantityField
              key={field}
              label={label}
              unit="mg"
              unitName="milligrams, as a supplement"
              {...form.getInputProps(field)}
            />
          ))}
        </SimpleGrid>
      </More>
      <NoteField {...form.getInputProps('note')} />
    </FormFrame>
  )
}
