/** Rounds of torture: a victim is killed at a random moment, and what it leaves is held against what it told. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { getBackupFolder, judgeFile, openJournal } from '../../main/journal/open.ts'
import { createRandom } from '../../shared/statistics/random.ts'
import { applyChange, type Contents, followStory, holdsAll, isSame, type Told } from './story.ts'

export interface Outcome {
  readonly kills: number
  /** Entries, changes, imports and restores that had been acknowledged before a kill. */
  readonly acknowledged: number
  /** Kills in the middle of a change of each kind; `backup` and `migration` when one was under way. */
  readonly inTheMiddleOf: Readonly<Record<string, number>>
  /** What was lost or spoiled, in words; there should be none. */
  readonly losses: readonly string[]
}

/** After so many kills the next victim begins with an empty folder, so that the journal does not only grow. */
const KILLS_PER_FOLDER = 20
const LONGEST_LIFE_MS = 500

export async function torture(
  kills: number,
  seed: number,
  onKill: (done: number) => void = () => {},
): Promise<Outcome> {
  const random = createRandom(seed)
  const inTheMiddleOf: Record<string, number> = {}
  const losses: string[] = []
  let acknowledged = 0
  let folder = ''
  let contents: Contents = new Map()
  for (let kill = 0; kill < kills; kill++) {
    if (kill % KILLS_PER_FOLDER === 0) {
      if (folder !== '') rmSync(folder, { recursive: true })
      folder = mkdtempSync(join(tmpdir(), 'unknot-torture-'))
      contents = new Map()
    }
    const told = await liveAndDie(folder, seed * 100_000 + kill, random.nextUniform() * LONGEST_LIFE_MS)
    acknowledged += told.filter(({ what }) => what === 'done').length
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

/** Starts a victim, and kills it so long after it is ready. @returns what it told until then */
async function liveAndDie(folder: string, seed: number, lifeMs: number): Promise<Told[]> {
  const script = join(import.meta.dirname, 'victim.ts')
  const victim = spawn(process.execPath, [script, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  const ready = new Promise<void>((resolve, reject) => {
    victim.stdout.on('data', (data: Buffer) => {
      text += data.toString()
      if (text.includes('\n')) resolve()
    })
    victim.on('exit', code => reject(new Error(`the victim ended by itself, with ${code}`)))
  })
  const closed = new Promise(resolve => victim.on('close', resolve))
  await ready
  await wait(lifeMs)
  if (victim.exitCode !== null) throw new Error(`the victim ended by itself, with ${victim.exitCode}`)
  victim.kill('SIGKILL')
  await closed
  // What stands after the last line break was not told to the end.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line): Told => JSON.parse(line))
}

function describeLast(told: readonly Told[]): string {
  const last = told.findLast(({ what }) => what !== 'ready')
  if (last?.what === 'begin')
    return last.change.kind === 'put' && last.change.entries.length > 1 ? 'import' : last.change.kind
  if (last?.what === 'migration-begin') return 'migration'
  const backups = told.filter(({ what }) => what === 'backup-begin').length
  return backups > told.filter(({ what }) => what === 'backup-done').length ? 'backup' : 'something between'
}

/** Opens what is left as the program would, and compares. */
function judge(
  folder: string,
  before: Contents,
  told: readonly Told[],
): { contents: Contents; losses: string[] } {
  const path = join(folder, 'journal.sqlite')
  const backupFolder = getBackupFolder(path)
  const readBackup = (name: string) => readContents(join(backupFolder, name))
  const readRestored = (kept: string) => readContents(join(folder, kept))
  const story = followStory(before, told, readRestored)
  const losses: string[] = []
  const attempt = <T>(what: string, look: () => T): T | undefined => {
    try {
      return look()
    } catch (error) {
      losses.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }
  const found = attempt('the journal does not open', () => {
    openJournal(path).close()
    return readContents(path)
  })
  if (found !== undefined) {
    const mayBe =
      story.pending === null ? story.certain : applyChange(story.certain, story.pending, readRestored)
    if (!isSame(found, story.certain) && !isSame(found, mayBe))
      losses.push(
        `the journal holds ${found.size} entries, and not the ${story.certain.size} acknowledged ones`,
      )
  }
  for (const name of existsSync(backupFolder)
    ? readdirSync(backupFolder).filter(file => file.endsWith('.sqlite'))
    : [])
    attempt(`the backup ${name} is not sound`, () => judgeFile(join(backupFolder, name)))
  for (const [name, then] of story.backups) {
    // What was removed since may be missing in a backup that began before; then it is not held against it.
    const kept = new Map(
      [...then].filter(([note]) => story.certain.has(note) && !wasChangedLater(told, note)),
    )
    const held = existsSync(join(backupFolder, name))
      ? attempt(`the backup ${name}`, () => readBackup(name))
      : undefined
    if (held !== undefined && !holdsAll(held, kept))
      losses.push(`the backup ${name} lacks what was acknowledged before it`)
  }
  for (const [name, notes] of story.migrations)
    attempt(`the migrated journal ${name}`, () => {
      const old = join(folder, name, 'journal.sqlite')
      openJournal(old).close()
      const held = readContents(old)
      if (!notes.every(note => held.has(note))) throw new Error('it has lost rows')
    })
  return { contents: found ?? new Map(), losses }
}

const wasChangedLater = (told: readonly Told[], note: string) =>
  told.some(
    line =>
      line.what === 'begin' &&
      (line.change.kind === 'restore' ||
        (line.change.kind === 'put' && line.change.entries.some(([changed]) => changed === note)) ||
        (line.change.kind === 'remove' && line.change.note === note)),
  )

/** Past the program's own statements, so that it need not be taken at its word. */
function readContents(path: string): Contents {
  const db = new Sqlite(path, { readonly: true })
  try {
    const rows = db
      .prepare<[], { note: string; volumeMl: number }>(
        'select note, volume_ml as volumeMl from entry join fluid on entry_id = id where deleted_at is null',
      )
      .all()
    return new Map(rows.map(({ note, volumeMl }) => [note, volumeMl]))
  } finally {
    db.close()
  }
}
