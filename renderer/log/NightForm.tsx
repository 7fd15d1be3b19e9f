import { Text } from '@mantine/core'
import { beddings, night, roomFeels, sleepPositions } from '../../shared/kinds/night.ts'
import { formatDate } from '../data/format.ts'
import { useUnits } from '../data/units.ts'
import { Choice } from '../ui/fields/Choice.tsx'
import { FieldQuestion } from '../ui/fields/FieldQuestion.tsx'
import { MeasureField } from '../ui/fields/MeasureField.tsx'
import { TimeInput } from '../ui/fields/TimeInput.tsx'
import { YesNo } from '../ui/fields/YesNo.tsx'
import { ZeroToTen } from '../ui/fields/ZeroToTen.tsx'
import { ClockChangeNote } from './ClockChangeNote.tsx'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'
import { dateOfEnd } from './when.ts'

export function NightForm(props: EntryFormProps<RequestOf<'night'>>) {
  const { form, submission } = useEntryForm(props, readerOf(night))
  const units = useUnits()
  const { values } = form
  const { when, wakeClock } = values
  const wakeDate = dateOfEnd(when, wakeClock)
  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <WhenFields
        clockLabel="To bed at"
        autoFocus
        when={when}
        onChange={changed => form.setFieldValue('when', changed)}
        error={form.errors['when.clock']}
      />
      <div>
        <TimeInput
          label="Up at"
          description="Leave this empty while you are still in bed, or if you do not know."
          {...form.getInputProps('wakeClock')}
        />
        <ClockChangeNote when={{ date: wakeDate, clock: wakeClock }} />
        {wakeDate !== '' && wakeDate !== when.date && (
          <Text size="xs" c="dimmed" mt={6}>
            On {formatDate(wakeDate, 'full')}.
          </Text>
        )}
        <FieldQuestion field="wakeClock" />
      </div>
      <ZeroToTen
        label="How disturbed your sleep was"
        ends={['not at all', 'no sleep at all']}
        value={values.sleepDisturbance}
        onChange={disturbance => form.setFieldValue('sleepDisturbance', disturbance)}
        error={form.errors.sleepDisturbance}
      />
      <YesNo
        label="Cold legs or feet in bed"
        value={values.coldLegs}
        onChange={coldLegs => form.setFieldValue('coldLegs', coldLegs)}
      />
      <Choice
        label="Bedding"
        words={beddings.ids}
        labels={beddings.words}
        value={values.bedding}
        onChange={bedding => form.setFieldValue('bedding', bedding)}
        error={form.errors.bedding}
        optional
      />
      <Choice
        label="Position"
        words={sleepPositions.ids}
        labels={sleepPositions.words}
        value={values.position}
        onChange={position => form.setFieldValue('position', position)}
        error={form.errors.position}
        optional
      />
      <Choice
        label="The room felt"
        words={roomFeels.ids}
        labels={roomFeels.words}
        value={values.roomFeel}
        onChange={roomFeel => form.setFieldValue('roomFeel', roomFeel)}
        error={form.errors.roomFeel}
        optional
      />
      <MeasureField
        label="Room temperature"
        unit={units.temperature}
        limits={[-10, 45]}
        {...form.getInputProps('roomTemperatureC')}
      />
      <NoteField {...form.getInputProps('note')} />
    </FormFrame>
  )
}
