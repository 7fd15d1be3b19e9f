/** The files of an import, read as far as they make sense: what cannot be a journal is told before all of it is read. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { checkJournalFile, type JournalFile } from '../../shared/journal/journal-file.ts'
import type { CsvAnswers, ImportPreview, ImportProblem } from '../../shared/keeping/import-plan.ts'
import type { Moment } from '../../shared/time/moment.ts'
import { describeFileError } from '../report/files.ts'
import { readCsvFiles } from './read-csv.ts'
import { isSealed, SealBroken, unseal } from './seal.ts'

export interface ReadOrder {
  readonly paths: readonly string[]
  readonly passphrase: string | null
  readonly answers: CsvAnswers
  readonly now: Moment
  /** Of rows that do not say in which offset their time is. */
  readonly timeZone: string
}

type NotRead = Exclude<ImportPreview, { state: 'ready' | 'cancelled' }>

/** What is in the files, or why it is not known. */
export type JournalRead =
  | {
      readonly state: 'read'
      readonly file: JournalFile
      /** Whether the files tell of the person. */
      readonly hasProfile: boolean
      /** Where in the files something stands that is at `path` of the whole: a line of a table, or the path itself. */
      readonly placeOf: (path: string) => string
    }
  | NotRead

/** The same, with what stands for the bytes that were read. */
export type ReadImport = (Extract<JournalRead, { state: 'read' }> & { readonly digest: string }) | NotRead

/** Ten times what the keenest person writes down in a life. */
const MOST_BYTES = 256 * 1024 * 1024
/** By so much of its beginning a file is judged. */
const LOOKED_AT_BYTES = 65_536
export const PROBLEMS_TOLD = 200

export const refuse = (
  ...problems: readonly ImportProblem[]
): Extract<ImportPreview, { state: 'refused' }> => ({
  state: 'refused',
  problems: problems.slice(0, PROBLEMS_TOLD),
  problemCount: problems.length,
})

export function readImport({ paths, passphrase, answers, now, timeZone }: ReadOrder): ReadImport {
  if (paths.length === 0) return refuse({ place: '', message: 'Choose a file first.' })
  const objections = paths.flatMap(path => findObjection(path) ?? [])
  if (objections.length > 0) return refuse(...objections)
  try {
    const digest = createHash('sha256')
    const texts: { name: string; text: string }[] = []
    for (const path of paths) {
      const bytes = readBytes(path, passphrase)
      if (bytes === null) return { state: 'locked', message: null }
      digest.update(bytes)
      const text = decode(bytes)
      if (text === null)
        return refuse({
          place: basename(path),
          message: 'This is not text in UTF-8. Save it as UTF-8 and try again.',
        })
      texts.push({ name: basename(path), text })
    }
    const [first] = texts
    const read =
      texts.length === 1 && first?.text.trimStart().startsWith('{')
        ? readJson(first.text, now)
        : readCsvFiles(texts, { answers, now, timeZone })
    return read.state === 'read' ? { ...read, digest: digest.digest('hex') } : read
  } catch (error) {
    if (error instanceof SealBroken && error.reason === 'passphrase')
      return { state: 'locked', message: error.message }
    const message = error instanceof SealBroken ? error.message : describeFileError(error)
    return refuse({ place: paths.map(path => basename(path)).join(', '), message })
  }
}

function readJson(text: string, now: Moment): JournalRead {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return refuse({ place: '', message: `This is not JSON: ${detail}` })
  }
  const parsed = checkJournalFile(json, now)
  if (parsed.ok) return { state: 'read', file: parsed.file, hasProfile: true, placeOf: path => path }
  return refuse(...parsed.problems.map(({ path, message }) => ({ place: path, message })))
}

/** What can be said against a file by its size and its beginning; null when it may be one. */
function findObjection(path: string): ImportProblem | null {
  const place = basename(path)
  try {
    const { size } = statSync(path)
    if (size > MOST_BYTES) return { place, message: 'This is larger than any journal. It was not read.' }
    if (isSealed(path)) return null
    const start = readStart(path)
    if (start.subarray(0, 15).toString('latin1') === 'SQLite format 3')
      return { place, message: 'This is a copy of a whole journal. It can be restored, under Backups.' }
    if (start.includes(0)) return { place, message: 'This is neither JSON nor a table (CSV).' }
    if (
      start
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .trim() === ''
    )
      return { place, message: 'There is nothing in this file.' }
    return null
  } catch (error) {
    return { place, message: describeFileError(error) }
  }
}

function readStart(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(LOOKED_AT_BYTES)
    return bytes.subarray(0, readSync(file, bytes, 0, LOOKED_AT_BYTES, 0))
  } finally {
    closeSync(file)
  }
}

/** @returns null when the file is locked, and there is no passphrase */
function readBytes(path: string, passphrase: string | null): Buffer | null {
  if (!isSealed(path)) return readFileSync(path)
  return passphrase === null ? null : Buffer.concat([...unseal(path, passphrase)])
}

/** @returns null when it is not UTF-8; nothing is guessed about other encodings */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
