/**
 * Minerals of food diaries as supplements. A file does not tell a tablet from a meal, so an app's minerals are taken only if the
 * person says that it holds nothing but supplements.
 */
import { food } from '../kinds/food.ts'
import { type Moment, MS_PER_HOUR } from '../time/moment.ts'
import { type Collector, writeMoment } from './collector.ts'

export const minerals = ['magnesium', 'potassium', 'calcium'] as const
export type Mineral = (typeof minerals)[number]

/** Minerals taken at one time. */
export interface TrackedMinerals {
  readonly key: string
  readonly source: string
  /** UTC milliseconds at which it was written down; null for the time of taking. */
  readonly loggedAt: number | null
  readonly start: Moment
  /** UTC milliseconds. */
  readonly end: number
  readonly mg: Readonly<Partial<Record<Mineral, number>>>
}

/** Most questions about apps; a damaged file may name thousands. */
const MAX_QUESTIONS = 30

export function addMinerals(records: readonly TrackedMinerals[], collector: Collector): void {
  for (const record of records)
    if (askForSupplements(record.source, collector) === 'yes') addSupplement(record, collector)
    else collector.ignore('Minerals, of food or tablets', 1)
}

function askForSupplements(source: string, collector: Collector) {
  const id = `supplements:${source}`
  if (collector.questions.size >= MAX_QUESTIONS && !collector.questions.has(id)) return null
  return collector.ask({
    id,
    group: 'Supplements',
    text: `Does “${source}” hold only supplements, such as magnesium tablets?`,
    help: 'Minerals in meals are left out. If it holds both, say no.',
    answer: {
      kind: 'one',
      options: [
        { id: 'yes', label: 'Yes, only supplements' },
        { id: 'no', label: 'No, meals as well' },
      ],
    },
    suggested: null,
    isNeeded: false,
  })
}

const { magnesiumSupplementMg, potassiumSupplementMg, calciumSupplementMg } = food.fields
const mostOf = {
  magnesium: magnesiumSupplementMg.max,
  potassium: potassiumSupplementMg.max,
  calcium: calciumSupplementMg.max,
} as const

function addSupplement({ key, start, end, loggedAt, mg }: TrackedMinerals, collector: Collector): void {
  const amounts = Object.entries(mg).map(([mineral, amount]) => `${Math.round(amount)} mg of ${mineral}`)
  const leaveOut = (reason: string) => collector.leaveOut(reason, amounts.join(', '), writeMoment(start))
  const read = (mineral: Mineral) => {
    const whole = Math.round(mg[mineral] ?? 0)
    return whole > 0 ? whole : null
  }
  const isTooMuch = minerals.some(mineral => (read(mineral) ?? 0) > mostOf[mineral])
  const draft = {
    ...food.unanswered,
    kind: 'food' as const,
    ...start,
    magnesiumSupplementMg: read('magnesium'),
    potassiumSupplementMg: read('potassium'),
    calciumSupplementMg: read('calcium'),
    note: '',
  }
  if (start.at > collector.context.now.at) leaveOut('in the future')
  else if (end - start.at > MS_PER_HOUR) leaveOut('the total of several hours')
  else if (isTooMuch) leaveOut('more than a person takes at once')
  else if (minerals.every(mineral => read(mineral) === null)) leaveOut('less than 1 mg')
  else collector.add({ key, loggedAt: loggedAt ?? start.at, draft })
}
