import { Title } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconCalendarEvent,
  IconInfoCircle,
  IconUrgent,
} from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import type { WarningLevel } from '../../shared/advice/warning-signs/rule.ts'
import {
  canSnooze,
  type Warning,
  type WarningCard as WarningText,
} from '../../shared/advice/warning-signs/warnings.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { showError } from '../components/messages.ts'
import { useOfferUndo } from '../components/Undo.tsx'
import { formatDate } from '../format.ts'
import { useAcknowledgeWarning, useNowState, useSnoozeWarning } from '../queries.ts'
import classes from './WarningCards.module.css'

/** How soon, in words and a shape: the colour only repeats it. */
const levels: Record<WarningLevel, { words: string; LevelIcon: Icon }> = {
  emergency: { words: 'Emergency', LevelIcon: IconUrgent },
  'same-day': { words: 'See someone today', LevelIcon: IconAlertTriangle },
  routine: { words: 'Make an appointment', LevelIcon: IconCalendarEvent },
  information: { words: 'Good to know', LevelIcon: IconInfoCircle },
}

/** The cards that nobody has read yet, most urgent first. They stand above every screen until they are. */
export function WarningCards() {
  const { data: now } = useNowState()
  const acknowledge = useAcknowledgeWarning()
  const snooze = useSnoozeWarning()
  const offerUndo = useOfferUndo()
  const warnings = now?.warnings ?? []

  async function putOff(id: number) {
    await andMoveOn(async () => {
      await snooze.mutateAsync({ id, snoozed: true })
      offerUndo({
        message: 'Put off for four weeks.',
        undo: () => snooze.mutateAsync({ id, snoozed: false }),
        undone: 'The card is back.',
      })
    })
  }

  async function andMoveOn(decide: () => Promise<unknown>) {
    try {
      await decide()
      // The card is gone, and with it the button that had the focus: the next one stands where the content begins.
      document.getElementById('content')?.focus()
    } catch (error) {
      showError(error)
    }
  }

  return (
    <div aria-live="polite">
      {warnings.length > 0 && (
        <section className={classes.cards} aria-label="Warning signs">
          {warnings.map(warning => (
            <WarningCard
              key={warning.id}
              warning={warning}
              onRead={() => andMoveOn(() => acknowledge.mutateAsync(warning.id))}
              onPutOff={() => putOff(warning.id)}
            />
          ))}
        </section>
      )}
    </div>
  )
}

interface WarningCardProps {
  warning: Warning
  onRead: () => void
  onPutOff: () => void
}

function WarningCard({ warning, onRead, onPutOff }: WarningCardProps) {
  const id = useId()
  const { card, level } = warning
  return (
    <CardFrame id={id} level={level} card={card} date={formatDate(calendarDate(warning), 'short')}>
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

interface CardFrameProps {
  /** Of the heading, which names the card. */
  id: string
  level: WarningLevel
  card: WarningText
  /** What it is about, where it is about a day. */
  date?: string
  children?: ReactNode
}

/** A card as it reads, whoever raised it. */
export function CardFrame({ id, level, card, date, children }: CardFrameProps) {
  const { words, LevelIcon } = levels[level]
  return (
    <article className={classes.card} data-level={level} aria-labelledby={id}>
      <p className={classes.level}>
        <LevelIcon size={20} stroke={2} aria-hidden />
        {words}
      </p>
      <div className={classes.text}>
        <Title order={2} id={id} className={classes.title}>
          {card.title}
        </Title>
        <p className={classes.whatToDo}>{card.whatToDo}</p>
        <p>{card.why}</p>
        {card.watchFor !== null && <p>{card.watchFor}</p>}
        <p className={classes.recorded}>
          {date !== undefined && `${date}. `}
          {card.recorded}
        </p>
      </div>
      {children}
    </article>
  )
}
