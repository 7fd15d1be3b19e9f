/**
 * Aggregation of the entries of a hazard window (`windows.ts`) to one number: sums, bouts, days with any. Entries are sorted
 * once per series; each window finds its own by binary search.
 */

import type { Coverage } from './coverage.ts'
import { type DiaryEntry, type LocalMinutes, MINUTES_PER_DAY, MINUTES_PER_HOUR } from './diary.ts'

/** Aggregation of the entries of a window to one number. */
export type Aggregate =
  /** Sum of amounts; an interval counts by the share of it inside the window. */
  | { readonly kind: 'sum-of-amounts' }
  /** Minutes of all intervals inside the window. */
  | { readonly kind: 'sum-of-minutes' }
  /** 1 if those minutes reach the threshold, else 0. */
  | { readonly kind: 'minutes-at-least'; readonly minutes: number }
  /** 1 if an uninterrupted bout reaches the minutes, else 0; intervals that touch or overlap are one bout. */
  | { readonly kind: 'bout-at-least'; readonly minutes: number }
  /** 1 if any entry was not compensated by the end of the window, else 0. */
  | { readonly kind: 'any' }
  /**
   * Number of the window's 24-hour parts, counted back from its end, that have any entry. Parts that are not known are
   * left out, and the number is scaled up to the whole window; with fewer known parts than the minimum it is not known.
   */
  | { readonly kind: 'days-with-any'; readonly minKnownDays: number }
  /** 1 if more than an amount comes within some minutes, or more than another amount in the whole window. */
  | {
      readonly kind: 'amount-above'
      readonly amount: number
      readonly withinMinutes: number
      readonly amountInWindow: number
    }

/** Aggregates of a window that is known as a whole or not at all. */
export type SummedAggregate = Exclude<Aggregate, { readonly kind: 'days-with-any' }>

/** Entries of one series in order of their start, in columns. */
export interface ArrangedEntries {
  readonly start: Float64Array
  readonly end: Float64Array
  /** NaN where the amount is not known. */
  readonly amount: Float64Array
  /** Minus infinity where the time of logging is not known. */
  readonly loggedAt: Float64Array
  /** Infinity where nothing compensated for it. */
  readonly compensatedAt: Float64Array
  /** Running maximum of the ends. It never falls, so that a binary search can use it. */
  readonly latestEnd: Float64Array
}

const arranged = new WeakMap<readonly DiaryEntry[], ArrangedEntries>()

/** Columns of a series, cached per diary; a selection of types is not cached. */
export function arrangeEntries(all: readonly DiaryEntry[], types?: readonly string[]): ArrangedEntries {
  if (types !== undefined) return arrange(all, types)
  const known = arranged.get(all) ?? arrange(all, types)
  arranged.set(all, known)
  return known
}

function arrange(all: readonly DiaryEntry[], types: readonly string[] | undefined): ArrangedEntries {
  const chosen = all.filter(
    ({ type, isRelief }) =>
      isRelief !== true && (types === undefined || (type !== undefined && types.includes(type))),
  )
  chosen.sort((a, b) => a.start - b.start)
  const latestEnd = new Float64Array(chosen.length)
  let latest = Number.NEGATIVE_INFINITY
  chosen.forEach(({ start, end }, i) => {
    if (!(end >= start)) throw new RangeError(`an entry ends (${end}) before it starts (${start})`)
    latest = Math.max(latest, end)
    latestEnd[i] = latest
  })
  const toColumn = (get: (entry: DiaryEntry) => number) => {
    const column = new Float64Array(chosen.length)
    chosen.forEach((entry, i) => {
      column[i] = get(entry)
    })
    return column
  }
  return {
    start: toColumn(entry => entry.start),
    end: toColumn(entry => entry.end),
    amount: toColumn(entry => entry.amount ?? NaN),
    loggedAt: toColumn(entry => entry.loggedAt ?? Number.NEGATIVE_INFINITY),
    compensatedAt: toColumn(entry => entry.compensatedAt ?? Number.POSITIVE_INFINITY),
    latestEnd,
  }
}

/** The number of the window that ends at `to`, from the entries logged by `loggedBy`; null where it is not known. */
export type WindowAggregator = (to: LocalMinutes, loggedBy: LocalMinutes) => number | null

/** @param getStart start of the window that ends at a time */
export function createAggregator(
  { covers }: Coverage,
  entries: ArrangedEntries,
  getStart: (to: LocalMinutes) => LocalMinutes,
  aggregate: SummedAggregate,
): WindowAggregator {
  return (to, loggedBy) => {
    const from = getStart(to)
    if (!covers(from, to)) return null
    const value = aggregateEntries(entries, aggregate, from, to, loggedBy)
    return Number.isNaN(value) ? null : value
  }
}

/** Counts the 24-hour parts with any entry among those that are known, scaled to all parts. */
export function createDayCounter(
  { covers }: Coverage,
  entries: ArrangedEntries,
  windowHours: number,
  minKnownDays: number,
): WindowAggregator {
  const parts = (windowHours * MINUTES_PER_HOUR) / MINUTES_PER_DAY
  return (to, loggedBy) => {
    let known = 0
    let withAny = 0
    for (let part = 0; part < parts; part++) {
      const end = to - part * MINUTES_PER_DAY
      if (!covers(end - MINUTES_PER_DAY, end)) continue
      known += 1
      withAny += Number(hasAny(entries, end - MINUTES_PER_DAY, end, loggedBy))
    }
    return known < minKnownDays ? null : (withAny * parts) / known
  }
}

/** The window's number from the entries logged by `loggedBy`; NaN if it contains an unknown amount. */
function aggregateEntries(
  entries: ArrangedEntries,
  aggregate: SummedAggregate,
  from: LocalMinutes,
  to: LocalMinutes,
  loggedBy: LocalMinutes,
): number {
  switch (aggregate.kind) {
    case 'sum-of-amounts':
      return sumAmounts(entries, from, to, loggedBy)
    case 'sum-of-minutes':
      return sumMinutes(entries, from, to, loggedBy)
    case 'minutes-at-least':
      return Number(sumMinutes(entries, from, to, loggedBy) >= aggregate.minutes)
    case 'bout-at-least':
      return Number(findLongestBout(entries, from, to, loggedBy) >= aggregate.minutes)
    case 'any':
      return Number(hasAny(entries, from, to, loggedBy))
    case 'amount-above': {
      const inWindow = sumAmounts(entries, from, to, loggedBy)
      if (Number.isNaN(inWindow)) return NaN
      if (inWindow > aggregate.amountInWindow) return 1
      // Shortcut: a part of the window cannot hold more than the whole.
      if (inWindow <= aggregate.amount) return 0
      return Number(findMostWithin(entries, from, to, loggedBy, aggregate.withinMinutes) > aggregate.amount)
    }
  }
}

/** The first entry that ends after `from` or is an instant at or after it; those before it cannot touch the window. */
function findFirst({ latestEnd }: ArrangedEntries, from: LocalMinutes): number {
  let low = 0
  let high = latestEnd.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((latestEnd[middle] ?? NaN) < from) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Share of an entry inside the window, 0 to 1: an instant is in or out, an interval counts by its overlap.
 */
function getShareInside(start: number, end: number, from: LocalMinutes, to: LocalMinutes): number {
  if (start === end) return start >= from && start < to ? 1 : 0
  return Math.max(0, Math.min(end, to) - Math.max(start, from)) / (end - start)
}

function sumAmounts(
  entries: ArrangedEntries,
  from: LocalMinutes,
  to: LocalMinutes,
  loggedBy: LocalMinutes,
): number {
  const { start, end, amount, loggedAt } = entries
  let sum = 0
  for (let i = findFirst(entries, from); i < start.length && (start[i] ?? NaN) < to; i++) {
    const share = getShareInside(start[i] ?? NaN, end[i] ?? NaN, from, to)
    if (share > 0 && (loggedAt[i] ?? NaN) <= loggedBy) sum += share * (amount[i] ?? NaN)
  }
  return sum
}

function sumMinutes(
  entries: ArrangedEntries,
  from: LocalMinutes,
  to: LocalMinutes,
  loggedBy: LocalMinutes,
): number {
  const { start, end, loggedAt } = entries
  let sum = 0
  for (let i = findFirst(entries, from); i < start.length && (start[i] ?? NaN) < to; i++) {
    const overlap = Math.min(end[i] ?? NaN, to) - Math.max(start[i] ?? NaN, from)
    if (overlap > 0 && (loggedAt[i] ?? NaN) <= loggedBy) sum += overlap
  }
  return sum
}

function findLongestBout(
  entries: ArrangedEntries,
  from: LocalMinutes,
  to: LocalMinutes,
  loggedBy: LocalMinutes,
): number {
  const { start, end, loggedAt } = entries
  let longest = 0
  let boutStart = from
  let boutEnd = from
  for (let i = findFirst(entries, from); i < start.length && (start[i] ?? NaN) < to; i++) {
    if ((loggedAt[i] ?? NaN) > loggedBy) continue
    const begins = Math.max(start[i] ?? NaN, from)
    const ends = Math.min(end[i] ?? NaN, to)
    if (begins > boutEnd) boutStart = begins
    boutEnd = Math.max(boutEnd, ends)
    longest = Math.max(longest, boutEnd - boutStart)
  }
  return longest
}

function hasAny(
  entries: ArrangedEntries,
  from: LocalMinutes,
  to: LocalMinutes,
  loggedBy: LocalMinutes,
): boolean {
  const { start, end, loggedAt, compensatedAt } = entries
  for (let i = findFirst(entries, from); i < start.length && (start[i] ?? NaN) < to; i++) {
    if ((compensatedAt[i] ?? NaN) < to || (loggedAt[i] ?? NaN) > loggedBy) continue
    if (getShareInside(start[i] ?? NaN, end[i] ?? NaN, from, to) > 0) return true
  }
  return false
}

/**
 * Sliding-window maximum: the largest amount of entries that begin less than `withinMinutes` apart. Entries that began
 * before the hazard window count as zero.
 */
function findMostWithin(
  entries: ArrangedEntries,
  from: LocalMinutes,
  to: LocalMinutes,
  loggedBy: LocalMinutes,
  withinMinutes: number,
): number {
  const { start, amount, loggedAt } = entries
  const amountOf = (i: number) =>
    (start[i] ?? NaN) >= from && (loggedAt[i] ?? NaN) <= loggedBy ? (amount[i] ?? NaN) : 0
  let most = 0
  let sum = 0
  let oldest = findFirst(entries, from)
  for (let i = oldest; i < start.length && (start[i] ?? NaN) < to; i++) {
    sum += amountOf(i)
    for (; (start[oldest] ?? NaN) <= (start[i] ?? NaN) - withinMinutes; oldest++) sum -= amountOf(oldest)
    most = Math.max(most, sum)
  }
  return most
}
