/**
 * Records of a JSON file, parsed one at a time: twelve years of activities are more than 100 MB, of which one record is in
 * memory.
 */
import { TextDecoder } from 'node:util'
import type { HistoryFile } from './history-files.ts'
import { DAMAGED, INCOMPLETE, refuseExport } from './refuse-export.ts'

/** Characters of one record: a night with its stages has 30,000. */
const LONGEST_RECORD = 4_000_000
const DEEPEST = 100

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/**
 * @param depth lists and objects around each record: 1 for `[{...}, {...}]`
 * @throws CallFailure for a file that ends too early, or is no JSON
 */
export async function* readJsonRecords(file: HistoryFile, depth: number): AsyncGenerator<unknown> {
  const splitter = createSplitter(depth)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of await file.open()) yield* splitter.split(decode(decoder, chunk))
  splitter.end()
}

function decode(decoder: TextDecoder, chunk: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw refuseExport(DAMAGED)
  }
}

interface Splitter {
  /** Records that end in this piece of the text. */
  split(text: string): Generator<unknown>
  end(): void
}

function createSplitter(depth: number): Splitter {
  let level = 0
  let isString = false
  let isEscaped = false
  /** Pieces of the record that earlier pieces of the text began; null between records. */
  let begun: string[] | null = null
  let size = 0
  return {
    *split(text) {
      let from = 0
      for (let at = 0; at < text.length; at++) {
        const sign = text.charCodeAt(at)
        if (isString) {
          if (isEscaped) isEscaped = false
          else if (sign === BACKSLASH) isEscaped = true
          else if (sign === QUOTE) isString = false
        } else if (sign === QUOTE) isString = true
        else if (sign === OPEN_OBJECT || sign === OPEN_LIST) {
          if (level === depth && sign === OPEN_OBJECT) {
            begun = []
            size = 0
            from = at
          }
          level++
          if (level > DEEPEST) throw refuseExport(DAMAGED)
        } else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) {
          level--
          if (level < 0) throw refuseExport(DAMAGED)
          if (level === depth && begun !== null) {
            begun.push(text.slice(from, at + 1))
            yield parse(begun.join(''))
            begun = null
          }
        }
      }
      if (begun === null) return
      begun.push(text.slice(from))
      size += text.length - from
      if (size > LONGEST_RECORD) throw refuseExport(DAMAGED)
    },
    end() {
      if (level !== 0 || isString) throw refuseExport(INCOMPLETE)
    },
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw refuseExport(DAMAGED)
  }
}
