/** Activities: one record with all facts per activity. */
import { type IdOf, type Labelled, listOf, openListOf } from './list.ts'
import { isThingKey, type ThingKey } from './thing-key.ts'

export interface ActivityFacts extends Labelled {
  /** Standing or sitting: no training, however long. It has a longest bout, and may be entered for a whole day. */
  readonly isStill: boolean
  /** Needs no warm-up: one that was not entered is no gap in what is known. */
  readonly isGentle: boolean
  /** Covers a distance: "5k" and "400 m" can belong to it. */
  readonly coversDistance: boolean
  /** Done in water, so a water temperature can be entered. */
  readonly isInWater: boolean
  /** Text that a quick-add answer writes into the line. */
  readonly typed: string
  /** Names in a quick-add line; source of a regular expression. */
  readonly names: string
}

/** Activities the journal has no id for: they are named in the note. Source of a regular expression. */
export const UNLISTED_ACTIVITY =
  'yoga|pilates|danc(?:e|ed|ing)|ski(?:ed|ing)?|row(?:ed|ing)|climb(?:ed|ing)\\s+stairs|bouldering|skat(?:ed|ing)|aerobics'

/** Facts of a session of sport; each record below says what differs. */
const sport = {
  isStill: false,
  isGentle: false,
  coversDistance: false,
  isInWater: false,
} as const satisfies Partial<ActivityFacts>

const LONG_OR_SHORT = String.raw`(?:(?:long|short)\s+)?`

export const activities = openListOf<ActivityFacts>()('activity', {
  walk: {
    ...sport,
    words: 'Walk',
    isGentle: true,
    coversDistance: true,
    typed: 'walk',
    names: String.raw`${LONG_OR_SHORT}(?:walked|walk|walking|hiked|hike|hiking)(?:\s+(?:with\s+)?(?:the|my|our)\s+dogs?)?`,
  },
  run: {
    ...sport,
    words: 'Run',
    coversDistance: true,
    typed: 'run',
    names: `${LONG_OR_SHORT}(?:ran|run|running|jog|jogged|jogging)`,
  },
  cycle: {
    ...sport,
    words: 'Cycling',
    coversDistance: true,
    typed: 'bike',
    names: String.raw`${LONG_OR_SHORT}(?:cycled|cycle|cycling|biked|bike(?:\s+ride)?|biking|rode|ride)`,
  },
  swim: {
    ...sport,
    words: 'Swim',
    coversDistance: true,
    isInWater: true,
    typed: 'swim',
    names: `${LONG_OR_SHORT}(?:swam|swim|swimming)`,
  },
  'court-or-field-sport': {
    ...sport,
    words: 'Court or field sport',
    typed: 'tennis',
    names: 'football|soccer|tennis|basketball|volleyball|badminton|squash|hockey|rugby|handball|padel',
  },
  strength: {
    ...sport,
    words: 'Strength training',
    typed: 'gym',
    names: String.raw`strength(?:\s+training)?|weights|weight\s+lifting|lifted\s+weights|gym`,
  },
  'gardening-or-housework': {
    ...sport,
    words: 'Gardening or housework',
    isGentle: true,
    typed: 'gardening',
    names: 'gardening|gardened|housework|cleaning|cleaned|mowed|mowing|raking|raked',
  },
  standing: {
    ...sport,
    words: 'Standing',
    isStill: true,
    typed: 'standing',
    names: String.raw`stood|standing|on\s+my\s+feet`,
  },
  'sitting-or-travel': {
    ...sport,
    words: 'Sitting or travel',
    isStill: true,
    typed: 'sitting',
    names: String.raw`sat(?:\s+at\s+(?:a|my|the)\s+desk)?|sitting|(?:desk|office)\s+work|drove|driving|travell?ed|travell?ing|flight|flew`,
  },
  other: {
    ...sport,
    words: 'Other',
    typed: 'other activity',
    names: `other\\s+activity|${UNLISTED_ACTIVITY}`,
  },
})
/** An activity of the list, or one of the person's own. */
export type Activity = IdOf<typeof activities> | ThingKey

/** True of standing and sitting, which alone can be entered for a whole day. */
export const isStandingOrSitting = (activity: Activity): boolean =>
  !isThingKey(activity) && activities.get(activity).isStill

/** True of a swim, which alone has a water temperature. */
export const isInWater = (activity: Activity): boolean =>
  !isThingKey(activity) && activities.get(activity).isInWater

export const sweatLevels = listOf()({
  none: { words: 'No sweat' },
  light: { words: 'Light sweat' },
  moderate: { words: 'Moderate sweat' },
  heavy: { words: 'Heavy sweat' },
})
export type SweatLevel = IdOf<typeof sweatLevels>
