import { Button, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import type { CrampSite } from '../../shared/kinds/cramp.ts'
import { draftOf, type EntryOf } from '../../shared/kinds/entry.ts'
import { muscles } from '../../shared/kinds/muscles.ts'
import { onsetPrecisions } from '../../shared/kinds/onset.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { calendarDate, crampDay } from '../../shared/time/moment.ts'
import { useClock } from '../data/clock.ts'
import { formatDate, formatDuration, formatTime } from '../data/format.ts'
import { useChangeEntry, useNowState } from '../data/queries.ts'
import { formatSites } from '../log/entry-text.ts'
import { listMissingDetails } from '../log/missing-details.ts'
import { requestChange, useOpenForm } from '../log/requests.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import { SiteGrid } from '../ui/fields/SiteGrid.tsx'
import classes from './UnfinishedCramps.module.css'

const SHOWN_AT_FIRST = 3

/** Greets with the cramps that were written down half asleep: what else is known of them, or that this is all. */
export function UnfinishedCramps() {
  const { data: now } = useNowState()
  const [isLong, setIsLong] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const cramps = (now?.unfinished ?? []).filter(entry => entry.kind === 'cramp')
  if (cramps.length === 0) return null
  const hidden = isLong ? 0 : cramps.length - SHOWN_AT_FIRST
  return (
    <section className={classes.unfinished} aria-labelledby="unfinished-cramps">
      <Title order={2} id="unfinished-cramps" ref={heading} tabIndex={-1} className={classes.title}>
        {cramps.length === 1
          ? 'A cramp still needs its details'
          : `${cramps.length} cramps still need their details`}
      </Title>
      <ul className={classes.list}>
        {cramps.slice(0, cramps.length - Math.max(0, hidden)).map(cramp => (
          <UnfinishedCramp key={cramp.id} cramp={cramp} onSettled={() => heading.current?.focus()} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setIsLong(true)}>
          {hidden === 1 ? 'Show one more' : `Show ${hidden} more`}
        </Button>
      )}
    </section>
  )
}

interface UnfinishedCrampProps {
  cramp: EntryOf<'cramp'>
  /** The row is about to go, and with it the button that has the focus. */
  onSettled: () => void
}

function UnfinishedCramp({ cramp, onSettled }: UnfinishedCrampProps) {
  const clock = useClock()
  const openForm = useOpenForm()
  const changeEntry = useChangeEntry()
  const offerUndo = useOfferUndo()
  const [isAskingWhere, setIsAskingWhere] = useState(false)
  const time = formatWhen(cramp)
  const missing = listMissingDetails(cramp)
  const { length: siteCount } = cramp.sites

  async function settle(sites: CrampSite[]) {
    const before = draftOf(cramp)
    try {
      await changeEntry.mutateAsync({ id: cramp.id, draft: { ...before, sites, needsDetails: false } })
      onSettled()
      offerUndo({
        message: `Nothing more to add about the cramp, ${time}.`,
        undo: () => changeEntry.mutateAsync({ id: cramp.id, draft: before }),
        undone: 'It still needs its details.',
      })
    } catch (error) {
      showError(error)
    }
  }

  return (
    <li className={classes.cramp}>
      <div className={classes.row}>
        <p className={classes.text}>
          <strong>{time}</strong>
          <span>
            {[
              ...(siteCount === 0 ? [] : [formatSites(cramp)]),
              ...(cramp.durationSeconds === null ? [] : [formatDuration(cramp.durationSeconds)]),
            ].join(' · ')}
          </span>
          {missing.length > 0 && <span>Still missing: {missing.join(', ')}.</span>}
        </p>
        <Button
          size="sm"
          aria-label={`Add details: cramp, ${time}`}
          onClick={() => openForm(requestChange(cramp, clock.timeZone()))}
        >
          Add details
        </Button>
        <Button
          size="sm"
          variant="default"
          aria-label={`That’s all I know: cramp, ${time}`}
          aria-expanded={siteCount === 0 ? isAskingWhere : undefined}
          loading={changeEntry.isPending}
          onClick={() => (siteCount === 0 ? setIsAskingWhere(true) : settle(cramp.sites))}
        >
          That’s all I know
        </Button>
      </div>
      {isAskingWhere && <WhereQuestion onAnswer={settle} onCancel={() => setIsAskingWhere(false)} />}
    </li>
  )
}

interface WhereQuestionProps {
  onAnswer: (sites: CrampSite[]) => void
  onCancel: () => void
}

/** The one thing a cramp cannot do without. */
function WhereQuestion({ onAnswer, onCancel }: WhereQuestionProps) {
  const [sites, setSites] = useState<CrampSite[]>([])
  return (
    <div className={classes.where}>
      <SiteGrid label="Where was it?" muscles={muscles.ids} sites={sites} onChange={setSites} isWide />
      <div className={classes.answers}>
        <Button size="sm" variant="default" onClick={onCancel}>
          Later
        </Button>
        <Button size="sm" disabled={sites.length === 0} onClick={() => onAnswer(sites)}>
          That was it
        </Button>
      </div>
    </div>
  )
}

/** Onset with the precision that is known: night, about a time, or a time. */
function formatWhen(cramp: EntryOf<'cramp'>): string {
  if (cramp.onsetPrecision === 'night') {
    const evening = crampDay(cramp)
    return `Night of ${formatDate(evening, 'short')} to ${formatDate(addDays(evening, 1), 'short')}`
  }
  const { inText } = onsetPrecisions.get(cramp.onsetPrecision)
  const date = formatDate(calendarDate(cramp), 'short')
  if (inText !== null) return `${date}, ${inText}`
  const time = `${date}, ${formatTime(cramp)}`
  return cramp.onsetPrecision === 'about' ? `About ${time}` : time
}
