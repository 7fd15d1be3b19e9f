import { IconCalendarEvent } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useLocation } from 'react-router'
import { findRule } from '../../shared/advice/warning-signs/warning-rules.ts'
import { canSnooze, type Warning } from '../../shared/advice/warning-signs/warnings.ts'
import { lowerFirst } from '../../shared/locale/lower-first.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { formatDate } from '../data/format.ts'
import { useAcknowledgeWarning, useNowState, useSnoozeWarning } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import { CardFrame } from './CardFrame.tsx'
import classes from './WarningCards.module.css'

/** Cards that can wait for an appointment: in full on Today, one line on the other screens. */
const canBeFolded = ({ level, rule }: Warning) => canSnooze(level) && findRule(rule)?.isSoon !== true

export interface WarningCardsProps {
  /**
   * Cards that can wait: in full, on one line that opens, or hidden, so that during a cramp nothing separates the person
   * from the relief steps.
   */
  routine: 'full' | 'line' | 'hidden'
}

/** Unread warning cards, most urgent first, above every screen until they are read. */
export function WarningCards({ routine }: WarningCardsProps) {
  const { data: now } = useNowState()
  const acknowledge = useAcknowledgeWarning()
  const snooze = useSnoozeWarning()
  const offerUndo = useOfferUndo()
  const { pathname } = useLocation()
  const shown = (now?.warnings ?? []).filter(one => !(routine === 'hidden' && canBeFolded(one)))
  const warnings = shown.filter(({ closing }) => closing === null)
  const closings = shown.filter(({ closing }) => closing !== null)
  const calm = routine === 'line' ? warnings.filter(canBeFolded) : []

  const markAsRead = (id: number) =>
    andMoveOn(async () => {
      await acknowledge.mutateAsync({ id, acknowledged: true })
      offerUndo({
        message: 'Marked as read. You will find it under “Warning cards so far” on the Plan screen.',
        undo: () => acknowledge.mutateAsync({ id, acknowledged: false }),
        undone: 'The card is back.',
      })
    })

  const putAway = (id: number) => andMoveOn(() => acknowledge.mutateAsync({ id, acknowledged: true }))

  const putOff = (id: number) =>
    andMoveOn(async () => {
      await snooze.mutateAsync({ id, snoozed: true })
      offerUndo({
        message: 'Put off for four weeks.',
        undo: () => snooze.mutateAsync({ id, snoozed: false }),
        undone: 'The card is back.',
      })
    })

  async function andMoveOn(decide: () => Promise<unknown>) {
    try {
      await decide()
      // The card is gone, and with it the focused button. The next card is at the start of the content.
      document.getElementById('content')?.focus()
    } catch (error) {
      showError(error)
    }
  }

  const showCard = (warning: Warning) => (
    <OpenCard
      key={warning.id}
      warning={warning}
      onRead={() => markAsRead(warning.id)}
      onPutOff={() => putOff(warning.id)}
    />
  )
  return (
    <div aria-live="polite">
      {shown.length > 0 && (
        <section className={classes.cards} aria-label="Warning signs">
          {warnings.filter(one => !calm.includes(one)).map(showCard)}
          {calm.length > 0 && (
            <RoutineLine key={pathname} warnings={calm}>
              {calm.map(showCard)}
            </RoutineLine>
          )}
          {closings.map(warning => (
            <ClosingLine key={warning.id} warning={warning} onRead={() => putAway(warning.id)} />
          ))}
        </section>
      )}
    </div>
  )
}

interface ClosingLineProps {
  warning: Warning
  onRead: () => void
}

/** A card about a rate that has ended: said once, with both numbers, in place of the card. */
function ClosingLine({ warning: { card, closing }, onRead }: ClosingLineProps) {
  const id = useId()
  return (
    <div className={classes.closing}>
      <p id={id}>
        <strong>{card.title}: no longer so.</strong> {closing?.text}.
      </p>
      <button type="button" className={classes.read} onClick={onRead} aria-describedby={id}>
        OK
      </button>
    </div>
  )
}

interface RoutineLineProps {
  warnings: readonly Warning[]
  children: React.ReactNode
}

/** Routine cards folded into one line, which opens into the cards themselves. */
function RoutineLine({ warnings, children }: RoutineLineProps) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [only] = warnings
  return (
    <>
      <div className={classes.line}>
        <IconCalendarEvent size={20} stroke={2} aria-hidden />
        <p id={id}>
          {warnings.length === 1 && only !== undefined
            ? `For your next appointment: ${lowerFirst(only.card.title)}`
            : `${warnings.length} things for your next appointment`}
        </p>
        <button
          type="button"
          className={classes.read}
          aria-expanded={isOpen}
          aria-describedby={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Hide' : 'Show'}
        </button>
      </div>
      {isOpen && children}
    </>
  )
}

interface OpenCardProps {
  warning: Warning
  onRead: () => void
  onPutOff: () => void
}

function OpenCard({ warning, onRead, onPutOff }: OpenCardProps) {
  const id = useId()
  const { card, level, rule } = warning
  return (
    <CardFrame
      id={id}
      rule={rule}
      level={level}
      card={card}
      date={formatDate(calendarDate(warning), 'short')}
    >
      <div className={classes.answers}>
        <button type="button" className={classes.read} onClick={onRead} aria-describedby={id}>
          I have read this
        </button>
        {canSnooze(level) && (
          <button type="button" className={classes.read} onClick={onPutOff} aria-describedby={id}>
            Remind me in 4 weeks
          </button>
        )}
      </div>
    </CardFrame>
  )
}
