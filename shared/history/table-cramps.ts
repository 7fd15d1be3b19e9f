/** Cramps in a table: when they were written down, their muscle and side, their strength and length. */
import { type CrampSite, untoldCramp } from '../kinds/cramp.ts'
import { muscles, type Side, sides } from '../kinds/muscles.ts'
import { calendarDate } from '../time/moment.ts'
import { joinTexts } from './activity-entries.ts'
import { type Asking, idOfName, quote, shortenList } from './asking.ts'
import { plainName } from './digest-key.ts'
import { guessMuscle, guessSide } from './guess-names.ts'
import { onsetWithin } from './onsets.ts'
import { readLength, readMeasured } from './table-numbers.ts'
import {
  called,
  idOf,
  isNo,
  leftOut,
  NO_TIME,
  noonOf,
  type Plan,
  type PlanContext,
  SKIP,
  type Thing,
  type ThingRow,
} from './table-plan.ts'

/** When a time was written down. */
const onsetOptions = [
  { id: 'exact', label: 'At once: the time is right' },
  { id: 'about', label: 'Within half an hour' },
  { id: 'date', label: 'Later: only the date is right' },
] as const

const askOnset = (asking: Asking) =>
  asking.one({
    id: 'onset',
    group: 'Cramps',
    text: 'When did you write the cramps down?',
    help: 'Choose “Later” if you often filled them in at the end of the day.',
    options: onsetOptions,
    suggested: null,
  })

/** Place of a cramp: asked once for a name. Null while it is open. */
export function askSite(
  id: string,
  name: string,
  words: string,
  asking: Asking,
): CrampSite | typeof SKIP | null {
  const muscle = asking.one({
    id: `muscle:${id}`,
    group: 'Cramps',
    text: `Which muscle is meant by ${words}?`,
    options: [
      ...muscles.ids.map(muscleId => ({ id: muscleId, label: muscles.words[muscleId] })),
      { id: SKIP, label: 'Not known: leave these out' },
    ],
    suggested: guessMuscle(name),
  })
  const side = asking.one<Side | typeof SKIP>({
    id: `side:${id}`,
    group: 'Cramps',
    text: `Which side is meant by ${words}?`,
    options: [
      ...sides.ids.map(sideId => ({ id: sideId, label: sides.words[sideId] })),
      { id: SKIP, label: 'Not known: leave these out' },
    ],
    suggested: guessSide(name),
  })
  if (muscle === null || side === null) return null
  return muscle === SKIP || side === SKIP ? SKIP : { muscle, side }
}

export const NO_SITE = 'you have not said which muscle and side'
/** Labels that are asked about one by one. */
const MOST_LABELS = 60

export function planCramp(thing: Thing, context: PlanContext): Plan | null {
  const { asking } = context
  const timed = thing.rows.some(({ time }) => time.state === 'time')
  const onset = timed ? askOnset(asking) : 'date'
  const siteOf = planSites(thing, asking)
  const intensityOf = planIntensity(thing, context)
  const lengthOf = planCrampLength(thing, asking)
  if (onset === null || siteOf === null || intensityOf === null || lengthOf === null) return null
  return row => {
    if (isNo(row.value)) return { state: 'none' }
    const site = siteOf(row)
    if (site === SKIP) return leftOut(NO_SITE)
    const at = onsetOf(row, onset, context)
    if (at === null) return leftOut(NO_TIME)
    return {
      state: 'draft',
      draft: {
        ...untoldCramp,
        kind: 'cramp',
        ...at,
        sites: [site],
        intensity: intensityOf(row),
        durationSeconds: lengthOf(row),
        note: joinTexts([row.note]),
      },
    }
  }
}

function onsetOf({ time }: ThingRow, onset: (typeof onsetOptions)[number]['id'], { zone }: PlanContext) {
  if (time.state === 'time' && onset !== 'date') return { ...time.moment, onsetPrecision: onset }
  if (time.state === 'date') return zone && onsetWithin(time.date, 'date', zone)
  const date = calendarDate(time.moment)
  const rough = zone && onsetWithin(date, 'date', zone)
  // Without a zone the table tells offsets itself.
  return rough ?? { ...noonOf(time.moment), onsetPrecision: 'date' as const }
}

function planSites(thing: Thing, asking: Asking): ((row: ThingRow) => CrampSite | typeof SKIP) | null {
  const labels = new Set(thing.rows.map(({ label }) => plainName(label)))
  const isTold = [...labels].some(label => guessMuscle(label) !== null || guessSide(label) !== null)
  const hasLabels = labels.size > 1 || !labels.has('')
  const by =
    hasLabels && labels.size <= MOST_LABELS
      ? asking.one({
          id: idOf('site-by', thing),
          group: 'Cramps',
          text: `Does the label say where ${called(thing, 'the cramp')} was?`,
          help: `Its labels: ${shortenList([...labels].filter(label => label !== ''))}.`,
          options: [
            { id: 'label', label: 'Yes, each label is a place' },
            { id: 'same', label: 'No, it was always the same place' },
          ],
          suggested: isTold ? 'label' : 'same',
        })
      : 'same'
  if (by === null) return null
  if (by === 'same') {
    const site = askSite(
      thing.name === '' ? 'row' : idOfName(thing.name),
      thing.name,
      called(thing, 'it'),
      asking,
    )
    return site && (() => site)
  }
  const sites = new Map<string, CrampSite | typeof SKIP | null>()
  for (const label of labels) {
    const name = label === '' ? thing.name : label
    const words = label === '' ? `${called(thing, 'a cramp')} without a label` : quote(label)
    sites.set(label, askSite(`${idOfName(thing.name)}/${idOfName(label)}`, name, words, asking))
  }
  if ([...sites.values()].includes(null)) return null
  return row => sites.get(plainName(row.label)) ?? SKIP
}

/** Scales that a number can be on, as the journal's 0 to 10. */
const scales = {
  none: { label: 'It is no strength', most: Number.POSITIVE_INFINITY, map: () => null },
  ten: { label: 'Strength from 0 to 10', most: 10, map: (value: number) => Math.round(value) },
  five: {
    label: 'Strength from 1 to 5: 2, 4, 6, 8, 10',
    most: 5,
    map: (value: number) => Math.round(value * 2),
  },
  four: {
    label: 'Strength from 1 to 4: 3, 5, 7, 9',
    most: 4,
    map: (value: number) => (value < 1 ? null : Math.round(value * 2 + 1)),
  },
} as const

function planIntensity(
  thing: Thing,
  { asking, decimalSign }: PlanContext,
): ((row: ThingRow) => number | null) | null {
  const numberOf = ({ value }: ThingRow) => readMeasured(value, decimalSign)?.value ?? null
  const values = new Set(thing.rows.flatMap(row => numberOf(row) ?? []))
  const [least, greatest] = [...values].reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  // A single number on every row is a tick.
  if (values.size < 2 || (least ?? 0) < 0 || (greatest ?? 0) > 10) return () => null
  const chosen = asking.one({
    id: idOf('scale', thing),
    group: 'Cramps',
    text: `What is the number of ${called(thing, 'each row')}?`,
    options: (['none', 'four', 'five', 'ten'] as const)
      .filter(id => scales[id].most >= (greatest ?? 0))
      .map(id => ({ id, label: scales[id].label })),
    suggested: 'none',
  })
  if (chosen === null) return null
  return row => {
    const value = numberOf(row)
    return value === null ? null : scales[chosen].map(value)
  }
}

function planCrampLength(thing: Thing, asking: Asking): ((row: ThingRow) => number | null) | null {
  if (!thing.rows.some(({ value }) => readLength(value) !== null)) return () => null
  const chosen = asking.one({
    id: idOf('lasted', thing),
    group: 'Cramps',
    text: `Is the time behind ${called(thing, 'each row')} how long the cramp lasted?`,
    options: [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ],
    suggested: null,
  })
  if (chosen === null) return null
  return ({ value }) => (chosen === 'yes' ? readLength(value) || null : null)
}
