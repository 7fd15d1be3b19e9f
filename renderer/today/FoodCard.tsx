import { Button } from '@mantine/core'
import { IconApple, IconPlus } from '@tabler/icons-react'
import { food } from '../../shared/kinds/food.ts'
import { getNow, useClock } from '../data/clock.ts'
import { formatNumber } from '../data/format.ts'
import { isComplete, listOfKind } from '../log/day-state.ts'
import { blankForm, type FormOf, readForm } from '../log/kind-form.ts'
import { requestNew, useOpenForm } from '../log/requests.ts'
import { useLog } from '../log/use-log.ts'
import classes from './Card.module.css'
import { CollapsibleCard } from './CollapsibleCard.tsx'
import type { DayCardProps } from './day-card-props.ts'
import { KindCheckIn } from './KindCheckIn.tsx'

const offers = [
  { field: 'potassiumServings', name: 'Potassium' },
  { field: 'magnesiumServings', name: 'Magnesium' },
  { field: 'calciumServings', name: 'Calcium' },
] as const

/** A serving of something rich in a mineral is one click; what counts is in the form. */
export function FoodCard({ day, isToday, getWhen, profile }: DayCardProps) {
  const clock = useClock()
  const openForm = useOpenForm()
  const log = useLog(day.date, day.shoes)
  const eaten = listOfKind(day.entries, 'food')
  const complete = isComplete(day, 'food', profile.dayStartMinutes)
  const servings = eaten.reduce(
    (sum, meal) => sum + offers.reduce((ofMeal, { field }) => ofMeal + (meal[field] ?? 0), 0),
    0,
  )

  function addServing(field: (typeof offers)[number]['field']) {
    const values: FormOf<typeof food> = { ...blankForm(food, getWhen('12:00')), [field]: 1 }
    const zone = { kind: 'named', timeZone: clock.timeZone() } as const
    if (isToday) log.add(readForm(food, values, zone, getNow(clock)))
    else openForm({ kind: 'food', entry: null, values })
  }

  return (
    <CollapsibleCard
      name="food"
      icon={IconApple}
      title="Food"
      summary={summarize(servings, eaten.length > 0, complete)}
      footer={
        <KindCheckIn day={day} kind="food" name="Food" hasEntries={eaten.length > 0} isToday={isToday} />
      }
    >
      <div className={classes.offers}>
        {offers.map(({ field, name }) => (
          <Button
            key={field}
            variant="default"
            size="compact-md"
            aria-label={`A serving rich in ${name.toLowerCase()}`}
            onClick={() => addServing(field)}
          >
            {name}
          </Button>
        ))}
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label="Other food or a supplement"
          onClick={() => openForm(requestNew('food', { date: day.date, getWhen }))}
        >
          Other
        </Button>
      </div>
    </CollapsibleCard>
  )
}

function summarize(servings: number, hasEntries: boolean, isDayComplete: boolean): string {
  if (servings > 0)
    return `${formatNumber(servings, 1)} ${servings === 1 ? 'serving' : 'servings'} ${isDayComplete ? 'in total' : 'so far'}`
  if (hasEntries) return ''
  return isDayComplete ? 'None' : 'Not logged'
}
