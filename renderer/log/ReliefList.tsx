import { ActionIcon, Button, Group, Input } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { randomId } from '@mantine/hooks'
import { IconPlus, IconX } from '@tabler/icons-react'
import { safetyNotes } from '../../shared/advice/knowledge/safety-notes.ts'
import { getNamedRelief } from '../../shared/advice/relief/named-reliefs.ts'
import type { cramp } from '../../shared/kinds/cramp.ts'
import { helpedAnswers, type ReliefTechnique } from '../../shared/kinds/reliefs.ts'
import { thingKeyOf } from '../../shared/kinds/thing-key.ts'
import { useLists } from '../data/queries.ts'
import { Choice } from '../ui/fields/Choice.tsx'
import { QuantityField } from '../ui/fields/QuantityField.tsx'
import type { FormOf } from './kind-form.ts'
import { AddToList } from './ListThingDialog.tsx'
import classes from './ReliefList.module.css'

/** Safety notes of a relief that has a risk of its own, such as the salt of pickle brine. */
function ReliefCaution({ technique }: { technique: ReliefTechnique }) {
  const safety = getNamedRelief(technique)?.safety ?? []
  return safety.map(id => (
    <p key={id} className={classes.caution}>
      <strong>{safetyNotes[id].title}.</strong> {safetyNotes[id].text}
    </p>
  ))
}

/** Relief attempts of a cramp: the technique, whether it helped, and after how many minutes. */
export function ReliefList({ form }: { form: UseFormReturnType<FormOf<typeof cramp>> }) {
  const { relief } = form.values
  const { reliefs } = useLists()
  const next = reliefs.ids.find(candidate => relief.every(({ technique }) => technique !== candidate))
  const add = (technique: ReliefTechnique) =>
    form.insertListItem('relief', {
      key: randomId(),
      technique,
      helped: null,
      startedAfterMinutes: '',
      minutesToRelief: '',
    })
  return (
    <Input.Wrapper label="What I tried" labelElement="div" error={form.errors.relief}>
      {relief.map((action, index) => (
        <fieldset key={action.key} className={classes.action}>
          <legend className={classes.legend}>Tried {index + 1}</legend>
          <Group gap="xs" wrap="nowrap" align="flex-end">
            <div className={classes.technique}>
              <Choice
                label="What"
                words={reliefs.idsWith(action.technique)}
                labels={reliefs.words}
                value={action.technique}
                onChange={technique =>
                  technique && form.setFieldValue(`relief.${index}.technique`, technique)
                }
              />
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove what was tried ${index + 1}`}
              onClick={() => form.removeListItem('relief', index)}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
          <ReliefCaution technique={action.technique} />
          <div className={classes.outcome}>
            <Choice
              label="Did it help"
              words={helpedAnswers.ids}
              labels={helpedAnswers.words}
              value={action.helped}
              onChange={helped => form.setFieldValue(`relief.${index}.helped`, helped)}
              optional
            />
            <QuantityField
              label="Started after"
              unit="min"
              unitName="minutes of the cramp"
              {...form.getInputProps(`relief.${index}.startedAfterMinutes`)}
            />
            <QuantityField
              label="Gone after"
              unit="min"
              unitName="minutes"
              {...form.getInputProps(`relief.${index}.minutesToRelief`)}
            />
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          mt={6}
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => add(next ?? 'other')}
        >
          {relief.length === 0 ? 'Add what you tried' : 'Add another'}
        </Button>
        <AddToList list="relief" onAdded={({ id }) => add(thingKeyOf(id))} />
      </div>
    </Input.Wrapper>
  )
}
