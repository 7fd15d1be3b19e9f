/** A copy of the whole journal in a file of its own: what it is called, and what can be told of it. */
import { z } from 'zod'
import { type EntryKind, entryKinds } from '../kinds/entry.ts'
import { MAX_FILE_NAME_LENGTH } from '../kinds/limits.ts'
import { calendarDateField, instantField } from '../kinds/schemas.ts'
import { calendarDate, type Moment } from '../time/moment.ts'
import { clockTime, momentAtOffset } from '../time/time-zone.ts'

/** Why a copy was made. The last three are safety copies: they hold what a big change was about to replace. */
export const backupReasons = [
  'daily',
  'by-hand',
  'before-migration',
  'before-restore',
  'before-import',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** Where a copy lies: beside the journal, or in the folder of the person's choice. */
const backupPlaces = ['standard', 'own'] as const
export type BackupPlace = (typeof backupPlaces)[number]

export interface BackupName {
  /** When the copy was made, and where the clocks stood. */
  readonly moment: Moment
  readonly reason: BackupReason
  /** In a folder that several computers may share: which of them brought it there. Null beside the journal. */
  readonly origin: string | null
}

/** What tells the copies of one installation from those of another. */
export const backupOrigin = z.string().regex(/^[0-9a-f]{8}$/)

/**
 * The name of a copy's file, which carries all that the list needs to know of it without opening it:
 * `unknot-2026-11-20T14-05-12+0100-daily.sqlite`, and in the folder of the person's choice
 * `unknot-2026-11-20T14-05-12+0100-daily-1f0a2b3c.sqlite`.
 */
export function formatBackupName({ moment, reason, origin }: BackupName): string {
  // Before 1970 as well, for a clock that was wrong.
  const seconds = String(((Math.floor(moment.at / 1000) % 60) + 60) % 60).padStart(2, '0')
  const time = `${clockTime(moment).replace(':', '-')}-${seconds}${formatOffset(moment.offsetMinutes)}`
  const words = [reason, ...(origin === null ? [] : [origin])]
  return `unknot-${calendarDate(moment)}T${time}-${words.join('-')}.sqlite`
}

function formatOffset(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes)
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0')
  return `${offsetMinutes < 0 ? '-' : '+'}${hour}${String(minutes % 60).padStart(2, '0')}`
}

const NAME =
  /^unknot-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)([+-])(\d\d)(\d\d)-([a-z-]+?)(?:-([0-9a-f]{8}))?\.sqlite$/

/** What a file's name says; null when it is not the name of a copy. */
export function parseBackupName(name: string): BackupName | null {
  const parts = NAME.exec(name) ?? []
  const [, date = '', hour, minute, second, sign, offsetHours, offsetRest, word, origin = null] = parts
  const reason = backupReasons.find(known => known === word)
  if (reason === undefined || !calendarDateField.safeParse(date).success) return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const offset = Number(offsetHours) * 60 + Number(offsetRest)
  const moment = momentAtOffset(date, `${hour}:${minute}:${second}`, sign === '-' ? -offset : offset)
  return { moment, reason, origin }
}

/** Why a copy cannot be restored. */
export const backupProblems = [
  'damaged',
  'changed',
  'newer',
  'foreign',
  'unreadable',
  'text',
  'empty',
] as const
export type BackupProblem = (typeof backupProblems)[number]

/** Names a file in one of the two folders, or the file that the person has chosen last. */
export const backupRef = z.strictObject({
  place: z.enum([...backupPlaces, 'chosen']),
  name: z
    .string()
    .max(MAX_FILE_NAME_LENGTH, 'This is not the name of a file.')
    .regex(/^[^/\\]+$/, 'This is not the name of a file.'),
})
export type BackupRef = z.infer<typeof backupRef>

const backup = z.strictObject({
  place: z.enum(backupPlaces),
  name: z.string(),
  reason: z.enum(backupReasons),
  at: instantField,
  offsetMinutes: z.int(),
  /** Whether this journal's copies are pruned and erased with it: not what another installation brought to the folder. */
  isOurs: z.boolean(),
  sizeBytes: z.int(),
  /** How many entries it holds, without the trash; null when it cannot be read. */
  entryCount: z.int().nullable(),
  problem: z.enum(backupProblems).nullable(),
})
export type Backup = z.infer<typeof backup>

/** The folder of the person's own choice. */
const ownBackupFolder = z.strictObject({
  path: z.string(),
  /** A sentence, when the last copy did not get there. */
  problem: z.string().nullable(),
})

export const backupList = z.strictObject({
  /** Where copies always are. */
  standardFolder: z.string(),
  ownFolder: ownBackupFolder.nullable(),
  /** A sentence, when the last automatic backup could not be made. */
  problem: z.string().nullable(),
  /** Newest first; what is dated later than now, by a clock that was wrong, comes last. */
  backups: z.array(backup),
})
export type BackupList = z.infer<typeof backupList>

const counts = z.record(z.enum(entryKinds), z.int())
export type KindCounts = Record<EntryKind, number>

/** What a journal holds, for comparing one with another. The trash does not count. */
const holding = z.strictObject({
  counts,
  firstDate: calendarDateField.nullable(),
  lastDate: calendarDateField.nullable(),
})
export type Holding = z.infer<typeof holding>

/** What restoring a copy would do. */
export const backupPreview = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('sound'),
    backup: holding,
    /** What the journal holds now; null when it cannot be opened. */
    now: holding.nullable(),
    /** How many entries stand in the journal now and not, or not so, in the copy. */
    onlyNow: z.int().nullable(),
  }),
  z.strictObject({ state: z.literal('refused'), problem: z.enum(backupProblems), detail: z.string() }),
  /** It is locked with a passphrase, and the one given is missing or wrong. */
  z.strictObject({ state: z.literal('locked'), message: z.string().nullable() }),
])
export type BackupPreview = z.infer<typeof backupPreview>
