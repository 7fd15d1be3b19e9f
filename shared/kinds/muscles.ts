/** Sites of a cramp: muscles, from the toes up, and sides. */
import { type IdOf, type Labelled, listOf } from './list.ts'

export interface MuscleFacts extends Labelled {
  /** Part of the body: cramps in muscles of one part count as cramps in the same muscles. */
  readonly part: 'foot' | 'lower-leg' | 'thigh' | 'arm' | 'trunk' | 'face' | 'other'
  /** Stretched in the trials of stretching before bed, or in the foot. */
  readonly isStretchedInTrials: boolean
  /** Names in a quick-add line. */
  readonly names: {
    /** Text that a quick-add answer writes into the line. */
    readonly typed: string
    /** The same for both sides; null where it has no plural that says so. */
    readonly typedForBoth: string | null
    /** Source of a regular expression; null for a muscle that has no name of its own. */
    readonly pattern: string | null
    /** Plurals that mean both sides, as each leg has one calf; null where a plural says nothing (toes are many). */
    readonly plural: string | null
  }
}

export const muscles = listOf<MuscleFacts>()({
  toes: {
    words: 'Toes',
    part: 'foot',
    isStretchedInTrials: true,
    names: {
      typed: 'toes',
      typedForBoth: 'both toes',
      pattern: String.raw`(?:big\s+|little\s+)?toes?`,
      plural: null,
    },
  },
  arch: {
    words: 'Arch of the foot',
    part: 'foot',
    isStretchedInTrials: true,
    names: {
      typed: 'arch',
      typedForBoth: 'arches',
      pattern: String.raw`arch(?:es)?(?:\s+of\s+(?:the\s+|my\s+)?(?:foot|feet))?|soles?(?:\s+of\s+(?:the\s+|my\s+)?(?:foot|feet))?`,
      plural: 'arches.*|soles.*',
    },
  },
  calf: {
    words: 'Calf',
    part: 'lower-leg',
    isStretchedInTrials: true,
    names: { typed: 'calf', typedForBoth: 'calves', pattern: 'calf|calves|calfs', plural: 'calves|calfs' },
  },
  shin: {
    words: 'Shin',
    part: 'lower-leg',
    isStretchedInTrials: false,
    names: { typed: 'shin', typedForBoth: 'shins', pattern: 'shins?', plural: 'shins' },
  },
  'inner-thigh': {
    words: 'Inner thigh',
    part: 'thigh',
    isStretchedInTrials: false,
    names: {
      typed: 'inner thigh',
      typedForBoth: 'inner thighs',
      pattern: String.raw`inner\s+thighs?|groin|adductors?`,
      plural: String.raw`inner\s+thighs`,
    },
  },
  hamstring: {
    words: 'Back of the thigh',
    part: 'thigh',
    isStretchedInTrials: true,
    names: {
      typed: 'hamstring',
      typedForBoth: 'back of the thighs',
      pattern: String.raw`back\s+of\s+(?:the\s+|my\s+)?thighs?|hamstrings?`,
      plural: String.raw`back\s+of\s+(?:the\s+|my\s+)?thighs`,
    },
  },
  'front-thigh': {
    words: 'Front of the thigh',
    part: 'thigh',
    isStretchedInTrials: false,
    names: {
      typed: 'front thigh',
      typedForBoth: 'front thighs',
      pattern: String.raw`front\s+thighs?|front\s+of\s+(?:the\s+|my\s+)?thighs?|quads?|quadriceps`,
      plural: String.raw`front\s+(?:of\s+(?:the\s+|my\s+)?)?thighs`,
    },
  },
  hand: {
    words: 'Hand',
    part: 'arm',
    isStretchedInTrials: false,
    names: {
      typed: 'hand',
      typedForBoth: null,
      pattern: 'hands?|fingers?|thumbs?',
      plural: 'hands|thumbs',
    },
  },
  arm: {
    words: 'Arm',
    part: 'arm',
    isStretchedInTrials: false,
    names: { typed: 'arm', typedForBoth: null, pattern: 'arms?|forearms?|biceps', plural: 'arms|forearms' },
  },
  trunk: {
    words: 'Trunk',
    part: 'trunk',
    isStretchedInTrials: false,
    names: { typed: 'trunk', typedForBoth: null, pattern: 'trunk|abdomen|abs|belly|ribs?', plural: null },
  },
  face: {
    words: 'Face',
    part: 'face',
    isStretchedInTrials: false,
    names: { typed: 'face', typedForBoth: null, pattern: 'face|jaw', plural: null },
  },
  other: {
    words: 'Somewhere else',
    part: 'other',
    isStretchedInTrials: false,
    names: { typed: 'somewhere else', typedForBoth: null, pattern: null, plural: null },
  },
})
export type Muscle = IdOf<typeof muscles>

const legParts: readonly MuscleFacts['part'][] = ['foot', 'lower-leg', 'thigh']

/** True of the muscles from the foot to the thigh. */
export const isInLeg = (muscle: Muscle): boolean => legParts.includes(muscles.get(muscle).part)

interface SideFacts extends Labelled {
  /** Suffix of a site's name, so that no muscle needs a plural: `Calf on both sides`. */
  readonly inSite: string
}

export const sides = listOf<SideFacts>()({
  left: { words: 'Left', inSite: 'Left' },
  right: { words: 'Right', inSite: 'Right' },
  both: { words: 'Both', inSite: 'on both sides' },
})
export type Side = IdOf<typeof sides>

/** `Left calf`, and for both of them `Calf on both sides`. */
export function formatSite({ muscle, side }: { readonly muscle: Muscle; readonly side: Side }): string {
  const { inSite } = sides.get(side)
  if (side === 'both') return `${muscles.words[muscle]} ${inSite}`
  return `${inSite} ${muscles.words[muscle].toLowerCase()}`
}
