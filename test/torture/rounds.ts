/** Rounds of torture: a victim is killed at a random moment, and what it leaves is held against what it told. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '../../shared/statistics/random.ts'
import { statedTime } from '../e2e/surroundings.ts'
import { judge } from './judge.ts'
import { type Contents, type Deed, deeds, type Told } from './story.ts'

export interface Outcome {
  readonly kills: number
  /** Entries, changes, imports, restores and erasures that had been acknowledged before a kill. */
  readonly acknowledged: number
  /** Kills in the middle of each deed, and of nothing in particular. */
  readonly inTheMiddleOf: Readonly<Record<string, number>>
  /** What was lost or spoiled, in words; there should be none. */
  readonly losses: readonly string[]
}

/** After so many kills the next victim begins with an empty folder, so that the journal does not only grow. */
const KILLS_PER_FOLDER = 20
/** Of one that does not come to what it shall be killed in. */
const LONGEST_LIFE_MS = 10_000
/** The first, second or third time that it does what it shall be killed in. */
const MOST_TIMES = 3
/** How long a deed takes until one has been seen. */
const FIRST_GUESS_MS = 40
/** What is told takes its time to be heard, and a kill to be carried out: now and then the moment is just past the end. */
const AIMED_BEYOND = 1.1

export async function torture(
  kills: number,
  seed: number,
  onKill: (done: number) => void = () => {},
): Promise<Outcome> {
  const random = createRandom(seed)
  const inTheMiddleOf: Record<string, number> = {}
  const losses: string[] = []
  const tookMs = new Map<Deed, number>()
  let acknowledged = 0
  let folder = ''
  let contents: Contents = new Map()
  for (let kill = 0; kill < kills; kill++) {
    if (kill % KILLS_PER_FOLDER === 0) {
      if (folder !== '') rmSync(folder, { recursive: true })
      folder = mkdtempSync(join(tmpdir(), 'unknot-torture-'))
      contents = new Map()
    }
    // In turn, so that each is hit as often as the others.
    const deed = deeds[kill % deeds.length] ?? 'write'
    const told = await liveAndDie(folder, seed * 100_000 + kill, {
      deed,
      times: 1 + random.nextInteger(MOST_TIMES),
      afterMs: random.nextUniform() * AIMED_BEYOND * (tookMs.get(deed) ?? FIRST_GUESS_MS),
    })
    for (const line of told) if (line.what === 'deed-done') tookMs.set(line.deed, line.ms)
    acknowledged += told.filter(({ what }) => what === 'done' || what === 'swapped').length
    const cause = describeLast(told)
    inTheMiddleOf[cause] = (inTheMiddleOf[cause] ?? 0) + 1
    const judged = judge(folder, contents, told)
    losses.push(...judged.losses.map(loss => `kill ${kill + 1}, in the middle of ${cause}: ${loss}`))
    contents = judged.contents
    onKill(kill + 1)
  }
  if (folder !== '') rmSync(folder, { recursive: true })
  return { kills, acknowledged, inTheMiddleOf, losses }
}

/** When a victim is killed: so long after it has begun a deed for so many times. */
interface Moment {
  readonly deed: Deed
  readonly times: number
  readonly afterMs: number
}

/** Starts a victim, and kills it. @returns what it told until then */
function liveAndDie(folder: string, seed: number, { deed, times, afterMs }: Moment): Promise<Told[]> {
  const script = join(import.meta.dirname, 'victim.ts')
  const victim = spawn(process.execPath, [script, folder, String(seed), deed, ...statedTime()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const told: Told[] = []
  /** What has not been told to the end. */
  let rest = ''
  let timesBegun = 0
  const kill = () => void victim.kill('SIGKILL')
  const longest = setTimeout(kill, LONGEST_LIFE_MS)
  victim.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      const line: Told = JSON.parse(text)
      told.push(line)
      if (line.what === 'deed' && line.deed === deed && ++timesBegun === times) setTimeout(kill, afterMs)
    }
  })
  return new Promise((resolve, reject) => {
    victim.on('close', (code, signal) => {
      clearTimeout(longest)
      if (signal === 'SIGKILL') resolve(told)
      else reject(new Error(`the victim ended by itself, with ${code ?? signal}`))
    })
  })
}

function describeLast(told: readonly Told[]): string {
  const last = told.findLast(({ what }) => what === 'deed' || what === 'deed-done')
  return last?.what === 'deed' ? last.deed : 'something between'
}
