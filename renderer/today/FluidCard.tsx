import { Button, Text } from '@mantine/core'
import { IconDroplet, IconPlus } from '@tabler/icons-react'
import { safetyNotes } from '../../shared/advice/knowledge/safety-notes.ts'
import type { Day, UsualDrink } from '../../shared/contract.ts'
import { fluid, isTooMuchWater } from '../../shared/kinds/fluid.ts'
import { getOwnMeasures, type JournalLists } from '../../shared/kinds/journal-lists.ts'
import { findUnlikelyCheckIn } from '../../shared/kinds/unlikely.ts'
import { getNow, useClock } from '../data/clock.ts'
import { useLists } from '../data/queries.ts'
import { type Units, useUnits } from '../data/units.ts'
import { isComplete, listOfferedDrinks, listOfKind } from '../log/day-state.ts'
import { blankForm } from '../log/kind-form.ts'
import { useOpenForm } from '../log/requests.ts'
import { useLog } from '../log/use-log.ts'
import { fluidFormOfUsual } from '../log/usual-forms.ts'
import classes from './Card.module.css'
import { Card } from './Card.tsx'
import type { DayCardProps } from './day-card-props.ts'
import { FluidBandBar } from './FluidBandBar.tsx'
import { getFluidBand } from './fluid-band.ts'
import { KindCheckIn } from './KindCheckIn.tsx'

const OFFERED_DRINKS = 5
/** Of these, drinks that the person has not logged yet. */
const OFFERED_UNUSUAL = 2
const tooMuchWater = safetyNotes['too-much-water']

export function FluidCard({ day, dayBefore, isToday, getWhen, profile }: DayCardProps & { dayBefore: Day }) {
  const clock = useClock()
  const openForm = useOpenForm()
  const log = useLog(day.date, day.shoes)
  const fluids = listOfKind(day.entries, 'fluid')
  const units = useUnits()
  const lists = useLists()
  const { drinks } = lists
  const usualDrinks = [
    ...day.usualDrinks.filter(({ drink }) => drinks.ids.includes(drink)),
    ...listUnusedOwn(lists, day.usualDrinks),
  ]
  const band = getFluidBand(profile)
  const totalMl = fluids.reduce((sum, { volumeMl }) => sum + volumeMl, 0)
  const complete = isComplete(day, 'fluid', profile.dayStartMinutes)

  function offer(usual: UsualDrink) {
    // The hour of a drink on a past day cannot be guessed, so the form asks for it.
    if (isToday) log.add({ kind: 'fluid', ...usual, ...getNow(clock), note: '', reliefOf: null })
    else openForm({ kind: 'fluid', entry: null, values: fluidFormOfUsual(usual, getWhen('')) })
  }

  return (
    <Card
      icon={IconDroplet}
      title="Drinks"
      summary={summarize(totalMl, complete, units)}
      footer={
        <>
          <KindCheckIn
            day={day}
            kind="fluid"
            name="Drinks"
            hasEntries={fluids.length > 0}
            isToday={isToday}
          />
          {complete &&
            findUnlikelyCheckIn('fluid', fluids).map(({ question }) => (
              <Text key={question} size="xs" role="status" className={classes.footNote}>
                {question}
              </Text>
            ))}
        </>
      }
    >
      {/* The region is there before the note, so that the note is read out when it comes. */}
      <div role="status">
        {isTooMuchWater(fluids, listOfKind(dayBefore.entries, 'fluid')) && (
          <p className={classes.caution}>
            <strong>{tooMuchWater.title}.</strong> {tooMuchWater.text}
          </p>
        )}
      </div>
      {(band === 'clinician' || totalMl > 0 || complete) && <FluidBandBar totalMl={totalMl} band={band} />}
      <div className={classes.offers}>
        {listOfferedDrinks(usualDrinks, Math.min(OFFERED_DRINKS, usualDrinks.length + OFFERED_UNUSUAL)).map(
          usual => (
            <Button
              key={`${usual.drink} ${usual.volumeMl} ${usual.alcoholPercent} ${usual.caffeineMg}`}
              variant="default"
              size="compact-md"
              onClick={() => offer(usual)}
            >
              <bdi>{drinks.get(usual.drink).words}</bdi> {units.formatVolume(usual.volumeMl)}
            </Button>
          ),
        )}
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => openForm({ kind: 'fluid', entry: null, values: blankForm(fluid, getWhen('')) })}
        >
          Other drink
        </Button>
      </div>
    </Card>
  )
}

/** Own drinks with a usual size that were not drunk lately: one press from the day on which they are named. */
function listUnusedOwn(lists: JournalLists, usual: readonly UsualDrink[]): UsualDrink[] {
  return lists.drinks.ids.flatMap((drink): UsualDrink[] => {
    const { usualMl, strength } = getOwnMeasures(drink, lists)
    if (usualMl === null || usual.some(one => one.drink === drink)) return []
    return [{ drink, volumeMl: usualMl, alcoholPercent: strength, caffeineMg: null }]
  })
}

/** The total of a day that is not complete is only a beginning, and of a day without entries nothing is known. */
function summarize(volumeMl: number, isDayComplete: boolean, units: Units): string {
  if (volumeMl > 0) return `${units.formatVolume(volumeMl)} ${isDayComplete ? 'in total' : 'so far'}`
  return isDayComplete ? 'None' : 'Not logged'
}
