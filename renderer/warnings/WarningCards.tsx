import { Title } from '@mantine/core'
import { useId, useState } from 'react'
import { findRule } from '../../shared/advice/warning-signs/warning-rules.ts'
import { canSnooze, type Warning } from '../../shared/advice/warning-signs/warnings.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { formatDate } from '../data/format.ts'
import { useAcknowledgeWarning, useNowState, useSnoozeWarning } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import { CardFrame, LevelMark } from './CardFrame.tsx'
import classes from './WarningCards.module.css'

/** Cards that can wait for an appointment are folded into one once there are several. */
const canBeFolded = ({ level, rule }: Warning) => canSnooze(level) && findRule(rule)?.isSoon !== true

export interface WarningCardsProps {
  /** Hides cards that can wait, so that during a cramp nothing separates the person from the relief steps. */
  onlyUrgent?: boolean
}

/** Unread warning cards, most urgent first, above every screen until they are read. */
export function WarningCards({ onlyUrgent = false }: WarningCardsProps) {
  const { data: now } = useNowState()
  const acknowledge = useAcknowledgeWarning()
  const snooze = useSnoozeWarning()
  const offerUndo = useOfferUndo()
  const shown = (now?.warnings ?? []).filter(one => !(onlyUrgent && canBeFolded(one)))
  const warnings = shown.filter(({ closing }) => closing === null)
  const closings = shown.filter(({ closing }) => closing !== null)
  const calm = warnings.filter(canBeFolded)
  const isFolding = calm.length > 1

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
          {warnings.filter(one => !(isFolding && canBeFolded(one))).map(showCard)}
          {isFolding && <FoldedCards warnings={calm}>{calm.map(showCard)}</FoldedCards>}
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

interface FoldedCardsProps {
  warnings: readonly Warning[]
  children: React.ReactNode
}

/** Several things for an appointment as one short card, which opens into the cards themselves. */
function FoldedCards({ warnings, children }: FoldedCardsProps) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <article className={classes.card} data-level="routine" aria-labelledby={id}>
        <LevelMark level="routine" />
        <div className={classes.text}>
          <Title order={2} id={id} className={classes.title}>
            {warnings.length} things to talk over at your next appointment
          </Title>
          <p>{warnings.map(({ card }) => card.title).join(' · ')}</p>
        </div>
        <div className={classes.answers}>
          <button
            type="button"
            className={classes.read}
            aria-expanded={isOpen}
            aria-describedby={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? 'Hide them' : 'Show them'}
          </button>
        </div>
      </article>
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
