import { VisuallyHidden } from '@mantine/core'
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react'
import { dayNumber } from '../../shared/time/calendar-date.ts'
import { type Moment, MS_PER_DAY, MS_PER_MINUTE, wallClockMs } from '../../shared/time/moment.ts'
import { useClock, useNow } from '../data/clock.ts'
import { formatTime } from '../data/format.ts'
import { findDraftErrors } from '../log/draft-problems.ts'
import { nameEntry } from '../log/entry-text.ts'
import { kindViews } from '../log/kind-views.ts'
import { useLog } from '../log/use-log.ts'
import { useTextOptions } from '../log/use-text-options.ts'
import { showError } from '../ui/components/messages.ts'
import type { DayCardProps } from './day-card-props.ts'
import classes from './HourAxis.module.css'
import { AXIS_MINUTES, type AxisItem, layOutDay, limitShift, moveDraft, STEP_MINUTES } from './hour-axis.ts'

const TICK_MINUTES = 180
const ticks = Array.from({ length: AXIS_MINUTES / TICK_MINUTES }, (_, index) => index * TICK_MINUTES)
/** Keys that follow each other are one move, stored when they pause. */
const KEY_PAUSE_MS = 900

const percent = (minutes: number) => `${(100 * minutes) / AXIS_MINUTES}%`

/** The day from its start to its end, with a mark or a bar for each entry, which can be moved along it. */
export function HourAxis({ day, isToday, profile }: DayCardProps) {
  const id = useId()
  const now = useNow()
  const timeZone = useClock().timeZone()
  const fromWallMs = dayNumber(day.date) * MS_PER_DAY + profile.dayStartMinutes * MS_PER_MINUTE
  const items = layOutDay(day.entries, fromWallMs, timeZone)
  if (items.length === 0) return null
  const momentAtMinutes = (minutes: number): Moment => ({
    at: fromWallMs + minutes * MS_PER_MINUTE,
    offsetMinutes: 0,
  })
  const lanes = Math.max(...items.map(({ lane }) => lane)) + 1
  const nowMinutes = (wallClockMs(now) - fromWallMs) / MS_PER_MINUTE
  return (
    <section aria-label="The day by the hour" className={classes.axis}>
      <VisuallyHidden id={id}>
        The left and right arrow keys move it by {STEP_MINUTES} minutes, with Shift by an hour.
      </VisuallyHidden>
      <div className={classes.lanes} style={{ height: `calc(${lanes} * var(--lane-height) + 0.25rem)` }}>
        {ticks.map(minutes => (
          <span
            key={minutes}
            className={classes.tick}
            style={{ insetInlineStart: percent(minutes) }}
            aria-hidden
          />
        ))}
        {isToday && (
          <span className={classes.now} style={{ insetInlineStart: percent(nowMinutes) }} aria-hidden />
        )}
        {items.map(item => (
          <AxisMark key={item.entry.id} item={item} day={day} describedBy={id} />
        ))}
      </div>
      <div className={classes.hours} aria-hidden>
        {ticks.map(minutes => (
          <span key={minutes} className={classes.hour} style={{ insetInlineStart: percent(minutes) }}>
            {formatTime(momentAtMinutes(minutes))}
          </span>
        ))}
      </div>
    </section>
  )
}

interface AxisMarkProps {
  item: AxisItem
  day: DayCardProps['day']
  describedBy: string
}

function AxisMark({ item, day, describedBy }: AxisMarkProps) {
  const { entry } = item
  const { shift, handlers } = useMove(item, day)
  const options = useTextOptions(day.shoes)
  const { Icon: KindIcon } = kindViews[entry.kind]
  const shown: Moment = { at: entry.at + shift * MS_PER_MINUTE, offsetMinutes: entry.offsetMinutes }
  const length = item.end - item.start
  const name = `${nameEntry(entry, options)}, ${formatTime(shown)}`
  return (
    <button
      type="button"
      className={classes.mark}
      data-kind={entry.kind}
      data-moving={shift !== 0}
      aria-label={name}
      aria-describedby={describedBy}
      title={name}
      style={{
        insetInlineStart: percent(item.start + item.aside + shift),
        insetBlockStart: `calc(${item.lane} * var(--lane-height))`,
        ...(length > 0 && { inlineSize: `max(1.375rem, ${percent(length)})` }),
      }}
      {...handlers}
    >
      <KindIcon size={13} stroke={2} aria-hidden />
      {shift !== 0 && (
        <span className={classes.time} role="status">
          {formatTime(shown)}
        </span>
      )}
    </button>
  )
}

/** Moving an entry with the pointer or the arrow keys. Nothing is stored before the pointer is let go or the keys pause. */
function useMove(item: AxisItem, day: DayCardProps['day']) {
  const { entry } = item
  const clock = useClock()
  const options = useTextOptions(day.shoes)
  const log = useLog(day.date, day.shoes)
  const [shift, setShift] = useState(0)
  const drag = useRef<{ x: number; minutesPerPixel: number } | null>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** Minutes that the arrow keys have moved the mark by, until the move is stored. */
  const moved = useRef<number | null>(null)
  const storeMoved = useEffectEvent(() => {
    if (moved.current !== null) store(moved.current)
  })
  // Stores a pending keyboard move on unmount.
  useEffect(() => () => storeMoved(), [])

  async function store(minutes: number) {
    clearTimeout(pause.current)
    moved.current = null
    if (minutes === 0) return
    const draft = moveDraft(entry, minutes, clock.timeZone())
    const [problem] = Object.values(findDraftErrors(draft, clock.now()))
    if (problem === undefined)
      await log.change(entry, draft, `Moved ${nameEntry(entry, options)} to ${formatTime(draft)}.`)
    else showError(new Error(problem))
    setShift(0)
  }

  function moveByKey(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      clearTimeout(pause.current)
      moved.current = null
      setShift(0)
    }
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (direction === undefined || event.altKey) return
    event.preventDefault()
    const next = limitShift(item, shift + direction * (event.shiftKey ? 60 : STEP_MINUTES))
    setShift(next)
    moved.current = next
    clearTimeout(pause.current)
    pause.current = setTimeout(() => store(next), KEY_PAUSE_MS)
  }

  return {
    shift,
    handlers: {
      onKeyDown: moveByKey,
      onBlur: () => store(shift),
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const width = event.currentTarget.parentElement?.clientWidth ?? AXIS_MINUTES
        drag.current = { x: event.clientX, minutesPerPixel: AXIS_MINUTES / width }
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove: (event: PointerEvent) => {
        if (drag.current === null) return
        setShift(limitShift(item, (event.clientX - drag.current.x) * drag.current.minutesPerPixel))
      },
      onPointerUp: () => {
        drag.current = null
        store(shift)
      },
      onPointerCancel: () => {
        drag.current = null
        setShift(0)
      },
    },
  }
}
