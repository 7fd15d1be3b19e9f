/** Situations that no test of a single part meets, each played many times over the real handlers, with random details. */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { JournalRefused } from '../../main/store/journal-refused.ts'
import { judgeFile } from '../../main/store/judge.ts'
import type { Entry, EntryDraft } from '../../shared/kinds/entry.ts'
import type { Random } from '../../shared/statistics/random.ts'
import type { Clock } from '../../shared/time/clock.ts'
import { MS_PER_DAY, MS_PER_MINUTE } from '../../shared/time/moment.ts'
import { momentAt, momentOfInstant } from '../../shared/time/time-zone.ts'
import { openTriedProgram, type TriedProgram } from '../full-disk/program.ts'
import { crampDraft, fluidDraft } from '../shared/kinds/drafts.ts'

export interface Situation {
  readonly name: string
  /** Steps of one run, in the words of the table. */
  readonly done: string
  /** Number of runs of the long form. */
  readonly runs: number
  /** Plays the situation once in an empty folder. @returns what was checked, and what went wrong */
  readonly play: (folder: string, random: Random) => Promise<Outcome>
}

interface Outcome {
  /** Acknowledged changes that were found again. */
  readonly kept: number
  /** Changes that were refused with a sentence; none by default. */
  readonly refused?: number
  readonly faults: readonly string[]
}

const ZONE = 'Europe/Berlin'

interface SetClock extends Clock {
  pass(ms: number): void
}

function createSetClock(): SetClock {
  let { at } = momentAt('2026-11-20', '14:00', ZONE)
  return {
    now: () => at,
    timeZone: () => ZONE,
    pass: ms => {
      at += ms
    },
  }
}

const nowOf = (clock: Clock) => momentOfInstant(clock.now(), ZONE)

/** Cramp whose clock runs since now, as the page stores it. */
const running = (clock: Clock) =>
  crampDraft({ ...nowOf(clock), ongoing: true, durationSeconds: null, needsDetails: true, relief: [] })

async function add(program: TriedProgram, draft: EntryDraft): Promise<Entry> {
  const reply = await program.call('addEntry', draft)
  if (!reply.ok) throw new Error(`not stored: ${reply.failure.message}`)
  return reply.value
}

/** Entries that are missing from the journal, or stored at another time. */
function findLost(program: TriedProgram, entries: readonly Entry[]): string[] {
  const journal = program.getJournal()
  if (journal instanceof JournalRefused) return [`the journal does not open: ${journal.message}`]
  return entries.flatMap(({ id, at }) => (journal.entries.get(id)?.at === at ? [] : [`entry ${id} is lost`]))
}

/** The clock is set back by a day while a cramp runs, and put right again later. */
async function setClockBack(folder: string, random: Random): Promise<Outcome> {
  const clock = createSetClock()
  const program = openTriedProgram(folder, { clock })
  const faults: string[] = []
  const entries: Entry[] = []
  const drink = async () =>
    entries.push(await add(program, fluidDraft({ ...nowOf(clock), volumeMl: 1 + random.nextInteger(500) })))
  try {
    for (let count = 1 + random.nextInteger(5); count > 0; count--) {
      await drink()
      clock.pass(random.nextInteger(60) * MS_PER_MINUTE)
    }
    const begun = await add(program, running(clock))
    entries.push(begun)
    await program.backUpDaily()
    clock.pass(random.nextInteger(10) * MS_PER_MINUTE)
    clock.pass(-MS_PER_DAY)
    await drink()
    const now = await program.call('getNow', {})
    if (!now.ok || now.value.ongoing?.id !== begun.id) faults.push('the cramp is no longer running')
    // The page stores no duration for a cramp that began later than now.
    const ended = await program.call('changeEntry', {
      id: begun.id,
      draft: { ...running(clock), at: begun.at, ongoing: false },
    })
    if (!ended.ok) faults.push(`the cramp cannot be ended: ${ended.failure.message}`)
    await program.backUpDaily()
    clock.pass(MS_PER_DAY)
    await drink()
    await program.backUpDaily()
    const list = await program.call('listBackups', {})
    if (!list.ok || list.value.problem !== null || list.value.backups.some(({ problem }) => problem !== null))
      faults.push('a backup failed')
    faults.push(...findLost(program, entries))
  } finally {
    program.close()
  }
  judgeFile(join(folder, 'journal.sqlite'))
  return { kept: entries.length, faults }
}

/** The computer sleeps while a cramp runs: no timer runs, and the clock goes on. */
async function sleepDuringCramp(folder: string, random: Random): Promise<Outcome> {
  const clock = createSetClock()
  const program = openTriedProgram(folder, { clock })
  const faults: string[] = []
  try {
    const begun = await add(program, running(clock))
    const sleptMs = (1 + random.nextInteger(36 * 60)) * MS_PER_MINUTE
    clock.pass(sleptMs)
    program.reviewWarnings()
    const now = await program.call('getNow', {})
    if (!now.ok || now.value.ongoing?.id !== begun.id) faults.push('the cramp is no longer running')
    else if (sleptMs > 15 * MS_PER_MINUTE && now.value.warnings.length === 0)
      faults.push('no card says that the cramp is long')
    const durationSeconds = sleptMs > MS_PER_DAY ? null : sleptMs / 1000
    const ended = await program.call('changeEntry', {
      id: begun.id,
      draft: { ...running(clock), at: begun.at, durationSeconds, ongoing: false },
    })
    if (!ended.ok) faults.push(`the cramp cannot be ended: ${ended.failure.message}`)
    faults.push(...findLost(program, [begun]))
  } finally {
    program.close()
  }
  return { kept: 2, faults }
}

/** Entries that each of two copies of the program writes. */
const ENTRIES_OF_A_COPY = 100

/** Two copies of the program write into one journal at the same time. */
async function runTwoCopies(folder: string): Promise<Outcome> {
  openTriedProgram(folder).close()
  const write = (name: string) =>
    new Promise<string[]>((resolve, reject) => {
      const script = join(import.meta.dirname, 'copy.ts')
      const copy = spawn(process.execPath, [script, folder, name, String(ENTRIES_OF_A_COPY)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let output = ''
      copy.stdout.on('data', (data: Buffer) => {
        output += data.toString()
      })
      copy.on('error', reject)
      copy.on('close', code =>
        code === 0
          ? resolve(output.split('\n').filter(Boolean))
          : reject(new Error(`copy ended with ${code}`)),
      )
    })
  const acknowledged = (await Promise.all([write('a'), write('b')])).flat()
  judgeFile(join(folder, 'journal.sqlite'))
  const program = openTriedProgram(folder)
  try {
    const journal = program.getJournal()
    if (journal instanceof JournalRefused) return { kept: 0, faults: [journal.message] }
    const notes = new Set(journal.entries.listArchived().map(({ note }) => note))
    const lost = acknowledged.filter(note => !notes.has(note))
    return {
      kept: acknowledged.length - lost.length,
      // On a busy machine one copy can hold the lock for longer than the other waits.
      refused: 2 * ENTRIES_OF_A_COPY - acknowledged.length,
      faults: lost.map(note => `entry ${note} is lost`),
    }
  } finally {
    program.close()
  }
}

/** The person's own backup folder vanishes, as a drive that is pulled out, and comes back. */
async function loseBackupFolder(folder: string, random: Random): Promise<Outcome> {
  const data = join(folder, 'data')
  const own = join(folder, 'drive')
  const pulled = join(folder, 'pulled out')
  mkdirSync(data)
  mkdirSync(own)
  const clock = createSetClock()
  const program = openTriedProgram(data, { clock })
  const faults: string[] = []
  let kept = 0
  const backUp = async (isThere: boolean) => {
    await add(program, fluidDraft(nowOf(clock)))
    clock.pass((1 + random.nextInteger(300)) * MS_PER_MINUTE)
    const list = await program.call('backUpNow', {})
    if (!list.ok) return void faults.push(`no backup: ${list.failure.message}`)
    kept++
    const { backups, ownFolder } = list.value
    if (backups[0]?.problem !== null) faults.push('the backup next to the journal is not sound')
    if ((ownFolder?.problem === null) !== isThere)
      faults.push(isThere ? 'the folder is not found again' : 'nothing says that the folder is gone')
  }
  try {
    program.choose(own)
    await program.call('chooseBackupFolder', {})
    await backUp(true)
    renameSync(own, pulled)
    for (let count = 1 + random.nextInteger(3); count > 0; count--) await backUp(false)
    renameSync(pulled, own)
    await backUp(true)
    // The newest of those made meanwhile is brought.
    const brought = readdirSync(own).filter(name => name.endsWith('.sqlite')).length
    if (brought !== 2) faults.push(`${brought} backups are in the folder, and not the first and the newest`)
  } finally {
    program.close()
  }
  return { kept, faults }
}

export const situations: readonly Situation[] = [
  {
    name: 'clock',
    done: 'The clock jumps back a day while a cramp runs. Entries, the end of the cramp and backups before, during and after.',
    runs: 100,
    play: setClockBack,
  },
  {
    name: 'sleep',
    done: 'The computer sleeps for 1 minute to 36 hours while a cramp runs. Then the cramp is ended.',
    runs: 100,
    play: sleepDuringCramp,
  },
  {
    name: 'copies',
    done: `Two copies of the program write ${ENTRIES_OF_A_COPY} entries each into one journal, at the same time.`,
    runs: 20,
    play: runTwoCopies,
  },
  {
    name: 'folder',
    done: 'The folder for a second copy of the backups vanishes, backups are made, and it comes back.',
    runs: 50,
    play: loseBackupFolder,
  },
]
