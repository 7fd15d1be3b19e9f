/**
 * Fuzzer of the real handlers: hostile input for every call. Invariants: the reply is an envelope, a value parses by the
 * contract, a refusal is short and has changed no stored row.
 */
import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { answer } from '../../main/ipc/calls.ts'
import { exportJournal, importJournal } from '../../main/services/transfer/transfer.ts'
import { createJournalStore, type JournalStore } from '../../main/store/journal-store.ts'
import { openJournal } from '../../main/store/open.ts'
import { callNames } from '../../shared/call-names.ts'
import { type Call, contract, type Handlers } from '../../shared/contract.ts'
import { DEMO_SEED, makeDemoJournal } from '../../shared/demo/demo-journal.ts'
import { createRandom, type Random } from '../../shared/statistics/random.ts'
import { momentAt } from '../../shared/time/time-zone.ts'
import { crampDraft, fluidDraft, footwearDraft, shoeDraft } from '../shared/kinds/drafts.ts'
import { createRealHandlers } from '../support/real-handlers.ts'
import { anyValue, hostileAt, pick } from './hostile-values.ts'
import { listSpots, type Spot, sampleOf } from './schema-walk.ts'

const { at: now } = momentAt('2026-11-20', '14:00', 'Europe/Berlin')
const clock = { now: () => now, timeZone: () => 'Europe/Berlin' }
const PAGE = { pageId: 1 }
const PRINT_PAGE = { pageId: 7 }

/** Calls that copy the whole journal: valid input only now and then. */
const slowCalls: ReadonlySet<Call> = new Set([
  'backUpNow',
  'listBackups',
  'restoreBackup',
  'previewBackup',
  'runImport',
  'previewImport',
  'forgetBackupFolder',
  'eraseEverything',
])
const SLOW_ONCE_IN = 50
/** Number of calls between two comparisons of all stored rows. */
const READ_EVERY = 50
/** Maximum length of a refusal as JSON, in characters: 20 problems, each with a path and a sentence. */
const LONGEST_REFUSAL = 20_000

export interface FuzzResult {
  readonly calls: number
  readonly refused: number
  /** Broken invariants, each with the number of the call that showed it. */
  readonly faults: readonly string[]
}

/** @param calls number of calls; the same seed makes the same calls */
export async function fuzzCalls(calls: number, seed: number): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-fuzz-'))
  const path = join(folder, 'journal.sqlite')
  const db = openJournal(path)
  // No power cut is tested here, so the disk sync is skipped for speed.
  db.pragma('synchronous = off')
  const journal = createJournalStore(db)
  const rejections: string[] = []
  const noteRejection = (reason: unknown) => void rejections.push(describeError(reason))
  process.on('unhandledRejection', noteRejection)
  try {
    fill(journal)
    const result = await makeCalls(journal, path, calls, createRandom(seed))
    // unhandledRejection is emitted in a later turn of the event loop.
    await new Promise(setImmediate)
    return {
      ...result,
      faults: [...result.faults, ...rejections.map(reason => `unhandled rejection: ${reason}`)],
    }
  } finally {
    process.off('unhandledRejection', noteRejection)
    journal.close()
    rmSync(folder, { recursive: true })
  }
}

/** Fills the journal with three weeks of the demo: small enough that reading all rows takes 1 to 2 ms. */
function fill(journal: JournalStore): void {
  const { profile, shoes, entries, checkIns } = makeDemoJournal({
    lastDate: '2026-11-19',
    timeZone: clock.timeZone(),
    seed: DEMO_SEED,
    weeks: 3,
  })
  importJournal(journal, {
    format: 'unknot-journal',
    version: 2,
    profile,
    shoes: [...shoes],
    entries: entries.map(entry => ({ ...entry, deletedAt: null })),
    checkIns: checkIns.map(checkIn => ({ ...checkIn, checkedAt: now })),
    warnings: [],
    suggestionDecisions: [],
    experiments: [],
    suspects: [],
    shownCheckpoints: [],
    ownFactors: [],
    factorCheckIns: [],
    ownThings: [],
    sources: [],
    erasedKeys: [],
    coins: [],
  })
}

async function makeCalls(
  journal: JournalStore,
  path: string,
  calls: number,
  random: Random,
): Promise<FuzzResult> {
  const handlers: Partial<Handlers> = createRealHandlers(journal, {
    path,
    clock,
    findings: {
      findings: {
        firstDate: null,
        lastDate: null,
        trackedDays: 0,
        crampDays: 0,
        outcome: 'cramp-days',
        nextCheckpoint: '2026-12-01',
        findings: [],
      },
      medicines: [],
    },
    openHiddenWindow: () => openPrintedWindow(() => handlers),
  })
  const readRows = () => JSON.stringify(exportJournal(journal))
  const faults: string[] = []
  let refused = 0
  let rows = { revision: journal.getRevision(), text: readRows() }
  for (let index = 0; index < calls; index++) {
    const call = pick(random, callNames)
    const input = structuredClone(makeInput(call, random))
    const fail = (what: string) => void faults.push(`call ${index}, ${call}: ${what}`)
    const before = journal.getRevision()
    try {
      const reply = await answer(
        handlers,
        call,
        input,
        PAGE,
        run => run(),
        error => fail(`unforeseen: ${describeError(error)}`),
      )
      if (reply.ok) {
        const parsed = contract[call].output.safeParse(reply.value)
        if (!parsed.success) fail(`answers what the contract does not say: ${parsed.error.message}`)
      } else {
        refused++
        if (JSON.stringify(reply).length > LONGEST_REFUSAL) fail('a refusal that is too long')
        if (journal.getRevision() !== before) fail('a refused call changed the revision')
      }
    } catch (error) {
      fail(`the promise rejects: ${describeError(error)}`)
    }
    if (index % READ_EVERY !== 0) continue
    const revision = journal.getRevision()
    const text = readRows()
    if (revision === rows.revision && text !== rows.text) fail('rows changed, and the revision did not')
    rows = { revision, text }
  }
  return { calls, refused, faults }
}

const describeError = (error: unknown) =>
  error instanceof Error
    ? `${error.message}\n${error.stack?.split('\n').slice(1, 4).join('\n')}`
    : String(error)

/** Stub of the print window; its page reports at once that it is ready. */
function openPrintedWindow(getHandlers: () => Partial<Handlers>): BrowserWindow {
  queueMicrotask(() => void answer(getHandlers(), 'announceReportReady', {}, PRINT_PAGE))
  const webContents = Object.assign(new EventEmitter(), {
    id: PRINT_PAGE.pageId,
    printToPDF: async () => Buffer.from('%PDF'),
    print: (_options: unknown, done: (isPrinted: boolean, reason: string) => void) => done(true, ''),
  })
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => false,
    destroy: () => {},
  })
  return window as unknown as BrowserWindow
}

// ------------------------------------------------------------------------------------------ inputs

const spotsOf = new Map<Call, readonly Spot[]>(callNames.map(call => [call, listSpots(contract[call].input)]))

function makeInput(call: Call, random: Random): unknown {
  const isSlow = slowCalls.has(call) && random.nextInteger(SLOW_ONCE_IN) > 0
  const way = random.nextInteger(10)
  if (way === 0) return anyValue(random)
  if (way < 5 && !isSlow) return rightInput(call, random)
  const spots = spotsOf.get(call) ?? []
  if (spots.length > 0 && way < 9) {
    const spot = pick(random, spots)
    return spot.build(hostileAt(spot, random))
  }
  return spoil(rightInput(call, random), random)
}

/** Valid input of a call, mostly with ids that exist. */
function rightInput(call: Call, random: Random): unknown {
  const id = 1 + random.nextInteger(400)
  const ids = Array.from({ length: random.nextInteger(5) }, () => 1 + random.nextInteger(400))
  const draft = () => {
    const at = now - random.nextInteger(14 * 24 * 60) * 60_000
    return pick(random, [
      crampDraft({ at }),
      crampDraft({ at, sites: [], needsDetails: true, ongoing: true, durationSeconds: null }),
      fluidDraft({ at, volumeMl: 1 + random.nextInteger(5000) }),
      footwearDraft({ at, shoeId: 1 + random.nextInteger(5), takenOffAt: null }),
    ])
  }
  if (call === 'addEntry') return draft()
  if (call === 'changeEntry') return { id, draft: draft() }
  if (call === 'addShoe') return shoeDraft()
  if (call === 'addOwnFactor') return { name: 'Stress' }
  const sample = sampleOf(contract[call].input) as Record<string, unknown>
  return { ...sample, ...('id' in sample && { id }), ...('ids' in sample && { ids }) }
}

/** Mutation at the top level: another value, an extra key or a missing one. */
function spoil(input: unknown, random: Random): unknown {
  if (typeof input !== 'object' || input === null) return input
  const key = pick(random, [...Object.keys(input), 'surplus', '__proto__', 'constructor'])
  const { [key as never]: _gone, ...rest } = input
  return random.nextInteger(3) === 0 ? rest : { ...rest, [key]: anyValue(random) }
}
