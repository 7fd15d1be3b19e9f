/** Shape of a JSON text, measured before it is parsed: every list and object is memory, and no parser can be stopped. */

/** Depth of lists and objects; a journal has five. */
const MAX_DEPTH = 20
/** Lists and objects together: a million entries of two lists each would have so many. */
const MAX_CONTAINERS = 3_000_000
/** Keys of one object; the widest entry has twenty. */
const MAX_KEYS = 1000
/** Items of a list within a record: the longest experiment has 2,800 answers. */
const MAX_ITEMS = 10_000
/** A record lies in a list, which lies in the file. */
const RECORD_DEPTH = 3

/** Why no journal has this shape, as a sentence; null when one may. Takes one pass, and no memory. */
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
      if (keys.length > MAX_DEPTH) return 'This is nested more deeply than any journal. It was not read.'
      if (++containers > MAX_CONTAINERS) return 'This has more parts than any journal. It was not read.'
    } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) {
      keys.pop()
      items.pop()
    } else if (sign === COMMA && keys.length >= RECORD_DEPTH) {
      const count = (items.pop() ?? 0) + 1
      if (count >= MAX_ITEMS) return 'A list in this is longer than any in a journal. It was not read.'
      items.push(count)
    } else if (sign === COLON) {
      const count = (keys.pop() ?? 0) + 1
      if (count > MAX_KEYS) return 'A part of this has more fields than any entry. It was not read.'
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
