/** Crash test in rounds: a victim process is killed with SIGKILL at a random moment, and its files are verified. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '../../shared/statistics/random.ts'
import { statedTime } from '../e2e/surroundings.ts'
import { type Contents, type Operation, operations, type VictimEvent } from './expected-state.ts'
import { verify } from './verify.ts'

export interface Outcome {
  readonly kills: number
  /** Number of entries, changes, imports, restores and erasures acknowledged before a kill. */
  readonly acknowledged: number
  /** Number of kills during each operation, and between operations. */
  readonly inTheMiddleOf: Readonly<Record<string, number>>
  /** Descriptions of lost or corrupted data; empty when the test passes. */
  readonly losses: readonly string[]
}

/** Kills before a new empty folder, which bounds the size of the journal. */
const KILLS_PER_FOLDER = 20
/** Lifetime limit, in ms, of a victim that does not reach its operation. */
const MAX_LIFETIME_MS = 10_000
/** The kill hits the 1st, 2nd or 3rd run of the operation, at random. */
const MAX_TIMES = 3
/** Assumed duration of an operation before one was measured, in ms. */
const ASSUMED_DURATION_MS = 40
/** Kill delay as a multiple of the operation's duration; above 1, so that the moment just after its end is hit as well. */
const KILL_DELAY_FACTOR = 1.1

export async function torture(
  kills: number,
  seed: number,
  onKill: (done: number) => void = () => {},
): Promise<Outcome> {
  const random = createRandom(seed)
  const inTheMiddleOf: Record<string, number> = {}
  const losses: string[] = []
  const tookMs = new Map<Operation, number>()
  let acknowledged = 0
  let folder = ''
  let contents: Contents = new Map()
  for (let kill = 0; kill < kills; kill++) {
    if (kill % KILLS_PER_FOLDER === 0) {
      if (folder !== '') rmSync(folder, { recursive: true })
      folder = mkdtempSync(join(tmpdir(), 'unknot-torture-'))
      contents = new Map()
    }
    // Round robin: each operation is hit equally often.
    const operation = operations[kill % operations.length] ?? 'write'
    const events = await runAndKill(folder, seed * 100_000 + kill, {
      operation,
      times: 1 + random.nextInteger(MAX_TIMES),
      afterMs: random.nextUniform() * KILL_DELAY_FACTOR * (tookMs.get(operation) ?? ASSUMED_DURATION_MS),
    })
    for (const line of events) if (line.what === 'operation-done') tookMs.set(line.operation, line.ms)
    acknowledged += events.filter(({ what }) => what === 'done' || what === 'swapped').length
    const cause = describeLast(events)
    inTheMiddleOf[cause] = (inTheMiddleOf[cause] ?? 0) + 1
    const verification = verify(folder, contents, events)
    losses.push(...verification.losses.map(loss => `kill ${kill + 1}, in the middle of ${cause}: ${loss}`))
    contents = verification.contents
    onKill(kill + 1)
  }
  if (folder !== '') rmSync(folder, { recursive: true })
  return { kills, acknowledged, inTheMiddleOf, losses }
}

/** Moment of a kill: `afterMs` after the start of the `times`-th run of the operation. */
interface Moment {
  readonly operation: Operation
  readonly times: number
  readonly afterMs: number
}

/** Starts a victim and kills it. @returns the events it reported before */
function runAndKill(
  folder: string,
  seed: number,
  { operation, times, afterMs }: Moment,
): Promise<VictimEvent[]> {
  const script = join(import.meta.dirname, 'victim.ts')
  const victim = spawn(process.execPath, [script, folder, String(seed), operation, ...statedTime()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const events: VictimEvent[] = []
  /** Incomplete last line of the output. */
  let rest = ''
  let timesBegun = 0
  const kill = () => void victim.kill('SIGKILL')
  const longest = setTimeout(kill, MAX_LIFETIME_MS)
  victim.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      const line: VictimEvent = JSON.parse(text)
      events.push(line)
      if (line.what === 'operation' && line.operation === operation && ++timesBegun === times)
        setTimeout(kill, afterMs)
    }
  })
  return new Promise((resolve, reject) => {
    victim.on('close', (code, signal) => {
      clearTimeout(longest)
      if (signal === 'SIGKILL') resolve(events)
      else reject(new Error(`the victim ended by itself, with ${code ?? signal}`))
    })
  })
}

function describeLast(events: readonly VictimEvent[]): string {
  const last = events.findLast(({ what }) => what === 'operation' || what === 'operation-done')
  return last?.what === 'operation' ? last.operation : 'something between'
}
