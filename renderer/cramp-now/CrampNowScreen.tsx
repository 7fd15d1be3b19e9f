import { useDocumentTitle } from '@mantine/hooks'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { getMilestone, writeMilestone } from '../../shared/advice/relief/relief.ts'
import { formatRunningTime, useElapsedSeconds } from '../data/elapsed.ts'
import { formatTime } from '../data/format.ts'
import { useProfile } from '../data/queries.ts'
import { useShortcuts } from '../ui/components/shortcuts.ts'
import { WarningCards } from '../warnings/WarningCards.tsx'
import { Afterword } from './Afterword.tsx'
import { BodyMap } from './BodyMap.tsx'
import { type CurrentCramp, useCrampClock } from './CrampClock.tsx'
import classes from './CrampNow.module.css'
import { LIKELY_AT_MOST_SECONDS, OverButtons } from './OverButtons.tsx'
import { PastOnsets } from './PastOnsets.tsx'
import { ReliefSteps, SafetyNotes } from './ReliefSteps.tsx'

/** Screen for use in the middle of the night: dark, large, one thing at a time. It asks only what cannot wait. */
export function CrampNowScreen() {
  const { cramp, start } = useCrampClock()
  if (cramp === null)
    return (
      <Frame title="Cramp now">
        <button type="button" className={classes.big} onClick={start}>
          Start the clock
        </button>
        <PastOnsets />
      </Frame>
    )
  return cramp.draft.ongoing ? <RunningCramp cramp={cramp} /> : <EndedCramp cramp={cramp} />
}

function RunningCramp({ cramp }: { cramp: CurrentCramp }) {
  const { offeredSites, tell, discard, end } = useCrampClock()
  const { draft } = cramp
  const elapsed = useElapsedSeconds(draft.at)
  const milestone = useMilestone(elapsed)
  const [isPastOpen, setIsPastOpen] = useState(false)
  // After hours it may have let go at any time, and a key must not answer that.
  useShortcuts(elapsed <= LIKELY_AT_MOST_SECONDS ? { crampOver: () => end('just-now') } : {})
  return (
    <Frame
      title="Cramp now"
      beside={
        <div className={classes.ways}>
          <button type="button" className={classes.quiet} onClick={discard}>
            Not a cramp
          </button>
          <button
            type="button"
            className={classes.quiet}
            aria-expanded={isPastOpen}
            onClick={() => setIsPastOpen(!isPastOpen)}
          >
            Over already?
          </button>
          <OverButtons elapsedSeconds={elapsed} />
        </div>
      }
      lead={`since ${formatTime(draft)}`}
      clock={
        <span role="timer" aria-label="Since it began" className={classes.time}>
          {formatRunningTime(elapsed)}
        </span>
      }
      below={<Milestone milestone={milestone} />}
    >
      <NotStored cramp={cramp} />
      {isPastOpen && <PastOnsets />}
      <div className={classes.columns}>
        <BodyMap
          label="Where is it?"
          sites={draft.sites}
          offered={offeredSites}
          onChange={sites => tell({ sites })}
        />
        <div className={classes.helps}>
          <SafetyNotes ids={milestone?.safety ?? []} />
          {/* What helped there may help again, until another place is pressed. */}
          <ReliefSteps sites={draft.sites.length > 0 ? draft.sites : offeredSites} />
        </div>
      </div>
    </Frame>
  )
}

function EndedCramp({ cramp }: { cramp: CurrentCramp }) {
  const { offeredSites, tell } = useCrampClock()
  return (
    <Frame title="Cramp now" takesFocus={false}>
      <NotStored cramp={cramp} />
      <div className={classes.columns}>
        <BodyMap
          label="Where was it?"
          sites={cramp.draft.sites}
          offered={offeredSites}
          onChange={sites => tell({ sites })}
        />
        <Afterword cramp={cramp} />
      </div>
    </Frame>
  )
}

/** Advice after five and after ten minutes, without the parts that the person's conditions forbid. */
function useMilestone(elapsedSeconds: number) {
  const { data: profile } = useProfile()
  const milestone = getMilestone(elapsedSeconds / 60)
  return milestone && { ...milestone, ...writeMilestone(milestone, profile?.conditions ?? []) }
}

/** Advice card of the milestone that was reached, below the clock. A live region announces it. */
function Milestone({ milestone }: { milestone: ReturnType<typeof useMilestone> }) {
  return (
    <div aria-live="polite" className={classes.milestones}>
      {milestone !== undefined && (
        <section className={classes.milestone} aria-label={`After ${milestone.afterMinutes} minutes`}>
          <strong>{milestone.title}</strong>
          <p>{milestone.text}</p>
        </section>
      )}
    </div>
  )
}

function NotStored({ cramp }: { cramp: CurrentCramp }) {
  const { tryAgain } = useCrampClock()
  if (cramp.failure === null) return null
  return (
    <div role="alert" className={classes.notStored}>
      <p>
        <strong>Not saved yet.</strong> {cramp.failure} What you entered is kept here, and the clock keeps
        running.
      </p>
      <button type="button" className={classes.quiet} onClick={tryAgain}>
        Try again
      </button>
    </div>
  )
}

interface FrameProps {
  title: string
  /** Content after the title. */
  lead?: string
  clock?: ReactNode
  /** Content at the end of the clock's line. */
  beside?: ReactNode
  /** Content below the clock's line, sticky with it. */
  below?: ReactNode
  /** Not where something further down has the word. */
  takesFocus?: boolean
  children: ReactNode
}

function Frame({ title, lead, clock, beside, below, takesFocus = true, children }: FrameProps) {
  useDocumentTitle(`${title} – Unknot`)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <div className={classes.night}>
      <header className={classes.header}>
        <div>
          <div className={classes.titleLine}>
            <h1 ref={heading} tabIndex={-1} className={classes.title}>
              {title}
            </h1>
            {lead}
          </div>
          {clock}
        </div>
        {beside}
        {below}
      </header>
      {/* Below the clock, which must stay in reach whatever else there is to say. */}
      <WarningCards routine="hidden" />
      {children}
    </div>
  )
}
