import type { Day } from '../../shared/contract.ts'
import type { TrackedKind } from '../../shared/kinds/check-in.ts'
import type { EntryKind } from '../../shared/kinds/entry.ts'
import type { Profile } from '../../shared/kinds/profile.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { getNow, useClock } from '../data/clock.ts'
import { findUsual, listOfKind } from '../log/day-state.ts'
import { requestChange, requestNew, useOpenForm } from '../log/requests.ts'
import { type When, whenOf } from '../log/when.ts'
import { useShortcuts } from '../ui/components/shortcuts.ts'
import { ActivityCard } from './ActivityCard.tsx'
import { CoinCard } from './CoinCard.tsx'
import { CrampCard } from './CrampCard.tsx'
import { DayEntries } from './DayEntries.tsx'
import classes from './DayView.module.css'
import type { DayCardProps } from './day-card-props.ts'
import { ExperimentCard } from './ExperimentCard.tsx'
import { FluidCard } from './FluidCard.tsx'
import { FollowMenu } from './FollowMenu.tsx'
import { FoodCard } from './FoodCard.tsx'
import { FootwearCard } from './FootwearCard.tsx'
import { GapQuestions } from './GapQuestions.tsx'
import { HabitsCard } from './HabitsCard.tsx'
import { HourAxis } from './HourAxis.tsx'
import { NightCard } from './NightCard.tsx'
import { NightsSummary } from './NightsSummary.tsx'
import { OwnThingsCard } from './OwnThingsCard.tsx'
import { SuspectsOffer } from './SuspectsOffer.tsx'

export interface DayViewProps {
  day: Day
  /** Previous day, for the cramp-day that began at its noon. */
  dayBefore: Day
  today: CalendarDate
  profile: Profile
}

/**
 * A day in three columns: its cramps, what may go with them, and everything in order of time. Only tracked kinds have a
 * card; cramps always have one, since the journal is about them.
 */
export function DayView({ day, dayBefore, today, profile }: DayViewProps) {
  const clock = useClock()
  const openForm = useOpenForm()
  const isToday = day.date === today
  const getWhen = (usualClock: string): When =>
    isToday ? whenOf(getNow(clock)) : { date: day.date, clock: usualClock }
  const open = (kind: EntryKind) => {
    // There is one of it a date: what is told already can only be changed.
    const told = kind === 'day' && listOfKind(day.entries, 'day')[0]
    openForm(
      told
        ? requestChange(told, clock.timeZone())
        : requestNew(kind, { date: day.date, getWhen }, findUsual(day, isToday)),
    )
  }
  useShortcuts({
    logCramp: () => open('cramp'),
    logFluid: () => open('fluid'),
    logFootwear: () => open('footwear'),
    logActivity: () => open('activity'),
    logStretch: () => open('stretch'),
    logFood: () => open('food'),
    logDay: () => open('day'),
    logNight: () => open('night'),
    logMedication: () => open('medication'),
    logDose: () => open('dose'),
  })
  const card: DayCardProps = { day, isToday, profile, getWhen }
  const tracks = (kind: TrackedKind) => profile.trackedKinds.includes(kind)
  return (
    <div className={classes.day}>
      {isToday && <NightsSummary />}
      {isToday && <SuspectsOffer />}
      <HourAxis {...card} />
      {isToday && <ExperimentCard today={today} />}
      {isToday && <CoinCard today={today} />}
      <div className={classes.column}>
        <CrampCard {...card} dayBefore={dayBefore} />
        {(tracks('stretch') || tracks('day')) && <HabitsCard {...card} />}
        {tracks('night') && <NightCard {...card} dayBefore={dayBefore} />}
      </div>
      <div className={classes.column}>
        {tracks('fluid') && <FluidCard {...card} dayBefore={dayBefore} />}
        {tracks('footwear') && <FootwearCard {...card} />}
        {tracks('activity') && <ActivityCard {...card} />}
        {tracks('food') && <FoodCard {...card} />}
        <OwnThingsCard {...card} />
        {isToday && (
          <div>
            <FollowMenu profile={profile} />
          </div>
        )}
      </div>
      <div className={classes.column}>
        {isToday && <GapQuestions today={today} />}
        <DayEntries {...card} onLog={open} />
      </div>
    </div>
  )
}
