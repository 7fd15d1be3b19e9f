/** Backup: a copy of the whole journal in a file of its own. Its file name, and its description for the page. */
import { z } from 'zod'
import { type EntryKind, entryKinds } from '../kinds/entry.ts'
import { MAX_FILE_NAME_LENGTH } from '../kinds/limits.ts'
import { calendarDateField, instantField } from '../kinds/schemas.ts'
import { calendarDate, type Moment } from '../time/moment.ts'
import { clockTime, momentAtOffset } from '../time/time-zone.ts'
import { fileToken } from './file-token.ts'

/** Reason for a copy. The last three are safety copies, made before a change that replaces the journal. */
export const backupReasons = [
  'daily',
  'by-hand',
  'before-migration',
  'before-restore',
  'before-import',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** Folder of a copy: next to the journal, or chosen by the person. */
const backupPlaces = ['standard', 'own'] as const
export type BackupPlace = (typeof backupPlaces)[number]

export interface BackupName {
  /** Time of the copy, with the offset from UTC. */
  readonly moment: Moment
  readonly reason: BackupReason
  /** Installation that made the copy, in a folder that several computers may share; null next to the journal. */
  readonly origin: string | null
}

/** Id of an installation, 8 hexadecimal digits. */
export const backupOrigin = z.string().regex(/^[0-9a-f]{8}$/)

/**
 * Name of a copy's file. It carries everything that the list shows without opening the file:
 * `unknot-2026-11-20T14-05-12+0100-daily.sqlite`, and in a chosen folder
 * `unknot-2026-11-20T14-05-12+0100-daily-1f0a2b3c.sqlite`.
 */
export function formatBackupName({ moment, reason, origin }: BackupName): string {
  // Modulo that stays positive before 1970, for a wrong clock.
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

/** Parts of a file name; null if it is not the name of a copy. */
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

/** Reasons why a copy cannot be restored. */
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

/** Reference to a copy in one of the two folders by its name, or to a file that the person chose by its token. */
export const backupRef = z.discriminatedUnion('place', [
  z.strictObject({
    place: z.enum(backupPlaces),
    name: z
      .string()
      .max(MAX_FILE_NAME_LENGTH, 'This is not the name of a backup.')
      .regex(NAME, 'This is not the name of a backup.'),
  }),
  z.strictObject({ place: z.literal('chosen'), file: fileToken }),
])
export type BackupRef = z.infer<typeof backupRef>

const backup = z.strictObject({
  place: z.enum(backupPlaces),
  name: z.string(),
  reason: z.enum(backupReasons),
  at: instantField,
  offsetMinutes: z.int(),
  /** True if the copy is pruned and erased with this journal; false for one of another installation in a shared folder. */
  isOurs: z.boolean(),
  sizeBytes: z.int(),
  /** Number of entries without the trash; null if the copy cannot be read. */
  entryCount: z.int().nullable(),
  problem: z.enum(backupProblems).nullable(),
})
export type Backup = z.infer<typeof backup>

/** Folder chosen by the person. */
const ownBackupFolder = z.strictObject({
  path: z.string(),
  /** Sentence about the last copy, if it did not reach the folder. */
  problem: z.string().nullable(),
})

export const backupList = z.strictObject({
  /** Path of the folder next to the journal. */
  standardFolder: z.string(),
  ownFolder: ownBackupFolder.nullable(),
  /** Sentence about the last automatic backup, if it failed. */
  problem: z.string().nullable(),
  /** Newest first; copies dated after now, by a wrong clock, come last. */
  backups: z.array(backup),
})
export type BackupList = z.infer<typeof backupList>

const counts = z.record(z.enum(entryKinds), z.int())
export type KindCounts = Record<EntryKind, number>

/** Contents of a journal, for comparing it with a copy. Without the trash. */
const holding = z.strictObject({
  counts,
  firstDate: calendarDateField.nullable(),
  lastDate: calendarDateField.nullable(),
})
export type Holding = z.infer<typeof holding>

/** Effects of restoring a copy, computed without restoring it. */
export const backupPreview = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('sound'),
    backup: holding,
    /** Contents of the journal at present; null if it cannot be opened. */
    now: holding.nullable(),
    /** Number of entries that would be lost or changed: in the journal, but missing or different in the copy. Null if unknown. */
    onlyNow: z.int().nullable(),
  }),
  z.strictObject({ state: z.literal('refused'), problem: z.enum(backupProblems), detail: z.string() }),
  /** Locked with a passphrase, and the given one is missing or wrong. */
  z.strictObject({ state: z.literal('locked'), message: z.string().nullable() }),
])
export type BackupPreview = z.infer<typeof backupPreview>
