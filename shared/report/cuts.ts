/**
 * Cut levels of page one, for a report that does not fit on it in 9 pt. Each level moves something to page two, what a
 * doctor misses least first; the preview measures the page and raises the level until it fits.
 */

/** Lists of page one that can be shortened: largest number of items, of characters for the questions and names. */
interface ListCaps {
  /** Rows of the key numbers. */
  readonly measures: number
  readonly withoutLink: number
  readonly unsure: number
  readonly symptoms: number
  readonly relief: number
  readonly experiments: number
  readonly conditions: number
  readonly medicines: number
  readonly warnings: number
  /** Recorded facts of a warning sign. */
  readonly warningPhrases: number
  /** Dates of a warning sign, the newest first. */
  readonly warningDates: number
  readonly links: number
  readonly questions: number
  /** Characters of a medicine's name, and of a dose. */
  readonly medicineCharacters: number
  /** Dose changes of a medicine. */
  readonly medicineChanges: number
}

/** Parts of page one that are on it or on page two. */
interface PartCaps {
  /** 95% intervals of the key numbers and the trend, and the known days of each kind. */
  readonly hasIntervals: boolean
  /** Whole sentences of the findings; without them each has its effect in a few words. */
  readonly hasFindingSentences: boolean
  /** Chart of the cramps per week. */
  readonly hasTrend: boolean
  /** Body map and hour chart; without them, both in words. */
  readonly hasDrawings: boolean
}

export type Caps = ListCaps & PartCaps

/** Caps at level 0: enough for most journals, and short enough to be read. */
const widest: Caps = {
  measures: 8,
  withoutLink: 12,
  unsure: 12,
  symptoms: 8,
  relief: 8,
  experiments: 4,
  conditions: 8,
  medicines: 8,
  warnings: 6,
  warningPhrases: 5,
  warningDates: 3,
  links: 5,
  questions: 1_000,
  medicineCharacters: 70,
  medicineChanges: 4,
  hasIntervals: true,
  hasFindingSentences: true,
  hasTrend: true,
  hasDrawings: true,
}

const cutSteps: readonly Partial<Caps>[] = [
  { hasIntervals: false },
  { unsure: 0 },
  { hasFindingSentences: false },
  { warningDates: 1 },
  { withoutLink: 6 },
  { symptoms: 5, relief: 5 },
  { measures: 6 },
  { hasTrend: false },
  { conditions: 5, experiments: 2 },
  { medicines: 6, medicineChanges: 1 },
  { links: 4, withoutLink: 3 },
  { questions: 500, measures: 4 },
  { links: 3, relief: 3, symptoms: 4, conditions: 3, experiments: 1 },
  { hasDrawings: false },
  { medicines: 4, warningPhrases: 3, medicineCharacters: 40 },
  { warnings: 4, symptoms: 3, links: 2, withoutLink: 0 },
  { medicines: 3, questions: 250, warnings: 3, measures: 3 },
  { warnings: 2, warningPhrases: 2, medicineCharacters: 28, relief: 2 },
  { questions: 120, links: 1, medicines: 2, conditions: 2, symptoms: 2 },
]

/** Highest level, with the smallest caps. */
export const LAST_CUT_LEVEL = cutSteps.length

/** Caps at a level, 0 to `LAST_CUT_LEVEL`. */
export function getCaps(level: number): Caps {
  let caps = widest
  for (const step of cutSteps.slice(0, level)) caps = { ...caps, ...step }
  return caps
}

/** Splits off the items shown on page one and counts the `more` that follow on page two. */
export function cutList<Item>(items: readonly Item[], cap: number): { shown: readonly Item[]; more: number } {
  const shown = items.slice(0, cap)
  return { shown, more: items.length - shown.length }
}
