/**
 * What page one leaves to page two when not everything fits. Lists are cut one step at a time in the order below, what
 * a doctor misses least first, until the page holds the rest; whoever draws the page measures, and asks for the next
 * level. Page two then shows the lists that were cut, whole.
 */

/** The lists of page one that can be cut. */
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

/** How many items of each list page one shows; of the questions, how many characters. */
export type Caps = Readonly<Record<CuttableList, number>>

/** Before anything is cut: long enough for most people, short enough to be read. */
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

/** The level at which nothing more can be cut. */
export const LAST_CUT_LEVEL = cutSteps.length

/** The caps after so many steps, 0 to `LAST_CUT_LEVEL`. */
export function getCaps(level: number): Caps {
  let caps = widest
  for (const step of cutSteps.slice(0, level)) caps = { ...caps, ...step }
  return caps
}

/** A list as page one shows it, and how many of it are left to page two. */
export function cutList<Item>(items: readonly Item[], cap: number): { shown: readonly Item[]; more: number } {
  const shown = items.slice(0, cap)
  return { shown, more: items.length - shown.length }
}
