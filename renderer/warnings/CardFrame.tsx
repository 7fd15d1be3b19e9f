import { Title } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconCalendarEvent,
  IconInfoCircle,
  IconUrgent,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { nameOwnJudgement } from '../../shared/advice/knowledge/references.ts'
import type { WarningLevel, WarningRule } from '../../shared/advice/warning-signs/rule.ts'
import { findRule } from '../../shared/advice/warning-signs/warning-rules.ts'
import type { WarningCard } from '../../shared/advice/warning-signs/warnings.ts'
import { References } from '../ui/components/References.tsx'
import classes from './WarningCards.module.css'

/** Urgency in words and an icon; the colour only repeats it. */
const levels: Record<WarningLevel, { words: string; LevelIcon: Icon }> = {
  emergency: { words: 'Emergency', LevelIcon: IconUrgent },
  'same-day': { words: 'See someone today', LevelIcon: IconAlertTriangle },
  routine: { words: 'Make an appointment', LevelIcon: IconCalendarEvent },
  information: { words: 'Good to know', LevelIcon: IconInfoCircle },
}

function LevelMark({ level }: { level: WarningLevel }) {
  const { words, LevelIcon } = levels[level]
  return (
    <p className={classes.level}>
      <LevelIcon size={20} stroke={2} aria-hidden />
      {words}
    </p>
  )
}

export interface CardFrameProps {
  /** Element id of the heading that labels the card. */
  id: string
  /** The rule that raised it, by its id. */
  rule: string
  level: WarningLevel
  card: WarningCard
  /** Formatted date of the entry that raised it. */
  date?: string
  children?: ReactNode
}

/** Content of a warning card, shared by raised cards and the symptom check. */
export function CardFrame({ id, rule, level, card, date, children }: CardFrameProps) {
  const known = findRule(rule)
  return (
    <article className={classes.card} data-level={level} aria-labelledby={id}>
      <LevelMark level={level} />
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
        <Known known={card.known} />
        {known !== undefined && (
          <References
            ids={[...new Set([...known.sources, ...card.known.flatMap(({ sources }) => sources)])]}
            remark={describeJudgement(known)}
          />
        )}
      </div>
      {children}
    </article>
  )
}

/** Study results and their limits: the most important ones visible, the others folded. */
function Known({ known }: Pick<WarningCard, 'known'>) {
  const folded = known.filter(({ isFolded }) => isFolded)
  return (
    <>
      {known
        .filter(({ isFolded }) => !isFolded)
        .map(({ text }) => (
          <p key={text} className={classes.known}>
            {text}
          </p>
        ))}
      {folded.length > 0 && (
        <details className={classes.known}>
          <summary>What studies found</summary>
          {folded.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </details>
      )}
    </>
  )
}

/** Remark on the parts of a rule that its cited guidance does not cover. */
function describeJudgement({ sources, ownJudgement }: WarningRule): string | undefined {
  if (ownJudgement !== null) return nameOwnJudgement(ownJudgement)
  return sources.length === 0
    ? 'General articles about cramps. We name no official guidance for this.'
    : undefined
}
