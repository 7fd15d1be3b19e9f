import { Button, Group, Select, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import { footwear } from '../../shared/kinds/footwear.ts'
import { formatDate } from '../data/format.ts'
import { useShoes } from '../data/queries.ts'
import { TimeInput } from '../ui/fields/TimeInput.tsx'
import { ClockChangeNote } from './ClockChangeNote.tsx'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { ShoeDialog } from './ShoeDialog.tsx'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'
import { dateOfEnd } from './when.ts'

export function FootwearForm(props: EntryFormProps<RequestOf<'footwear'>>) {
  const { form, submission } = useEntryForm(props, readerOf(footwear))
  const { when, shoeId, takenOffClock } = form.values
  // Focus starts on the time when the usual shoe is preselected: Enter then stores it. In the shoe list it would open that.
  const hasUsual = props.request.entry === null && props.request.values.shoeId !== null
  const endDate = dateOfEnd(when, takenOffClock)
  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <ShoeField
        value={shoeId}
        onChange={picked => form.setFieldValue('shoeId', picked)}
        error={form.errors.shoeId}
        autoFocus={!hasUsual}
      />
      <WhenFields
        clockLabel="Put on at"
        autoFocus={hasUsual}
        when={when}
        onChange={changed => form.setFieldValue('when', changed)}
        error={form.errors['when.clock']}
      />
      <div>
        <TimeInput
          label="Taken off at"
          description="Leave this empty while you are still wearing the shoe, or if you do not know."
          {...form.getInputProps('takenOffClock')}
        />
        <ClockChangeNote when={{ date: endDate, clock: takenOffClock }} />
        {endDate !== when.date && endDate !== '' && (
          <Text size="xs" c="dimmed" mt={6}>
            On the next day, {formatDate(endDate, 'full')}.
          </Text>
        )}
      </div>
      <NoteField {...form.getInputProps('note')} />
    </FormFrame>
  )
}

interface ShoeFieldProps {
  value: number | null
  onChange: (shoeId: number) => void
  error: React.ReactNode
  autoFocus: boolean
}

/** Select of the closet's shoes, with buttons to add a shoe and to change the chosen one. */
function ShoeField({ value, onChange, error, autoFocus }: ShoeFieldProps) {
  const { data: shoes = [] } = useShoes()
  const [dialogShoe, setDialogShoe] = useState<Shoe | null>(null)
  const [isOpen, dialog] = useDisclosure(false)
  const chosen = shoes.find(shoe => shoe.id === value)
  const offered = shoes.filter(shoe => !shoe.retired || shoe.id === value)
  // With an empty closet Enter adds the first shoe.
  const isFirst = offered.length === 0
  const openDialog = (shoe: Shoe | null) => {
    setDialogShoe(shoe)
    dialog.open()
  }
  return (
    <div>
      <Select
        label="Shoe"
        placeholder={offered.length === 0 ? 'The closet is empty' : 'Choose'}
        data={offered.map(shoe => ({ value: String(shoe.id), label: shoe.name }))}
        value={value === null ? null : String(value)}
        onChange={id => id !== null && onChange(Number(id))}
        allowDeselect={false}
        error={error}
        data-autofocus={(autoFocus && !isFirst) || undefined}
      />
      <Group gap="xs" mt="xs">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          data-autofocus={(autoFocus && isFirst) || undefined}
          onClick={() => openDialog(null)}
        >
          Add a shoe
        </Button>
        {chosen && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => openDialog(chosen)}
          >
            Change {chosen.name}
          </Button>
        )}
      </Group>
      <ShoeDialog
        opened={isOpen}
        shoe={dialogShoe}
        onClose={dialog.close}
        onSaved={saved => {
          onChange(saved.id)
          dialog.close()
        }}
      />
    </div>
  )
}
