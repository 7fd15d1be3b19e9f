/** Reader of import files. Rejects files that cannot be a journal before reading all of them. */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type CsvAnswers, type ImportProblem, PROBLEMS_COUNTED } from '../../../shared/archive/import-plan.ts'
import { checkJournalFile } from '../../../shared/archive/journal-file.ts'
import { MAX_IMPORT_BYTES, MAX_IMPORT_FILES } from '../../../shared/kinds/limits.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import { decodeText } from '../../files/decode-text.ts'
import { describeFileError, getErrorCode } from '../../files/file-errors.ts'
import { findExcess } from '../../files/json-limits.ts'
import { isSealed, SealBroken, unseal } from '../../files/seal.ts'
import { type OnStep, partOf } from '../../jobs/job.ts'
import { type JournalRead, type NotRead, refuse } from './journal-read.ts'
import { readCsvFiles } from './read-csv.ts'
import { BundleBroken, type CsvText, NewerBundle, unbundle } from './table-bundle.ts'

export interface ReadOrder {
  readonly paths: readonly string[]
  readonly passphrase: string | null
  readonly answers: CsvAnswers
  readonly now: Moment
  /** Zone of CSV rows without an offset. */
  readonly timeZone: string
}

/** A read journal, with a hash of the bytes. */
export type ReadImport = (Extract<JournalRead, { state: 'read' }> & { readonly digest: string }) | NotRead

/** Bytes at the start of a file by which its type is guessed. */
const LOOKED_AT_BYTES = 65_536
/** Aborts reading, with the result to return instead. */
class NotReadable extends Error {
  readonly answer: NotRead

  constructor(answer: NotRead) {
    super(answer.state)
    this.name = 'NotReadable'
    this.answer = answer
  }
}

/** @param onStep called with the progress of reading */
export function readImport(order: ReadOrder, onStep: OnStep): ReadImport {
  const { paths } = order
  const names = paths.map(path => basename(path)).join(', ')
  if (paths.length === 0) return refuse([{ place: '', message: 'Choose a file first.' }])
  if (paths.length > MAX_IMPORT_FILES)
    return refuse([{ place: '', message: `Choose at most ${MAX_IMPORT_FILES} files at a time.` }])
  const objections = paths.flatMap(path => findObjection(path) ?? [])
  if (objections.length > 0) return refuse(objections)
  try {
    if (paths.reduce((sum, path) => sum + statSync(path).size, 0) > MAX_IMPORT_BYTES)
      return refuse([
        { place: '', message: 'Together these files are larger than any journal. They were not read.' },
      ])
    const digest = createHash('sha256')
    const read = readAll(order, digest, onStep)
    return read.state === 'read' ? { ...read, digest: digest.digest('hex') } : read
  } catch (error) {
    if (error instanceof NotReadable) return error.answer
    if (error instanceof SealBroken && error.reason === 'passphrase')
      return { state: 'locked', message: error.message }
    if (error instanceof BundleBroken) return refuse([{ place: `${names}, line 1`, message: error.message }])
    if (error instanceof SealBroken || error instanceof NewerBundle)
      return refuse([{ place: names, message: error.message }])
    if (getErrorCode(error) !== undefined)
      return refuse([{ place: names, message: describeFileError(error, 'read') }])
    throw error
  }
}

/** @throws NotReadable, SealBroken, or what the file system says */
function readAll(order: ReadOrder, digest: Hash, onStep: OnStep): JournalRead {
  const { paths, passphrase, answers, now, timeZone } = order
  const [path, ...others] = paths
  if (path === undefined || others.length > 0)
    return readCsvFiles(readTexts(order, digest), { answers, now, timeZone }, onStep)
  const found = parseIfJson(readText(path, passphrase, digest))
  if ('json' in found) return checkJson(found.json, now, onStep)
  const whole = { name: basename(path), text: found.text, from: 0, to: 1 }
  return readCsvFiles(unbundle(whole), { answers, now, timeZone }, onStep)
}

/** Decoded texts, one at a time: requesting the next one releases the previous. */
function* readTexts({ paths, passphrase }: ReadOrder, digest: Hash): Generator<CsvText> {
  const sizes = paths.map(path => statSync(path).size)
  const total = Math.max(
    1,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  let read = 0
  for (const [index, path] of paths.entries()) {
    const from = read / total
    read += sizes[index] ?? 0
    yield* unbundle({
      name: basename(path),
      text: readText(path, passphrase, digest),
      from,
      to: read / total,
    })
  }
}

/** @throws NotReadable */
function readText(path: string, passphrase: string | null, digest: Hash): string {
  const bytes = readBytes(path, passphrase)
  digest.update(bytes)
  if (countMarks(bytes) > MOST_MARKS)
    throw new NotReadable(
      refuse([
        { place: basename(path), message: 'This is more than any journal would contain. It was not read.' },
      ]),
    )
  const decoded = decodeText(bytes)
  // A text that was re-saved may start with several byte order marks.
  if (decoded.ok) return decoded.text.replace(/^\uFEFF+/, '')
  throw new NotReadable(refuse([{ place: basename(path), message: decoded.message }]))
}

/**
 * Maximum of delimiters and brackets in a file, a proxy for its number of values, each of which takes memory in a
 * parser that cannot be interrupted. A journal has one in some ten bytes; the largest stays below this.
 */
const MOST_MARKS = 10_000_000
const marks = new Set(Buffer.from(',;\t\n\r[{'))

function countMarks(bytes: Buffer): number {
  const isMark = Uint8Array.from({ length: 256 }, (_, byte) => Number(marks.has(byte)))
  return bytes.reduce((count, byte) => count + (isMark[byte] ?? 0), 0)
}

/** Parses JSON and drops the text to release its memory. @throws NotReadable */
function parseIfJson(text: string): { readonly json: unknown } | { readonly text: string } {
  if (!/^\s*[{[]/.test(text)) return { text }
  const excess = findExcess(text)
  if (excess !== null) throw new NotReadable(refuse([{ place: '', message: excess }]))
  try {
    return { json: JSON.parse(text) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new NotReadable(refuse([{ place: '', message: `This is not JSON: ${detail}` }]))
  }
}

function checkJson(json: unknown, now: Moment, onStep: OnStep): JournalRead {
  const parsed = checkJournalFile(json, now, { mostProblems: PROBLEMS_COUNTED, onItem: partOf(onStep, 0, 1) })
  if (parsed.ok) return { state: 'read', file: parsed.file, hasProfile: true, placeOf: path => path }
  return refuse(parsed.problems.map(({ path, message }) => ({ place: path, message })))
}

/** Problem visible from a file's size and first bytes; null if it may be a journal. */
function findObjection(path: string): ImportProblem | null {
  const place = basename(path)
  try {
    const stats = statSync(path)
    // Opening a FIFO would block until a process writes to it.
    if (!stats.isFile() && !stats.isDirectory())
      return { place, message: 'This is not a file that can be read.' }
    if (stats.size > MAX_IMPORT_BYTES)
      return { place, message: 'This is larger than any journal. It was not read.' }
    if (isSealed(path)) return null
    const start = readStart(path)
    if (start.subarray(0, 15).toString('latin1') === 'SQLite format 3')
      return { place, message: 'This is a copy of a whole journal. It can be restored, under Backups.' }
    // An unknown encoding is reported once the whole file was decoded.
    const decoded = decodeText(start, false)
    if (!decoded.ok) return null
    if (decoded.text.trim() === '') return { place, message: 'This file is empty.' }
    // Checks the first line only: a note may contain any character, but no file starts with one.
    const [firstLine = ''] = /^.*/.exec(decoded.text) ?? []
    if (firstLine.includes('\0')) return { place, message: 'This is neither JSON nor a table (CSV).' }
    return null
  } catch (error) {
    return { place, message: describeFileError(error, 'read') }
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

/** @throws NotReadable when the file is locked, and there is no passphrase */
function readBytes(path: string, passphrase: string | null): Buffer {
  if (!isSealed(path)) return readFileSync(path)
  if (passphrase === null) throw new NotReadable({ state: 'locked', message: null })
  return Buffer.concat([...unseal(path, passphrase)])
}
