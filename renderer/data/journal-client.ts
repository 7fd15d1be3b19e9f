/**
 * The page's only way to the journal: the contract's calls as plain functions, with the envelope taken off. A refused
 * call throws a JournalError that carries the sentence to show and, for bad input, the fields it belongs to.
 */
import { createContext, useContext } from 'react'
import { buildPerCall } from '../../shared/call-names.ts'
import type { Call, Failure, FieldProblem, Input, JournalApi, Output } from '../../shared/contract.ts'
import type { Surroundings } from '../../shared/surroundings.ts'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly unknot: JournalApi
    readonly unknotSurroundings: Surroundings
  }
}

export type JournalClient = { readonly [C in Call]: (input: Input<C>) => Promise<Output<C>> }

export class JournalError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'JournalError'
    this.failure = failure
  }

  /** What to enter, by field; empty unless the input was refused. */
  get problems(): readonly FieldProblem[] {
    return this.failure.code === 'invalid-input' ? this.failure.problems : []
  }
}

/** The client of an exposed API: replies without their envelopes, failures thrown as JournalError. */
export function createJournalClient(api: JournalApi): JournalClient {
  function unwrap<C extends Call>(call: C) {
    return async (input: Input<C>): Promise<Output<C>> => {
      const reply = await api[call](input)
      if (!reply.ok) throw new JournalError(reply.failure)
      return reply.value
    }
  }
  return buildPerCall<JournalClient>(unwrap)
}

const JournalContext = createContext<JournalClient | null>(null)
export const JournalClientProvider = JournalContext.Provider

/** The journal of this page. */
export function useJournalClient(): JournalClient {
  const journal = useContext(JournalContext)
  if (journal === null)
    throw new Error('useJournalClient: there is no JournalClientProvider above this component')
  return journal
}
