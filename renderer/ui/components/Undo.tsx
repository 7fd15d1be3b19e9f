import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react'
import { useLocation } from 'react-router'
import { CRAMP_NOW_PATH } from '../../data/paths.ts'
import { showError, showMessage } from './messages.ts'
import { useShortcuts } from './shortcuts.ts'

export interface UndoOffer {
  /** Past action as a sentence: "Deleted water, 250 ml." */
  readonly message: string
  readonly undo: () => Promise<unknown>
  /** Message after the undo: "It is back." */
  readonly undone: string
}

const UNDO_SHOWN_MS = 14_000
/** Shorter on the cramp-now screen, where the message covers the relief steps. */
const UNDO_SHOWN_BRIEFLY_MS = 4_000

interface UndoFunctions {
  readonly offer: (offer: UndoOffer) => void
  /** Takes the last thing back that was offered and not taken back yet. */
  readonly undoLast: () => void
}

const UndoContext = createContext<UndoFunctions | null>(null)

/** Says that something was done, with a button to take it back. */
export const useOfferUndo = (): ((offer: UndoOffer) => void) => useUndoFunctions().offer

/** The undo shortcut as a function, for a dialog: it holds the shortcuts of the page back. */
export const useUndoLast = (): (() => void) => useUndoFunctions().undoLast

function useUndoFunctions(): UndoFunctions {
  const functions = useContext(UndoContext)
  if (functions === null) throw new Error('useUndoFunctions: there is no UndoProvider above this component')
  return functions
}

/** Keeps what can be taken back until the window closes; the button goes after a while, the shortcut stays. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const prefix = useId()
  const count = useRef(0)
  const offers = useRef<(UndoOffer & { id: string })[]>([])

  const isCrampNow = useLocation().pathname === CRAMP_NOW_PATH
  useEffect(() => {
    if (isCrampNow) for (const { id } of offers.current) notifications.hide(id)
  }, [isCrampNow])

  const undo = useCallback(async (id: string | undefined) => {
    const offer = offers.current.find(candidate => candidate.id === id)
    if (offer === undefined) return
    offers.current = offers.current.filter(candidate => candidate !== offer)
    notifications.hide(offer.id)
    try {
      await offer.undo()
      showMessage(offer.undone)
    } catch (error) {
      offers.current.push(offer)
      showError(error)
    }
  }, [])

  const offerUndo = useCallback(
    (offer: UndoOffer) => {
      const id = `${prefix}${count.current++}`
      // Two buttons at a time: more would cover the page, and the shortcut reaches the older ones.
      const older = offers.current.at(-2)
      if (older) notifications.hide(older.id)
      offers.current.push({ ...offer, id })
      showMessage(
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{offer.message}</Text>
          <Button size="compact-sm" variant="light" title="Ctrl+Z" flex="none" onClick={() => undo(id)}>
            Undo
          </Button>
        </Group>,
        { id, closesAfterMs: isCrampNow ? UNDO_SHOWN_BRIEFLY_MS : UNDO_SHOWN_MS },
      )
    },
    [prefix, undo, isCrampNow],
  )

  const undoLast = useCallback(() => void undo(offers.current.at(-1)?.id), [undo])
  useShortcuts({ undo: undoLast })
  const functions = useMemo(() => ({ offer: offerUndo, undoLast }), [offerUndo, undoLast])
  return <UndoContext value={functions}>{children}</UndoContext>
}
