/** Queue of intents, filled before a window is open or its page is ready: see `shared/intents.ts`. */
import type { MenuCommand } from '../../shared/intents.ts'

/** Intent as main knows it: with paths, of which the page gets tokens. */
export type QueuedIntent =
  | { readonly kind: 'command'; readonly command: MenuCommand }
  | { readonly kind: 'files'; readonly paths: readonly string[] }

export interface IntentQueue {
  add(intent: QueuedIntent): void
  /** Removes and returns what is queued, oldest first. */
  take(): QueuedIntent[]
  /** Registers the one listener, called after each addition. */
  onAdded(listener: () => void): void
}

export function createIntents(): IntentQueue {
  const queued: QueuedIntent[] = []
  let tell = () => {}
  return {
    add: intent => {
      queued.push(intent)
      tell()
    },
    take: () => queued.splice(0),
    onAdded: listener => {
      tell = listener
    },
  }
}
