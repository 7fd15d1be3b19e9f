/**
 * Cut levels of page one, for a report that does not fit on it. Each level shortens some lists, those a doctor misses least
 * first; the preview measures the page and raises the level until it fits. Page two then shows the shortened lists whole.
 */

/** Lists of page one that can be shortened. */
const cuttableLists = [
  'withoutLink',
  'unsure',
  'symptoms',
  'relief',
  'experiments',
  'conditions',
  'medicines',
  'warnings',
  'links',
  'questions',
] as const
type CuttableList = (typeof cuttableLists)[number]

/** Largest number of items of each list on page one; for the questions, of characters. */
export type Caps = Readonly<Record<CuttableList, number>>

/** Caps at level 0: enough for most journals, and short enough to be read. */
const widest: Caps = {
  withoutLink: 12,
  unsure: 12,
  symptoms: 8,
  relief: 6,
  experiments: 4,
  conditions: 8,
  medicines: 8,
  warnings: 6,
  links: 5,
  questions: 1_000,
}

const cutSteps: readonly Partial<Caps>[] = [
  { unsure: 0 },
  { withoutLink: 6 },
  { symptoms: 5 },
  { relief: 4 },
  { conditions: 5, experiments: 2 },
  { medicines: 6 },
  { links: 4 },
  { questions: 500 },
  { links: 3 },
  { withoutLink: 3, relief: 2 },
  { symptoms: 4, conditions: 3, experiments: 1 },
  { links: 2 },
  { medicines: 4 },
  { symptoms: 3, warnings: 4 },
  { medicines: 3, questions: 250, warnings: 3 },
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
