import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconShoe } from '@tabler/icons-react'
import type { EntryOf } from '../../shared/kinds/entry.ts'
import { draftOf } from '../../shared/kinds/entry.ts'
import { footwear } from '../../shared/kinds/footwear.ts'
import { calendarDate, MS_PER_MINUTE } from '../../shared/time/moment.ts'
import { getNow, useClock } from '../data/clock.ts'
import { formatDate, formatTime } from '../data/format.ts'
import { isComplete, listOfferedShoes, listOfKind } from '../log/day-state.ts'
import { nameShoe } from '../log/entry-text.ts'
import { blankForm } from '../log/kind-form.ts'
import { useOpenForm } from '../log/requests.ts'
import { ShoeDialog } from '../log/ShoeDialog.tsx'
import { useLog } from '../log/use-log.ts'
import classes from './Card.module.css'
import { Card } from './Card.tsx'
import type { DayCardProps } from './day-card-props.ts'
import { KindCheckIn } from './KindCheckIn.tsx'

const OFFERED_SHOES = 3

export function FootwearCard({ day, isToday, getWhen, profile }: DayCardProps) {
  const clock = useClock()
  const openForm = useOpenForm()
  const log = useLog(day.date, day.shoes)
  const [isAddingShoe, dialog] = useDisclosure(false)
  const worn = listOfKind(day.entries, 'footwear')
  const wearing = isToday && day.wearing?.kind === 'footwear' ? day.wearing : null
  const complete = isComplete(day, 'footwear', profile.dayStartMinutes)
  const offered = listOfferedShoes(day.shoes, day.usualShoeIds, wearing?.shoeId ?? null, OFFERED_SHOES)

  function putOn(shoeId: number) {
    if (isToday) log.add({ kind: 'footwear', ...getNow(clock), note: '', shoeId, takenOffAt: null })
    else openForm({ kind: 'footwear', entry: null, values: { ...blankForm(footwear, getWhen('')), shoeId } })
  }

  function takeOff(entry: EntryOf<'footwear'>) {
    const takenOffAt = Math.max(clock.now(), entry.at + MS_PER_MINUTE)
    const draft = { ...draftOf(entry), takenOffAt }
    log.change(entry, draft, `Took off ${nameShoe(entry.shoeId, day.shoes)}.`)
  }

  return (
    <Card
      icon={IconShoe}
      title="Footwear"
      summary={summarize(worn.length > 0 || wearing !== null, complete)}
      footer={
        <KindCheckIn
          day={day}
          kind="footwear"
          name="Footwear"
          hasEntries={worn.length > 0}
          isToday={isToday}
        />
      }
    >
      {wearing && (
        <div className={classes.current}>
          <div>
            <div className={classes.currentName}>{nameShoe(wearing.shoeId, day.shoes)}</div>
            <div className={classes.currentSince}>
              on since {formatTime(wearing)}
              {calendarDate(wearing) !== day.date && `, ${formatDate(calendarDate(wearing), 'short')}`}
            </div>
          </div>
          <Button
            variant="light"
            size="compact-md"
            aria-label={`Take off ${nameShoe(wearing.shoeId, day.shoes)}`}
            onClick={() => takeOff(wearing)}
          >
            Take off
          </Button>
        </div>
      )}
      <div className={classes.offers}>
        {offered.map(shoe => (
          <Button
            key={shoe.id}
            variant="default"
            size="compact-md"
            aria-label={`Put on ${shoe.name}`}
            title={shoe.name}
            onClick={() => putOn(shoe.id)}
          >
            <bdi>{shoe.name}</bdi>
          </Button>
        ))}
        {day.shoes.length === 0 ? (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={dialog.open}
          >
            Add a shoe
          </Button>
        ) : (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              openForm({ kind: 'footwear', entry: null, values: blankForm(footwear, getWhen('')) })
            }
          >
            Other shoe
          </Button>
        )}
      </div>
      <ShoeDialog opened={isAddingShoe} shoe={null} onClose={dialog.close} onSaved={dialog.close} />
    </Card>
  )
}

function summarize(hasAny: boolean, isDayComplete: boolean): string {
  if (hasAny) return ''
  return isDayComplete ? 'None' : 'Not logged'
}
