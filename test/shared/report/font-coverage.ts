/** Code points covered by the report's fonts, read from the font files. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const root = join(import.meta.dirname, '../../..')
const FONT_LIST = join(root, 'renderer/report/page/fonts.ts')

/** Written by `npx node test/shared/report/write-printable-ranges.ts`. */
export const SNAPSHOT = join(root, 'shared/report/printable-ranges.ts')

/** Style sheets imported by the list of fonts. */
function listStyles(): string[] {
  return [...readFileSync(FONT_LIST, 'utf8').matchAll(/^import '(@fontsource\/.+\.css)'$/gm)].map(
    ([, path = '']) => join(root, 'node_modules', path),
  )
}

/** Ranges in hexadecimal, such as `20-7e a0-17f`: code points in both the `unicode-range` and the `cmap` of some font file. */
function describeCoverage(): string {
  const known = new Set<number>()
  for (const style of listStyles())
    for (const { file, ranges } of readFaces(style)) {
      const held = readCharacters(readFileSync(file))
      for (const [first, last] of ranges)
        for (let code = first; code <= last; code++) if (held.has(code)) known.add(code)
    }
  const ranges: [number, number][] = []
  for (const code of [...known].sort((a, b) => a - b)) {
    const range = ranges.at(-1)
    if (range !== undefined && range[1] === code - 1) range[1] = code
    else ranges.push([code, code])
  }
  return ranges.map(range => [...new Set(range)].map(code => code.toString(16)).join('-')).join(' ')
}

export function writeCoverage(): string {
  return `/** Code points that the report's fonts can draw, hexadecimal ranges. Written by npx node test/shared/report/write-printable-ranges.ts */
export const printableRanges =
  '${describeCoverage()}'
`
}

interface Face {
  readonly file: string
  readonly ranges: readonly (readonly [number, number])[]
}

function readFaces(style: string): Face[] {
  const folder = join(style, '..')
  return [...readFileSync(style, 'utf8').matchAll(/@font-face \{.+?\}/gs)].map(([face]) => {
    const [, file = ''] = /url\(\.\/(\S+?\.woff2)\)/.exec(face) ?? []
    const [, ranges = 'U+0-10FFFF'] = /unicode-range: ([^;]+);/.exec(face) ?? []
    return {
      file: join(folder, file),
      ranges: ranges.split(',').map(range => {
        const [first = '', last = first] = range.trim().slice(2).split('-')
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
      }),
    }
  })
}

// -------------------------------------------------------------------- WOFF2, https://www.w3.org/TR/WOFF2/

const HEADER_BYTES = 48
/** Index of the first table in WOFF2's list of known tags. */
const CMAP = 0
const [GLYF, LOCA] = [10, 11]
const OTHER_TAG = 63

/** Code points of a font's `cmap` table, which WOFF2 stores without a transformation. */
function readCharacters(font: Buffer): Set<number> {
  const tableCount = font.readUInt16BE(12)
  let at = HEADER_BYTES
  const readNumber = () => {
    let value = 0
    for (;;) {
      const byte = font.readUInt8(at++)
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  let offset = 0
  let map: { offset: number; length: number } | undefined
  for (let index = 0; index < tableCount; index++) {
    const flags = font.readUInt8(at++)
    const tag = flags & 63
    if (tag === OTHER_TAG) at += 4
    const version = flags >> 6
    const length = readNumber()
    const isTransformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0
    const stored = isTransformed ? readNumber() : length
    if (tag === CMAP) map = { offset, length: stored }
    offset += stored
  }
  if (map === undefined) throw new Error('a font without a character map')
  const tables = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)))
  return readMap(tables.subarray(map.offset, map.offset + map.length))
}

/** Parser of the `cmap` table: subtables of formats 4 and 12, the ones that browsers use. */
function readMap(map: Buffer): Set<number> {
  const known = new Set<number>()
  for (let index = 0; index < map.readUInt16BE(2); index++) {
    const table = map.subarray(map.readUInt32BE(4 + 8 * index + 4))
    const format = table.readUInt16BE(0)
    if (format === 12) readSegments12(table, known)
    if (format === 4) readSegments4(table, known)
  }
  return known
}

function readSegments12(table: Buffer, known: Set<number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const [first, last] = [table.readUInt32BE(16 + 12 * group), table.readUInt32BE(20 + 12 * group)]
    for (let code = first; code <= last; code++) known.add(code)
  }
}

function readSegments4(table: Buffer, known: Set<number>): void {
  const doubled = table.readUInt16BE(6)
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = table.readUInt16BE(14 + segment)
    const first = table.readUInt16BE(16 + doubled + segment)
    const delta = table.readUInt16BE(16 + 2 * doubled + segment)
    const rangeAt = 16 + 3 * doubled + segment
    const range = table.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : table.readUInt16BE(rangeAt + range + 2 * (code - first))
      if ((glyph & 0xffff) !== 0) known.add(code)
    }
  }
}
