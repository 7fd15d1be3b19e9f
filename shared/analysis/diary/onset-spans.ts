/**
 * Value of a window whose end is known only as a span of clock times: that of every possible end, if it is the same for all.
 *
 *     afternoon         12:00 |---------------------------------| 17:59
 *     a coffee at 15:10                      x
 *     "any in 12 h"     no                   |yes                 varies: the cramp is left out
 *     a coffee at 8:00  yes                                       the same at every end: the cramp counts
 *
 * Referents are read over the same span, and a day on which the value varies is none. A rule for the cases alone would
 * keep the coffee at 15:10 on days without a cramp, and drop it on days with one.
 */
import { getNoon, type IndexEvent, type OffsetSpan } from './cramp-days.ts'
import type { DayNumber } from './diary.ts'
import type { WindowReader } from './windows.ts'

/** Null where the window is known at no end, `varies` where not all ends have one and the same value. */
export type SpanValue = number | null | 'varies'

/** Reads a window at every end within a span. */
function readOverSpan(reader: WindowReader, day: DayNumber, { first, last }: OffsetSpan): SpanValue {
  const value = reader(day, first)
  if (reader(day, last) !== value) return 'varies'
  const noon = getNoon(day)
  const turns = reader.listTurns?.(noon + first, noon + last)
  if (turns === undefined) {
    for (let offset = first + 1; offset < last; offset++) if (reader(day, offset) !== value) return 'varies'
    return value
  }
  for (const turn of turns) if (reader(day, turn - noon) !== value) return 'varies'
  return value
}

/** Reader of a day at the onset of an event, known to the minute or as a span. Spans are read once per day. */
export function createOnsetReader(reader: WindowReader): (day: DayNumber, onset: IndexEvent) => SpanValue {
  const known = new Map<OffsetKey, Map<DayNumber, SpanValue>>()
  return (day, { offsetMinutes, span }) => {
    if (span === undefined) return reader(day, offsetMinutes)
    const key: OffsetKey = `${span.first} ${span.last}`
    const ofSpan = known.get(key) ?? new Map<DayNumber, SpanValue>()
    known.set(key, ofSpan)
    const stored = ofSpan.get(day)
    if (stored !== undefined) return stored
    const value = readOverSpan(reader, day, span)
    ofSpan.set(day, value)
    return value
  }
}
type OffsetKey = `${number} ${number}`
