/**
 * Backend of the page in tests: the production handlers over a journal in memory, without Electron. Single calls can be
 * overridden for replies that this backend cannot give (an error, a pending promise, an answered dialog).
 */
import { EventEmitter } from 'node:events'
import { answer } from '../../main/ipc/calls.ts'
import type { IntentQueue } from '../../main/ipc/intents.ts'
import { createPages } from '../../main/ipc/pages.ts'
import { createWarningService } from '../../main/services/warnings/warning-service.ts'
import { JournalRefused } from '../../main/store/journal-refused.ts'
import { createJournalStore, type JournalStore } from '../../main/store/journal-store.ts'
import { openJournal } from '../../main/store/open.ts'
import { buildPerCall } from '../../shared/call-names.ts'
import {
  type Call,
  type Caller,
  contract,
  type EventApi,
  type Failure,
  type Handlers,
  type Input,
  type JournalApi,
  type Output,
  type Refusal,
  type Reply,
} from '../../shared/contract.ts'
import type { EventName, EventPayload } from '../../shared/events.ts'
import type { CheckIn } from '../../shared/kinds/check-in.ts'
import type { Entry } from '../../shared/kinds/entry.ts'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import type { Profile } from '../../shared/kinds/profile.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { createRealHandlers } from './real-handlers.ts'

export interface TestBackendOptions {
  /** UTC milliseconds, read at every call. */
  readonly now: () => number
  readonly timeZone: string
  readonly isDemo?: boolean
  /** True by default. */
  readonly isWelcomed?: boolean
  /** Reason for which the journal could not be opened. */
  readonly refused?: { readonly path: string; readonly reason: Refusal; readonly detail: string }
  /** Content of the journal, stored under the ids given. */
  readonly entries?: readonly Entry[]
  readonly shoes?: readonly Shoe[]
  readonly checkIns?: readonly CheckIn[]
  readonly profile?: Profile
  /** Stores data that has no option of its own. */
  readonly seed?: (journal: JournalStore) => void
  /** IntentQueue that wait for the page. */
  readonly intents?: IntentQueue
  /** Calls answered in place of the real handlers, which are passed in. */
  readonly handlers?: Partial<Handlers> | ((real: Handlers) => Partial<Handlers>)
}

export interface TestBackend {
  readonly api: JournalApi
  readonly events: EventApi
  /** Sends progress of the job that the caller of an overriding handler waits for. */
  readonly sendProgress: (caller: Caller, done: number, total: number) => void
  /** Sends an event of main to the page. */
  readonly sendEvent: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
  /** The journal that the handlers write to. */
  readonly journal: JournalStore
  /** The stored entries without the trash, by id. */
  readonly entries: () => readonly Entry[]
  readonly checkIns: () => readonly CheckIn[]
  readonly shoes: () => readonly Shoe[]
  /** Reviews the warning cards for the time that has passed, as main's review timer does. */
  readonly reviewWarnings: () => void
  /** Every call that was made, in order. */
  readonly calls: readonly { readonly call: Call; readonly input: unknown }[]
  /**
   * Answers the next `call` with this failure; nothing is stored.
   *
   * @param isMeant selects among several calls of that name; the next one by default
   */
  readonly failNext: (call: Call, failure: Failure, isMeant?: (input: unknown) => boolean) => void
}

const PAGE: Caller = { pageId: 1 }
const JOURNAL_PATH = '/home/sam/unknot/journal.db'

export function createTestBackend(options: TestBackendOptions): TestBackend {
  const { now, timeZone, refused, isDemo = false } = options
  const journal = createJournalStore(openJournal(':memory:'))
  const listeners = new Set<(message: unknown) => void>()
  const pages = createPages()
  // Minimal web contents by which main knows a page.
  pages.meet(
    Object.assign(new EventEmitter(), {
      id: PAGE.pageId,
      isDestroyed: () => false,
      send: (_channel: string, message: unknown) => {
        for (const listener of listeners) listener(structuredClone(message))
      },
    }),
  )
  journal.atomically(() => fill(journal, options))
  journal.watch(changed => pages.send('all', 'changed', changed))
  // A refused journal has handlers for a few calls only; `answer` refuses the others.
  const real = createRealHandlers(
    refused === undefined ? journal : new JournalRefused(refused.reason, refused.path, refused.detail),
    {
      path: JOURNAL_PATH,
      clock: { now, timeZone: () => timeZone },
      pages,
      isDemo,
      ...(options.intents && { intents: options.intents }),
      openHiddenWindow: () => {
        throw new Error('no window can be opened in this test')
      },
    },
  )
  const overrides =
    typeof options.handlers === 'function' ? options.handlers(real as Handlers) : (options.handlers ?? {})
  const warnings = createWarningService(journal)
  const calls: { call: Call; input: unknown }[] = []
  const failures = new Map<Call, { failure: Failure; isMeant: (input: unknown) => boolean }>()

  function expose<C extends Call>(call: C) {
    return async (input: Input<C>, job?: string): Promise<Reply<C>> => {
      calls.push({ call, input })
      const caller = { ...PAGE, ...(job !== undefined && { job }) }
      const planned = failures.get(call)
      if (planned?.isMeant(input) === true) {
        failures.delete(call)
        return { ok: false, failure: planned.failure }
      }
      const override: Handlers[C] | undefined = overrides[call]
      // Not through `answer`: an error that an override throws reaches the page unchanged.
      if (override !== undefined && contract[call].input.safeParse(input).success) {
        const value: Output<C> = await override(input, caller)
        return { ok: true, value }
      }
      return answer(real, call, input, caller)
    }
  }

  return {
    api: buildPerCall<JournalApi>(expose),
    events: {
      subscribe: listener => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    sendProgress: ({ pageId, job = '' }, done, total) => pages.send(pageId, 'progress', { job, done, total }),
    sendEvent: (name, payload) => pages.send('all', name, payload),
    journal,
    entries: () =>
      journal.entries
        .listArchived()
        .flatMap(({ id, deletedAt }) => (deletedAt === null ? (journal.entries.get(id) ?? []) : [])),
    checkIns: () => journal.checkIns.listArchived().map(({ checkedAt: _checkedAt, ...checkIn }) => checkIn),
    shoes: () => journal.shoes.list(),
    reviewWarnings: () => void warnings.reviewTime(momentOfInstant(now(), timeZone)),
    calls,
    failNext: (call, failure, isMeant = () => true) => {
      failures.set(call, { failure, isMeant })
    },
  }
}

function fill(
  journal: JournalStore,
  {
    now,
    isWelcomed = true,
    entries = [],
    shoes = [],
    checkIns = [],
    profile,
    seed = () => {},
  }: TestBackendOptions,
): void {
  if (isWelcomed) journal.profile.acknowledgeWelcome(now())
  if (profile !== undefined) journal.profile.change(profile)
  for (const shoe of shoes) journal.shoes.addArchived(shoe, true)
  for (const { id, loggedAt, editedAt, ...draft } of entries)
    journal.entries.addArchived(draft, { id, loggedAt, editedAt, deletedAt: null })
  for (const checkIn of checkIns) journal.checkIns.give(checkIn, now())
  seed(journal)
}
