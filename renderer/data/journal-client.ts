/**
 * IPC client of the page: the contract's calls as async functions, with replies unwrapped. A refused call throws a
 * JournalError with the message to show and, for invalid input, the fields it belongs to.
 */
import { createContext, useContext } from 'react'
import { buildPerCall } from '../../shared/call-names.ts'
import type {
  Call,
  EventApi,
  Failure,
  FieldProblem,
  Input,
  JournalApi,
  Output,
  Reply,
} from '../../shared/contract.ts'
import type { Surroundings } from '../../shared/surroundings.ts'
import type { EventClient } from './event-client.ts'

declare global {
  interface Window {
    /** Exposed by the preload. */
    readonly unknot: JournalApi
    readonly unknotEvents: EventApi
    readonly unknotSurroundings: Surroundings
  }
}

export interface Progress {
  readonly done: number
  readonly total: number
}

export interface CallOptions {
  /** Cancels the job in main. The call is still answered, with its final result. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

export type JournalClient = {
  readonly [C in Call]: (input: Input<C>, options?: CallOptions) => Promise<Output<C>>
}

export class JournalError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'JournalError'
    this.failure = failure
  }

  /** Problems by field; empty unless the input was refused. */
  get problems(): readonly FieldProblem[] {
    return this.failure.code === 'invalid-input' ? this.failure.problems : []
  }
}

/** Client of an exposed API; unwraps replies and throws failures as JournalError. */
export function createJournalClient(api: JournalApi, events: EventClient): JournalClient {
  function unwrap<C extends Call>(call: C) {
    return async (input: Input<C>, options?: CallOptions): Promise<Output<C>> => {
      const reply = options === undefined ? await api[call](input) : await follow(call, input, options)
      if (!reply.ok) throw new JournalError(reply.failure)
      return reply.value
    }
  }

  /** Calls with a job id, by which main sends progress and accepts a cancellation. */
  async function follow<C extends Call>(
    call: C,
    input: Input<C>,
    { signal, onProgress }: CallOptions,
  ): Promise<Reply<C>> {
    signal?.throwIfAborted()
    const job = crypto.randomUUID()
    const stopListening = events.on('progress', ({ job: id, ...progress }) => {
      if (id === job) onProgress?.(progress)
    })
    const cancel = () => void api.cancelJob({ job })
    signal?.addEventListener('abort', cancel)
    try {
      return await api[call](input, job)
    } finally {
      signal?.removeEventListener('abort', cancel)
      stopListening()
    }
  }

  return buildPerCall<JournalClient>(unwrap)
}

const JournalContext = createContext<JournalClient | null>(null)
export const JournalClientProvider = JournalContext.Provider

export function useJournalClient(): JournalClient {
  const journal = useContext(JournalContext)
  if (journal === null)
    throw new Error('useJournalClient: there is no JournalClientProvider above this component')
  return journal
}
