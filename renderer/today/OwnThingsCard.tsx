import { Button } from '@mantine/core'
import { IconCheck, IconStar } from '@tabler/icons-react'
import { type OwnFactor, ownFactorEntry } from '../../shared/kinds/own-factor.ts'
import { momentAt } from '../../shared/time/time-zone.ts'
import { useClock } from '../data/clock.ts'
import { useOwnFactors } from '../data/queries.ts'
import { listOfKind } from '../log/day-state.ts'
import { NOON_CLOCK } from '../log/kind-form.ts'
import { useLog } from '../log/use-log.ts'
import { Card } from './Card.tsx'
import type { DayCardProps } from './day-card-props.ts'
import classes from './OwnThingsCard.module.css'

/** The person's own factors, each answered yes or no with one press. An archived one is shown where it was answered. */
export function OwnThingsCard({ day, isToday }: Pick<DayCardProps, 'day' | 'isToday'>) {
  const { data: factors = [] } = useOwnFactors()
  const answers = listOfKind(day.entries, 'own-factor')
  const shown = factors.filter(
    ({ id, archived }) => !archived || answers.some(({ factorId }) => factorId === id),
  )
  if (shown.length === 0) return null
  const open = shown.filter(({ id }) => !answers.some(({ factorId }) => factorId === id)).length
  return (
    <Card
      icon={IconStar}
      title="My own things"
      summary={open === 0 ? '' : open === shown.length ? 'Not answered' : `${open} to answer`}
      footer={null}
    >
      {shown.map(factor => (
        <OwnThing key={factor.id} factor={factor} day={day} isToday={isToday} />
      ))}
    </Card>
  )
}

interface OwnThingProps extends Pick<DayCardProps, 'day' | 'isToday'> {
  factor: OwnFactor
}

/** Yes and no about one factor. A pressed answer is taken back by pressing it again. */
function OwnThing({ factor, day, isToday }: OwnThingProps) {
  const { id, name } = factor
  const timeZone = useClock().timeZone()
  const log = useLog(day.date, day.shoes)
  const stored = listOfKind(day.entries, 'own-factor').find(({ factorId }) => factorId === id)

  function answer(present: boolean) {
    if (stored === undefined)
      return log.add({
        kind: 'own-factor',
        ...momentAt(day.date, NOON_CLOCK, timeZone),
        note: '',
        ...ownFactorEntry.unanswered,
        factorId: id,
        present,
      })
    if (stored.present === present) return log.delete(stored)
    const { id: _id, loggedAt: _loggedAt, editedAt: _editedAt, ...draft } = stored
    return log.change(stored, { ...draft, present }, `${name}: ${present ? 'yes' : 'no'}.`)
  }

  return (
    <fieldset className={classes.thing} aria-label={`${name}, ${isToday ? 'today' : 'on this day'}`}>
      <bdi className={classes.name}>{name}</bdi>
      <div className={classes.answers}>
        {[true, false].map(present => (
          <Button
            key={String(present)}
            size="compact-md"
            variant={stored?.present === present ? 'light' : 'default'}
            aria-pressed={stored?.present === present}
            disabled={log.isBusy}
            {...(stored?.present === present && {
              leftSection: <IconCheck size={14} stroke={2.4} aria-hidden />,
            })}
            onClick={() => void answer(present)}
          >
            {present ? 'Yes' : 'No'}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
