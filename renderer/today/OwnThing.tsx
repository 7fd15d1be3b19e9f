import { Button } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { draftOf, type EntryOf } from '../../shared/kinds/entry.ts'
import { describeAnswer, type OwnFactor, ownFactorEntry } from '../../shared/kinds/own-factor.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { momentAt } from '../../shared/time/time-zone.ts'
import { getNow, useClock } from '../data/clock.ts'
import { formatNumber } from '../data/format.ts'
import { useDayStart } from '../data/queries.ts'
import { findFactorCheckIn } from '../log/day-state.ts'
import { blankForm, NOON_CLOCK } from '../log/kind-form.ts'
import { useOpenForm } from '../log/requests.ts'
import { useLog } from '../log/use-log.ts'
import { useFactorCheckIn } from '../log/use-own-things.ts'
import { ScoreButtons } from '../ui/fields/ScoreButtons.tsx'
import type { DayCardProps } from './day-card-props.ts'
import classes from './OwnThing.module.css'

interface OwnThingProps extends Pick<DayCardProps, 'day' | 'isToday' | 'getWhen'> {
  factor: OwnFactor
  /** Its entries of the day. */
  entries: readonly EntryOf<'own-factor'>[]
}

/** One own factor on the day's page, with the buttons that answer it. */
export function OwnThing(props: OwnThingProps) {
  const { factor, isToday } = props
  return (
    <fieldset
      className={classes.thing}
      data-wide={factor.answer === 'scale' || undefined}
      aria-label={`${factor.name}, ${isToday ? 'today' : 'on this day'}`}
    >
      <bdi className={classes.name}>{factor.name}</bdi>
      {factor.answer === 'amount' ? <Amounts {...props} /> : <OncePerDay {...props} />}
    </fieldset>
  )
}

/** Yes and no, or 0 to 10. A pressed answer is taken back by pressing it again. */
function OncePerDay({ factor, day, entries }: OwnThingProps) {
  const { id: factorId, name, unit } = factor
  const timeZone = useClock().timeZone()
  const log = useLog(day.date, day.shoes)
  const [stored] = entries

  function answer(given: { present: boolean } | { score: number }) {
    const answered = { ...ownFactorEntry.unanswered, ...given }
    const words = describeAnswer(answered, unit, formatNumber)
    if (stored === undefined) {
      const noon = momentAt(day.date, NOON_CLOCK, timeZone)
      return log.add({ kind: 'own-factor', ...noon, note: '', factorId, ...answered })
    }
    if (words === describeAnswer(stored, unit, formatNumber)) return log.delete(stored)
    return log.change(stored, { ...draftOf(stored), ...answered }, `${isolate(name)}: ${words}.`)
  }

  if (factor.answer === 'scale')
    return (
      <ScoreButtons
        label={`${name}, from 0 to 10`}
        value={stored?.score ?? null}
        isBusy={log.isBusy}
        onPress={score => void answer({ score })}
      />
    )
  return (
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
          onClick={() => void answer({ present })}
        >
          {present ? 'Yes' : 'No'}
        </Button>
      ))}
    </div>
  )
}

/** Amounts taken so far, with the answers: the usual amount in one press, another one by the form, or none. */
function Amounts({ factor, day, entries, isToday, getWhen }: OwnThingProps) {
  const { id: factorId, name, unit } = factor
  const clock = useClock()
  const dayStartMinutes = useDayStart()
  const openForm = useOpenForm()
  const log = useLog(day.date, day.shoes)
  const checkIns = useFactorCheckIn()
  const given = findFactorCheckIn(day, factorId)
  const usual = day.usualAmounts.find(one => one.factorId === factorId)?.amount ?? null
  const total = entries.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  const format = (amount: number) => `${formatNumber(amount, 2)} ${isolate(unit ?? '')}`
  const none = { factorId, date: day.date, dayStartMinutes }

  return (
    <>
      {total > 0 && (
        <span className={classes.total}>
          {format(total)} {isToday ? 'so far' : 'in all'}
        </span>
      )}
      <div className={classes.answers}>
        {/* The hour of an amount on a past day cannot be guessed, so the form asks for it. */}
        {usual !== null && isToday && (
          <Button
            variant="default"
            size="compact-md"
            disabled={log.isBusy}
            aria-label={`${name}: ${format(usual)}`}
            onClick={() =>
              void log.add({
                kind: 'own-factor',
                ...getNow(clock),
                note: '',
                ...ownFactorEntry.unanswered,
                factorId,
                amount: usual,
              })
            }
          >
            {format(usual)}
          </Button>
        )}
        <Button
          variant={usual === null || !isToday ? 'default' : 'subtle'}
          size="compact-md"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={`${name}: ${usual === null ? 'an amount' : 'another amount'}`}
          onClick={() =>
            openForm({
              kind: 'own-factor',
              entry: null,
              values: { ...blankForm(ownFactorEntry, getWhen('')), factorId, amount: usual ?? '' },
            })
          }
        >
          {usual === null ? 'Amount' : 'Other'}
        </Button>
        {entries.length === 0 && (
          <Button
            variant={given === undefined ? 'subtle' : 'light'}
            size="compact-md"
            aria-pressed={given !== undefined}
            disabled={checkIns.isPending}
            aria-label={`${name}: ${isToday ? 'none today' : 'none on this day'}`}
            {...(given !== undefined && { leftSection: <IconCheck size={14} stroke={2.4} aria-hidden /> })}
            onClick={() => void checkIns.set(factor, given ?? none, given === undefined)}
          >
            {isToday ? 'None today' : 'None'}
          </Button>
        )}
      </div>
    </>
  )
}
