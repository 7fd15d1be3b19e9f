import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { type CrampDraft, type CrampSite, untoldCramp } from '../../shared/kinds/cramp.ts'
import { draftOf, type EntryOf } from '../../shared/kinds/entry.ts'
import { getNow, useClock } from '../data/clock.ts'
import { getElapsedSeconds, getStorableLength } from '../data/elapsed.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { useReportClock } from '../data/night.ts'
import { CRAMP_NOW_PATH } from '../data/paths.ts'
import {
  queryKeys,
  useAddEntry,
  useChangeEntry,
  useDeleteEntry,
  useNowState,
  useRestoreEntry,
} from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useShortcuts } from '../ui/components/shortcuts.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import type { PastOnset } from './past-onsets.ts'
import { type UnstoredCramp, useUnstoredCrampStorage } from './unstored-cramp.ts'

/** The cramp that "cramp now" is about: the one that is going on, or the one that has just ended. */
export interface CurrentCramp {
  /** Null until the journal has stored it for the first time. */
  readonly id: number | null
  readonly draft: CrampDraft
  /** Error message of the failed save; null while the draft is stored or being stored. */
  readonly failure: string | null
  readonly isStored: boolean
}

export interface CrampClock {
  readonly cramp: CurrentCramp | null
  /** Places of the last cramp, to be chosen with one press; nothing is stored of them before that. */
  readonly offeredSites: readonly CrampSite[]
  /** Starts the clock, or shows the one that is running. */
  readonly start: () => Promise<void>
  /** Changes what is known of the cramp, and stores it at once. */
  readonly tell: (said: Partial<CrampDraft>) => Promise<void>
  /** Ends the cramp, now or at an unknown time. */
  readonly end: (when: 'just-now' | 'unknown') => Promise<void>
  /** A cramp that is over already; the clock that was started for it, if there is one, becomes it. */
  readonly tellPast: (onset: PastOnset) => Promise<void>
  readonly tryAgain: () => Promise<void>
  /** It was no cramp. */
  readonly discard: () => Promise<void>
  /** Leaves the cramp that has ended, for Today, which lists it. */
  readonly leave: () => void
}

const CrampClockContext = createContext<CrampClock | null>(null)

export function useCrampClock(): CrampClock {
  const clock = useContext(CrampClockContext)
  if (clock === null) throw new Error('useCrampClock: there is no CrampClockProvider above this component')
  return clock
}

/**
 * Keeps the clock of "cramp now" for the whole window. The journal is its memory: what is said is stored as it is said,
 * and after a crash the clock is read from there. Only what could not be stored is kept on this side, until it is.
 */
export function CrampClockProvider({ children }: { children: ReactNode }) {
  const clock = useClock()
  const journal = useJournalClient()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { data: now } = useNowState()
  const [addEntry, changeEntry] = [useAddEntry(), useChangeEntry()]
  const [deleteEntry, restoreEntry] = [useDeleteEntry(), useRestoreEntry()]
  const offerUndo = useOfferUndo()

  const storage = useUnstoredCrampStorage()
  const [unstored, setUnstored] = useState(storage.read)
  const [ended, setEnded] = useState<EntryOf<'cramp'> | null>(null)
  /** The newest of what is to be stored; what came before it need not be. */
  const newest = useRef(unstored)
  /** Resolves to the id of what was stored last; null when that did not succeed. */
  const storing = useRef<Promise<number | null>>(Promise.resolve(null))
  const isStoring = useRef(false)
  const cameFrom = useRef('/today')

  const ongoing = now?.ongoing?.kind === 'cramp' ? now.ongoing : null
  const cramp = getCurrent(unstored, ongoing, ended)
  useReportClock(cramp?.draft.ongoing === true)

  useEffect(() => {
    if (pathname === CRAMP_NOW_PATH) return
    cameFrom.current = pathname
    // The next visit is for another cramp; the ended one is listed on Today.
    setEnded(null)
  }, [pathname])

  async function store(id: number | null, draft: CrampDraft): Promise<void> {
    newest.current = { id, draft, failure: null }
    setUnstored(newest.current)
    if (!isStoring.current) storing.current = storeNewest()
    await storing.current
  }

  /** Stores drafts in sequence until the newest is stored, so that the journal ends up with it. */
  async function storeNewest(): Promise<number | null> {
    let storedId: number | null = null
    isStoring.current = true
    try {
      while (newest.current !== null) {
        const { id, draft } = newest.current
        const stored =
          id === null ? await addEntry.mutateAsync(draft) : await changeEntry.mutateAsync({ id, draft })
        storedId = stored.id
        const isNewest = newest.current.draft === draft
        newest.current = isNewest ? null : { ...newest.current, id: storedId }
        if (isNewest) setEnded(stored.kind === 'cramp' && !stored.ongoing ? stored : null)
        setUnstored(newest.current)
      }
      storage.forget()
      return storedId
    } catch (error) {
      if (newest.current !== null) {
        const failure = error instanceof Error ? error.message : String(error)
        const failed = { ...newest.current, failure }
        storage.keep(failed)
        setUnstored(failed)
      }
      return null
    } finally {
      isStoring.current = false
    }
  }

  /** The journal's current state, fetched if the query has no data yet; null when the call fails. */
  const learnNow = async () =>
    now ?? client.fetchQuery({ queryKey: queryKeys.now, queryFn: () => journal.getNow({}) }).catch(() => null)

  async function start() {
    // Before anything is waited for: this is when it began.
    const began: PastOnset = { ...getNow(clock), onsetPrecision: 'exact' }
    navigate(CRAMP_NOW_PATH)
    const known = await learnNow()
    if (newest.current !== null || known?.ongoing) return
    await store(null, { ...draftFromOnset(began), ongoing: true })
  }

  async function tell(said: Partial<CrampDraft>) {
    if (cramp === null) return
    // The second of two quick presses builds on the first.
    const { id, draft } = newest.current ?? cramp
    await store(id, { ...draft, ...said })
  }

  const value: CrampClock = {
    cramp,
    offeredSites: cramp?.draft.sites.length === 0 ? (now?.lastSites ?? []) : [],
    start,
    tell,
    end: async when => {
      if (cramp === null) return
      const [{ at }, endedAt] = [cramp.draft, clock.now()]
      // The duration is unknown after the clock was set back.
      const isKnown = when === 'just-now' && endedAt >= at
      const durationSeconds = isKnown ? getStorableLength(getElapsedSeconds(at, endedAt)) : null
      await tell({ ongoing: false, durationSeconds })
    },
    tellPast: async onset => {
      if (cramp?.draft.ongoing) await tell({ ...onset, ongoing: false, durationSeconds: null })
      else await store(null, draftFromOnset(onset))
    },
    tryAgain: () => tell({}),
    discard: async () => {
      const storedId = await storing.current
      const id = cramp?.id ?? storedId
      newest.current = null
      storage.forget()
      setUnstored(null)
      setEnded(null)
      navigate(cameFrom.current)
      if (id === null) return
      try {
        await deleteEntry.mutateAsync(id)
        offerUndo({
          message: 'Deleted the cramp.',
          undo: () => restoreEntry.mutateAsync(id),
          undone: 'The cramp is back.',
        })
      } catch (error) {
        showError(error)
      }
    },
    leave: () => {
      setEnded(null)
      navigate('/today')
    },
  }

  useShortcuts({ crampNow: start })
  return <CrampClockContext value={value}>{children}</CrampClockContext>
}

/** A cramp of which only the beginning is known. */
export const draftFromOnset = (began: PastOnset): CrampDraft => ({
  ...untoldCramp,
  kind: 'cramp',
  ...began,
  needsDetails: true,
  sites: [],
})

function getCurrent(
  unstored: UnstoredCramp | null,
  ongoing: EntryOf<'cramp'> | null,
  ended: EntryOf<'cramp'> | null,
): CurrentCramp | null {
  if (unstored !== null) return { ...unstored, isStored: false }
  const stored = ongoing ?? ended
  return stored && { id: stored.id, draft: draftOf(stored), failure: null, isStored: true }
}
