import { day, heats, urineColours } from '../../shared/kinds/day.ts'
import { useUnits } from '../data/units.ts'
import { Choice } from '../ui/fields/Choice.tsx'
import { FieldQuestion } from '../ui/fields/FieldQuestion.tsx'
import { MeasureField } from '../ui/fields/MeasureField.tsx'
import { QuantityField } from '../ui/fields/QuantityField.tsx'
import { YesNo } from '../ui/fields/YesNo.tsx'
import { ZeroToTen } from '../ui/fields/ZeroToTen.tsx'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { More } from './More.tsx'
import { NoteField } from './NoteField.tsx'
import type { RequestOf } from './requests.ts'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'

export function DayForm(props: EntryFormProps<RequestOf<'day'>>) {
  const { form, submission } = useEntryForm(props, readerOf(day))
  const units = useUnits()
  const { values } = form
  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <WhenFields
        clockLabel="At"
        withoutClock
        when={values.when}
        onChange={when => form.setFieldValue('when', when)}
        error={form.errors['when.clock']}
      />
      <Choice
        label="Heat"
        words={heats.ids}
        labels={heats.words}
        value={values.heat}
        onChange={heat => form.setFieldValue('heat', heat)}
        error={form.errors.heat}
        optional
        autoFocus
      />
      <YesNo
        label="Sick with vomiting, diarrhoea or fever"
        value={values.illnessWithFluidLoss}
        onChange={answer => form.setFieldValue('illnessWithFluidLoss', answer)}
      />
      <YesNo
        label="Something salty or an electrolyte drink after sweating"
        value={values.saltAfterSweat}
        onChange={answer => form.setFieldValue('saltAfterSweat', answer)}
      />
      <QuantityField
        label="Foot exercises"
        description="Toe curls, short-foot exercises. Enter 0 for none."
        unit="min"
        unitName="minutes"
        {...form.getInputProps('footExerciseMinutes')}
      />
      <ZeroToTen
        label="How much cramps bothered you or got in the way of your day"
        ends={['not at all', 'as much as possible']}
        value={values.bother}
        onChange={bother => form.setFieldValue('bother', bother)}
        error={form.errors.bother}
      />
      <More opened={submission.isMoreOpen} onToggle={submission.toggleMore}>
        <MeasureField
          label="Highest temperature outdoors"
          unit={units.temperature}
          limits={[-60, 60]}
          {...form.getInputProps('maxTemperatureC')}
        />
        <Choice
          label="Colour of urine"
          words={urineColours.ids}
          labels={urineColours.words}
          value={values.urineColour}
          onChange={colour => form.setFieldValue('urineColour', colour)}
          error={form.errors.urineColour}
          optional
        />
        <FieldQuestion field="urineColour" />
        <QuantityField label="Salt" unit="g" unitName="grams" {...form.getInputProps('saltG')} />
      </More>
      <NoteField {...form.getInputProps('note')} />
    </FormFrame>
  )
}
