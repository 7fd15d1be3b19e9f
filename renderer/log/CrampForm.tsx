import { Input, SimpleGrid } from '@mantine/core'
import { cramp, restAnswers, statesAtOnset } from '../../shared/kinds/cramp.ts'
import { muscles } from '../../shared/kinds/muscles.ts'
import { hasOnsetClock, type OnsetPrecision, onsetPrecisions } from '../../shared/kinds/onset.ts'
import { Choice } from '../ui/fields/Choice.tsx'
import { QuantityField } from '../ui/fields/QuantityField.tsx'
import { SiteGrid } from '../ui/fields/SiteGrid.tsx'
import { YesNo } from '../ui/fields/YesNo.tsx'
import { ZeroToTen } from '../ui/fields/ZeroToTen.tsx'
import { FormFrame } from './FormFrame.tsx'
import { readerOf } from './kind-form.ts'
import { More } from './More.tsx'
import { NoteField } from './NoteField.tsx'
import { PrecisionFields } from './PrecisionFields.tsx'
import { ReliefList } from './ReliefList.tsx'
import type { RequestOf } from './requests.ts'
import { SymptomFields } from './SymptomFields.tsx'
import { type EntryFormProps, useEntryForm } from './use-entry-form.ts'
import { WhenFields } from './WhenFields.tsx'

export function CrampForm(props: EntryFormProps<RequestOf<'cramp'>>) {
  const { form, submission } = useEntryForm(props, readerOf(cramp))
  const { values } = form
  const { onsetPrecision } = values
  const endsInTheMorning = onsetPrecision === 'night' || onsetPrecision === 'small-hours'
  /** The clock time under which a part of the day is stored is not one that the person gave. */
  function changePrecision(precision: OnsetPrecision) {
    const { clock, hours } = onsetPrecisions.get(onsetPrecision)
    if (hours !== null && values.when.clock === clock && hasOnsetClock(precision))
      form.setFieldValue('when', { date: values.when.date, clock: '' })
    form.setFieldValue('onsetPrecision', precision)
  }

  return (
    <FormFrame submission={submission} onCancel={props.onCancel}>
      <WhenFields
        dateLabel={endsInTheMorning ? 'The morning after' : 'Date'}
        clockLabel="Began at"
        withoutClock={!hasOnsetClock(onsetPrecision)}
        when={values.when}
        onChange={when => form.setFieldValue('when', when)}
        error={form.errors['when.clock']}
      />
      <PrecisionFields precision={onsetPrecision} onChange={changePrecision} />
      <SiteGrid
        label="Where it cramped"
        muscles={muscles.ids}
        sites={values.sites}
        isWide
        autoFocus
        onChange={sites => form.setFieldValue('sites', sites)}
        error={form.errors.sites}
      />
      <ZeroToTen
        label="How strong"
        ends={['barely', 'worst possible']}
        value={values.intensity}
        onChange={intensity => form.setFieldValue('intensity', intensity)}
        error={form.errors.intensity}
      />
      <Input.Wrapper label="How long until it let go" labelElement="div">
        <SimpleGrid cols={2} spacing="sm" mt={4}>
          <QuantityField
            aria-label="Minutes it lasted"
            unit="min"
            unitName="minutes"
            {...form.getInputProps('minutes')}
          />
          <QuantityField
            aria-label="Seconds it lasted"
            unit="s"
            unitName="seconds"
            {...form.getInputProps('seconds')}
          />
        </SimpleGrid>
      </Input.Wrapper>
      <YesNo
        label="It woke me"
        value={values.wokeMe}
        onChange={wokeMe => form.setFieldValue('wokeMe', wokeMe)}
      />
      <More opened={submission.isMoreOpen} onToggle={submission.toggleMore}>
        <Choice
          label="When it began I was"
          words={statesAtOnset.ids}
          labels={statesAtOnset.words}
          value={values.stateAtOnset}
          onChange={state => form.setFieldValue('stateAtOnset', state)}
          error={form.errors.stateAtOnset}
          optional
        />
        <Choice
          label="Did rest ease it?"
          words={restAnswers.ids}
          labels={restAnswers.words}
          value={values.relievedByRest}
          onChange={answer => form.setFieldValue('relievedByRest', answer)}
          error={form.errors.relievedByRest}
          optional
        />
        <ReliefList form={form} />
        <SymptomFields
          symptoms={values.symptoms}
          circumstances={values.circumstances}
          onSymptomsChange={symptoms => form.setFieldValue('symptoms', symptoms)}
          onCircumstancesChange={picked => form.setFieldValue('circumstances', picked)}
          error={form.errors.symptoms}
        />
        <QuantityField
          label="Sore afterwards for"
          unit="h"
          unitName="hours"
          {...form.getInputProps('sorenessHours')}
        />
      </More>
      <NoteField {...form.getInputProps('note')} />
    </FormFrame>
  )
}
