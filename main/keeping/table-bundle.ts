/** All tables in one file, as a passphrase locks them together: a first line that names them, then one after another. */
import type { CsvText } from './read-csv.ts'

const FIRST_LINE = /^unknot-tables (.+)\n/

export interface Bundled {
  readonly name: string
  readonly text: string
}

export function bundle(tables: readonly Bundled[]): string {
  const lengths = tables.map(({ name, text }) => [name, text.length])
  return `unknot-tables ${JSON.stringify(lengths)}\n${tables.map(({ text }) => text).join('')}`
}

/** The tables of a text that `bundle` has made; any other text by itself. */
export function* unbundle(whole: CsvText): Generator<CsvText> {
  const [firstLine, list] = FIRST_LINE.exec(whole.text) ?? []
  if (firstLine === undefined || list === undefined) {
    yield whole
    return
  }
  const { from, to, text } = whole
  const shareOf = (position: number) => from + ((to - from) * position) / text.length
  let position = firstLine.length
  for (const { name, length } of readList(list)) {
    const end = position + length
    // Each table begins with its mark of UTF-8, which a decoder takes off the whole text alone.
    const table = text.slice(position, end).replace(/^\uFEFF/, '')
    yield { name, text: table, from: shareOf(position), to: shareOf(end) }
    position = end
  }
}

function readList(list: string): { readonly name: string; readonly length: number }[] {
  const lengths: unknown = JSON.parse(list)
  if (!Array.isArray(lengths)) return []
  return lengths.flatMap((pair: unknown) => {
    const [name, length]: unknown[] = Array.isArray(pair) ? pair : []
    return typeof name === 'string' && typeof length === 'number' ? [{ name, length }] : []
  })
}
