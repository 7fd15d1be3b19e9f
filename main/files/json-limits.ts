/**
 * Size limits of a JSON text, checked before it is parsed: every list and object takes memory, and JSON.parse cannot be
 * interrupted.
 */

import { MAX_JSON_DEPTH, MAX_JSON_ITEMS, MAX_JSON_KEYS, MAX_JSON_PARTS } from '../../shared/kinds/limits.ts'

/** Nesting depth of a record: the file's object, a list, the record. */
const RECORD_DEPTH = 3

/** Sentence about the first limit exceeded; null when there is none. One pass, constant memory. */
export function findExcess(json: string): string | null {
  const keys: number[] = []
  const items: number[] = []
  let containers = 0
  let isString = false
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at)
    if (isString) {
      if (sign === BACKSLASH) at++
      else if (sign === QUOTE) isString = false
    } else if (sign === QUOTE) isString = true
    else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
      keys.push(0)
      items.push(0)
      if (keys.length > MAX_JSON_DEPTH) return 'This is nested more deeply than any journal. It was not read.'
      if (++containers > MAX_JSON_PARTS) return 'This has more parts than any journal. It was not read.'
    } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) {
      keys.pop()
      items.pop()
    } else if (sign === COMMA && keys.length >= RECORD_DEPTH) {
      const count = (items.pop() ?? 0) + 1
      if (count >= MAX_JSON_ITEMS) return 'A list in this is longer than any in a journal. It was not read.'
      items.push(count)
    } else if (sign === COLON) {
      const count = (keys.pop() ?? 0) + 1
      if (count > MAX_JSON_KEYS) return 'A part of this has more fields than any entry. It was not read.'
      keys.push(count)
    }
  }
  return null
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const COMMA = 0x2c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
