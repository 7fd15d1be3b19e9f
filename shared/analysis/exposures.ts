/**
 * What may bring a cramp on or keep it away, as far as the journal has the fields for it. One entry per exposure: adding
 * one is adding it here, and its series in `diary-of-journal.ts`.
 *
 * Windows and aggregates are those of the study design: one primary window per exposure, chosen before any data were
 * seen. Only these get a verdict, and together they are the family in which false discoveries are controlled.
 */
import { type DayNumber, type Diary, MINUTES_PER_HOUR } from './diary.ts'
import type { NumberFormats } from './sentence-parts.ts'
import type { ExposureWindow, WindowSource } from './windows.ts'

/** From here on a stretch of sitting is a long one. */
export const LONG_SITTING_MINUTES = 120

export const exposureKeys = [
  'fluids-low',
  'fluids-excess',
  'sweat-salt',
  'activity-load',
  'activity-new',
  'warmup',
  'footwear-unsupportive',
  'footwear-tight',
  'standing',
  'sitting',
  'cold-exposure',
  'alcohol',
  'caffeine',
  'stretch-evening',
  'stretch-regular',
  'foot-strength',
  'diet-potassium',
  'diet-magnesium',
  'diet-calcium',
  'cold-bedroom',
  'cold-feet',
  'bedding-tight',
  'sleep-position',
  'heat-day',
  'illness-loss',
] as const
export type ExposureKey = (typeof exposureKeys)[number]

/** Present or absent in a window. */
interface YesNo {
  readonly kind: 'yes-no'
  /** Completes "On tracked days with ...". */
  readonly present: string
}

/** So much of it in a window. */
interface Amount {
  readonly kind: 'amount'
  /**
   * Whole things, of which a window holds few: four or five different amounts may never occur, so the minimum data ask
   * for days on either side of the contrast instead.
   */
  readonly isCounted?: true
  /** How many raw units one displayed step is: 500 for "per 500 ml". */
  readonly step: number
  /** Completes "per ... more". */
  readonly stepWords: (formats: NumberFormats) => string
  /** Says an amount of it in words, from the raw unit. */
  readonly format: (amount: number, formats: NumberFormats) => string
  /** Raw values at which the bars of the dose-response are cut; personal tertiles where none are given. */
  readonly cuts?: readonly number[]
}

export interface Exposure {
  readonly key: ExposureKey
  /** As a heading: "Shoes with little arch support". */
  readonly name: string
  /** Completes "in the ...": "24 hours before", "same night". */
  readonly windowWords: string
  readonly scale: YesNo | Amount
  readonly window: (diary: Diary) => ExposureWindow
  /** A longer time to look back on, shown without a verdict: what one did may still tell the day after. */
  readonly longerLookBack?: {
    readonly windowWords: string
    readonly window: (diary: Diary) => ExposureWindow
  }
  /** What to write down so that it can be studied; completes "Log ...". */
  readonly toLog: string
}

const HOURS_24 = { windowHours: 24, windowWords: '24 hours before' } as const
const HOURS_12 = { windowHours: 12, windowWords: '12 hours before' } as const
const HOURS_48 = { windowHours: 48, windowWords: '48 hours before' } as const
const DAYS_7 = { windowHours: 7 * 24, windowWords: '7 days before' } as const
const NIGHT_WORDS = 'same night'

/** A window over timed entries of a series of the same name as its tracked dates. */
const entriesOf =
  (series: string, windowHours: number, aggregate: Extract<WindowSource, { kind: 'entries' }>['aggregate']) =>
  (): ExposureWindow => ({ series, trackedAs: series, source: { kind: 'entries', windowHours, aggregate } })

/**
 * Standing and sitting are written down either by the clock or as hours of a whole day. As soon as one date has only
 * the latter, every date is read as its total: hours nobody wrote down must not be spread over the day.
 */
const timedOrByDate =
  (series: string, windowHours: number, aggregate: Extract<WindowSource, { kind: 'entries' }>['aggregate']) =>
  (diary: Diary): ExposureWindow => {
    const byDate: ReadonlyMap<DayNumber, unknown> | undefined = diary.dateValues[series]
    return byDate !== undefined && byDate.size > 0
      ? { series, trackedAs: series, source: { kind: 'date-value' } }
      : entriesOf(series, windowHours, aggregate)()
  }

/** The value of the night of the cramp, known from the sleep record alone. */
const ofTheNight = (series: string) => (): ExposureWindow => ({
  series,
  trackedAs: series,
  source: { kind: 'night-value' },
})

/** "1 day", "2.5 servings". */
const countedIn =
  (noun: string) =>
  (count: number, { number }: NumberFormats): string => {
    const words = number(count, 1)
    return `${words} ${words === number(1) ? noun : `${noun}s`}`
  }

/** Servings are counted, and there are few of them: what a supplement holds is another matter. */
const diet = (mineral: string) => ({
  name: `Food rich in ${mineral}`,
  windowWords: HOURS_48.windowWords,
  scale: {
    kind: 'amount',
    isCounted: true,
    step: 1,
    stepWords: () => `serving rich in ${mineral}`,
    format: countedIn('serving'),
  } as const,
  window: entriesOf(`diet-${mineral}`, HOURS_48.windowHours, { kind: 'sum-of-amounts' }),
  toLog: `what you eat that is rich in ${mineral}, and say when it is complete`,
})

const wornAnHour = { kind: 'minutes-at-least', minutes: MINUTES_PER_HOUR } as const

export const exposures: readonly Exposure[] = [
  {
    // Named after the suspicion, measured as what was drunk: a ratio below 1 speaks for it.
    key: 'fluids-low',
    name: 'How much you drank',
    windowWords: HOURS_24.windowWords,
    scale: {
      kind: 'amount',
      step: 500,
      stepWords: ({ volume }) => volume(500),
      format: (volumeMl, { volume }) => volume(volumeMl),
      cuts: [1000, 1500, 2000, 2500],
    },
    window: entriesOf('fluids', HOURS_24.windowHours, { kind: 'sum-of-amounts' }),
    toLog: 'your drinks, and say when they are complete',
  },
  {
    key: 'fluids-excess',
    name: 'A lot of plain water',
    windowWords: HOURS_24.windowWords,
    scale: {
      kind: 'yes-no',
      present: 'more than a litre of plain water within an hour, or more than 4 litres in all',
    },
    window: entriesOf('plain-water', HOURS_24.windowHours, {
      kind: 'amount-above',
      amount: 1000,
      withinMinutes: 60,
      amountInWindow: 4000,
    }),
    toLog: 'your drinks, and say when they are complete',
  },
  {
    key: 'sweat-salt',
    name: 'Heavy sweat without salt or an electrolyte drink',
    windowWords: HOURS_24.windowWords,
    scale: { kind: 'yes-no', present: 'heavy sweat, and nothing salty or electrolyte drink with it' },
    window: entriesOf('sweat-salt', HOURS_24.windowHours, { kind: 'any' }),
    toLog:
      'how much you sweated with each activity, and whether something salty or an electrolyte drink followed',
  },
  {
    key: 'activity-load',
    name: 'How much you trained',
    windowWords: HOURS_24.windowWords,
    scale: {
      kind: 'amount',
      step: 100,
      stepWords: ({ number }) => `${number(100)} points of load (minutes times how hard it felt)`,
      format: (load, { number }) => `${number(Math.round(load / 10) * 10)} points`,
    },
    window: entriesOf('activity-load', HOURS_24.windowHours, { kind: 'sum-of-amounts' }),
    longerLookBack: {
      windowWords: HOURS_48.windowWords,
      window: entriesOf('activity-load', HOURS_48.windowHours, { kind: 'sum-of-amounts' }),
    },
    toLog: 'your activities with minutes and how hard they felt',
  },
  {
    key: 'activity-new',
    name: 'Activity that was new or harder than usual',
    windowWords: HOURS_48.windowWords,
    scale: { kind: 'yes-no', present: 'something new or harder than usual' },
    window: entriesOf('activity-new', HOURS_48.windowHours, { kind: 'any' }),
    toLog: 'your activities, and whether they were new or harder than usual',
  },
  {
    key: 'warmup',
    name: 'Activity without a warm-up',
    windowWords: HOURS_24.windowWords,
    scale: { kind: 'yes-no', present: 'a session without a warm-up' },
    window: entriesOf('warmup', HOURS_24.windowHours, { kind: 'any' }),
    toLog: 'your activities with the minutes of warm-up (0 for none)',
  },
  {
    key: 'footwear-unsupportive',
    name: 'Shoes with little arch support',
    windowWords: HOURS_24.windowWords,
    scale: { kind: 'yes-no', present: 'an hour or more in shoes with little or no arch support' },
    window: entriesOf('footwear-unsupportive', HOURS_24.windowHours, wornAnHour),
    longerLookBack: {
      windowWords: HOURS_48.windowWords,
      window: entriesOf('footwear-unsupportive', HOURS_48.windowHours, wornAnHour),
    },
    toLog: 'which shoes you wore, and the arch support of each shoe',
  },
  {
    key: 'footwear-tight',
    name: 'Tight or narrow shoes',
    windowWords: HOURS_24.windowWords,
    scale: { kind: 'yes-no', present: 'an hour or more in tight or narrow shoes' },
    window: entriesOf('footwear-tight', HOURS_24.windowHours, wornAnHour),
    longerLookBack: {
      windowWords: HOURS_48.windowWords,
      window: entriesOf('footwear-tight', HOURS_48.windowHours, wornAnHour),
    },
    toLog: 'which shoes you wore, and how each shoe fits',
  },
  {
    key: 'standing',
    name: 'How long you stood',
    windowWords: HOURS_24.windowWords,
    scale: {
      kind: 'amount',
      step: MINUTES_PER_HOUR,
      stepWords: () => 'hour of standing',
      format: (minutes, { number }) => `${number(minutes / MINUTES_PER_HOUR, 1)} h`,
      cuts: [2, 4, 6, 8].map(hours => hours * MINUTES_PER_HOUR),
    },
    window: timedOrByDate('standing', HOURS_24.windowHours, { kind: 'sum-of-minutes' }),
    toLog: 'how long you stood',
  },
  {
    key: 'sitting',
    name: 'Sitting for long without a break',
    windowWords: HOURS_24.windowWords,
    scale: { kind: 'yes-no', present: 'two hours or more of sitting without a break' },
    window: timedOrByDate('sitting', HOURS_24.windowHours, {
      kind: 'bout-at-least',
      minutes: LONG_SITTING_MINUTES,
    }),
    toLog: 'how long you sat, and the longest stretch without a break',
  },
  {
    key: 'cold-exposure',
    name: 'Cold water or cold weather',
    windowWords: HOURS_12.windowWords,
    scale: { kind: 'yes-no', present: 'activity in cold water or cold weather' },
    window: entriesOf('cold-exposure', HOURS_12.windowHours, { kind: 'any' }),
    toLog: 'your activities, and whether they were in the cold',
  },
  {
    key: 'alcohol',
    name: 'Alcohol',
    windowWords: HOURS_12.windowWords,
    scale: { kind: 'yes-no', present: 'any alcohol' },
    window: entriesOf('alcohol', HOURS_12.windowHours, { kind: 'any' }),
    toLog: 'your drinks, and say when they are complete',
  },
  {
    key: 'caffeine',
    name: 'Coffee and other drinks with caffeine',
    windowWords: HOURS_12.windowWords,
    scale: {
      kind: 'amount',
      isCounted: true,
      step: 1,
      stepWords: () => 'drink with caffeine',
      format: countedIn('drink'),
    },
    window: entriesOf('caffeine', HOURS_12.windowHours, { kind: 'sum-of-amounts' }),
    toLog:
      'your drinks with the caffeine of tea and soft drinks (0 for none), and say when they are complete',
  },
  {
    key: 'stretch-evening',
    name: 'Stretching in the evening',
    windowWords: HOURS_12.windowWords,
    scale: {
      kind: 'yes-no',
      present: 'a minute or more of stretching calf, back of the thigh or foot in the evening',
    },
    window: entriesOf('stretch-evening', HOURS_12.windowHours, { kind: 'any' }),
    toLog: 'your stretching with its muscles, and the days without',
  },
  {
    key: 'stretch-regular',
    name: 'Days with stretching',
    windowWords: DAYS_7.windowWords,
    scale: {
      kind: 'amount',
      isCounted: true,
      step: 1,
      stepWords: () => 'day with stretching',
      format: countedIn('day'),
    },
    window: entriesOf('stretch-regular', DAYS_7.windowHours, { kind: 'days-with-any' }),
    toLog: 'your stretching, and the days without',
  },
  {
    key: 'foot-strength',
    name: 'Days with foot exercises',
    windowWords: DAYS_7.windowWords,
    scale: {
      kind: 'amount',
      isCounted: true,
      step: 1,
      stepWords: () => 'day with foot exercises',
      format: countedIn('day'),
    },
    window: entriesOf('foot-strength', DAYS_7.windowHours, { kind: 'days-with-any' }),
    toLog: 'your foot exercises, and the days without',
  },
  { key: 'diet-potassium', ...diet('potassium') },
  { key: 'diet-magnesium', ...diet('magnesium') },
  { key: 'diet-calcium', ...diet('calcium') },
  {
    key: 'cold-bedroom',
    name: 'A cold bedroom',
    windowWords: NIGHT_WORDS,
    scale: { kind: 'yes-no', present: 'a cold bedroom (16 °C or less, or felt cold)' },
    window: ofTheNight('cold-bedroom'),
    toLog: 'your nights with both times, and how the room felt',
  },
  {
    key: 'cold-feet',
    name: 'Cold legs or feet in bed',
    windowWords: NIGHT_WORDS,
    scale: { kind: 'yes-no', present: 'cold legs or feet in bed' },
    window: ofTheNight('cold-feet'),
    toLog: 'your nights with both times, and whether your legs were cold',
  },
  {
    key: 'bedding-tight',
    name: 'Tight bedding',
    windowWords: NIGHT_WORDS,
    scale: { kind: 'yes-no', present: 'bedding tight over the feet' },
    window: ofTheNight('bedding-tight'),
    toLog: 'your nights with both times, and how the bedding was',
  },
  {
    key: 'sleep-position',
    name: 'Lying with the toes pointed',
    windowWords: NIGHT_WORDS,
    scale: {
      kind: 'yes-no',
      present: 'lying on the front with the toes pointed, or on the back under tight bedding',
    },
    window: ofTheNight('sleep-position'),
    toLog: 'your nights with both times, how you lay and how the bedding was',
  },
  {
    key: 'heat-day',
    name: 'Hot days',
    windowWords: HOURS_24.windowWords,
    scale: { kind: 'yes-no', present: 'a hot day' },
    window: () => ({ series: 'heat-day', trackedAs: 'heat-day', source: { kind: 'date-value' } }),
    toLog: 'whether a day was hot',
  },
  {
    key: 'illness-loss',
    name: 'Illness with loss of fluid',
    windowWords: HOURS_48.windowWords,
    scale: { kind: 'yes-no', present: 'vomiting, diarrhoea or fever' },
    window: entriesOf('illness-loss', HOURS_48.windowHours, { kind: 'any' }),
    toLog: 'days of vomiting, diarrhoea or fever, and the days without',
  },
]

const exposureOfKey = new Map(exposures.map(exposure => [exposure.key, exposure]))

/** @throws RangeError for one that is not in the catalogue */
export function getExposure(key: ExposureKey): Exposure {
  const exposure = exposureOfKey.get(key)
  if (exposure === undefined) throw new RangeError(`key: no exposure "${key}"`)
  return exposure
}
