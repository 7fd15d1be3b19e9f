/**
 * Bundle of all tables in one text, for sealing: a first line of JSON with the format version and the names, then one
 * table after another. Version 1 had no version number.
 */
import { z } from 'zod'
import { FILE_VERSION, isNewerVersion } from '../../../shared/archive/journal-file.ts'

const MARK = 'unknot-tables '
/** Maximum tables in a bundle; a journal has fifteen. */
const MAX_TABLES = 100

/** Thrown for a bundle in a newer format than this program knows. */
export class NewerBundle extends Error {
  constructor() {
    super('These tables were written by a newer Unknot. Install the newest version to import them.')
    this.name = 'NewerBundle'
  }
}

export interface Bundled {
  readonly name: string
  readonly text: string
}

export interface CsvText {
  readonly name: string
  readonly text: string
  /** Progress, from 0 to 1, before and after this text is read. */
  readonly from: number
  readonly to: number
}

export function bundle(tables: readonly Bundled[]): string {
  const lengths = tables.map(({ name, text }) => [name, text.length])
  return `${MARK}${FILE_VERSION} ${JSON.stringify(lengths)}\n${tables.map(({ text }) => text).join('')}`
}

/** Thrown for a text that begins like a bundle but is malformed. */
export class BundleBroken extends Error {
  constructor() {
    super(
      'The first line should list the tables behind it, with their lengths. The file was changed or cut short.',
    )
    this.name = 'BundleBroken'
  }
}

/**
 * Splits a text made by `bundle` into its tables; any other text is yielded unchanged. @throws BundleBroken,
 * NewerBundle
 */
export function* unbundle(whole: CsvText): Generator<CsvText> {
  const { from, to, text } = whole
  if (!text.startsWith(MARK)) {
    yield whole
    return
  }
  const firstLineEnd = text.indexOf('\n')
  const start = firstLineEnd < 0 ? text.length : firstLineEnd + 1
  const [, version, list = ''] = /^(?:(\d+) )?(.*)/s.exec(text.slice(MARK.length, start)) ?? []
  if (isNewerVersion(Number(version ?? 1))) throw new NewerBundle()
  const tables = readList(list)
  if (tables === null || tables.reduce((sum, { length }) => sum + length, start) !== text.length)
    throw new BundleBroken()
  const shareOf = (position: number) => from + ((to - from) * position) / text.length
  let position = start
  for (const { name, length } of tables) {
    const end = position + length
    // Each table has a byte order mark of its own; the decoder removes only that of the whole text.
    const table = text.slice(position, end).replace(/^\uFEFF/, '')
    yield { name, text: table, from: shareOf(position), to: shareOf(end) }
    position = end
  }
}

const list = z.array(z.tuple([z.string().min(1).max(100), z.int().min(0)])).max(MAX_TABLES)

function readList(json: string): { readonly name: string; readonly length: number }[] | null {
  // Checked before parsing: a longer list cannot be ours.
  if (json.length > MAX_TABLES * 200) return null
  try {
    const parsed = list.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data.map(([name, length]) => ({ name, length })) : null
  } catch {
    return null
  }
}
