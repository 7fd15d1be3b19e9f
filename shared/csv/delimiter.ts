/** Cell separator of a table, found in its first records. */

const candidates: readonly string[] = [',', ';', '\t', '|']

/** First line `sep=;`, with which Excel states the delimiter. */
export const SEPARATOR_LINE = /^"?sep=(.)"?(?:\r\n|\r|\n)/i

const RECORDS = 40
const CHARACTERS = 65_536

/**
 * Finds the delimiter of a text: the sign that occurs as often in most records as in the header. A sign within quotes does not
 * count, and a comma in a header such as `Amount, ml` is outvoted by the records below it.
 *
 * @returns null for a text with a single column
 */
export function findDelimiter(text: string): string | null {
  const records = countSigns(text)
  const header = records[0] ?? []
  let best: { readonly sign: string; readonly agreeing: number; readonly count: number } | null = null
  for (const [index, sign] of candidates.entries()) {
    const count = header[index] ?? 0
    if (count === 0) continue
    const agreeing = records.filter(counts => counts[index] === count).length
    if (best === null || agreeing > best.agreeing || (agreeing === best.agreeing && count > best.count))
      best = { sign, agreeing, count }
  }
  return best?.sign ?? null
}

/** Counts of each candidate, by record. */
function countSigns(text: string): number[][] {
  const end = Math.min(text.length, CHARACTERS)
  const records: number[][] = []
  let counts = candidates.map(() => 0)
  let isQuoted = false
  let isCellStart = true
  for (let at = 0; at < end && records.length < RECORDS; at++) {
    const sign = text[at] ?? ''
    const index = candidates.indexOf(sign)
    if (isQuoted) {
      isQuoted = sign !== '"' || text[at + 1] === '"'
      if (isQuoted && sign === '"') at++
    } else if (sign === '"' && isCellStart) isQuoted = true
    else if (sign === '\n' || sign === '\r') {
      // Blank lines, and the LF after a CR.
      if (!isCellStart || counts.some(count => count > 0)) records.push(counts)
      counts = candidates.map(() => 0)
    } else if (index >= 0) counts[index] = (counts[index] ?? 0) + 1
    isCellStart = !isQuoted && (index >= 0 || sign === '\n' || sign === '\r')
  }
  // The last record is whole only at the end of the text.
  if (end === text.length && records.length < RECORDS && (!isCellStart || counts.some(count => count > 0)))
    records.push(counts)
  return records.length > 0 ? records : [counts]
}
