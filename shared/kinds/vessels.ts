/** Vessels and their volumes. A drink that comes in other volumes overrides them in `drinks.ts`. */
import { type IdOf, type Labelled, listOf } from './list.ts'

/** Whose cups and pints are meant. */
export type Measures = 'uk' | 'eu' | 'us'
export type VesselSize = 'small' | 'medium' | 'large'

/** Volumes in ml: one where it is plain, several where the person is asked, none where the vessel says nothing. */
export type Volumes = (measures: Measures, size: VesselSize | null) => readonly number[]

interface VesselFacts extends Labelled {
  /** Names in a quick-add line; source of a regular expression. */
  readonly names: string
  readonly volumesMl: Volumes
}

export const CUP_ML = { uk: 200, eu: 200, us: 237 } as const
export const MUG_ML = { uk: 300, eu: 250, us: 250 } as const
export const CAN_ML = { uk: 330, eu: 330, us: 355 } as const
export const PINT_ML = { uk: 568, eu: 568, us: 473 } as const
export const SHOT_ML = { uk: 25, eu: 25, us: 44 } as const

const BOTTLE_ML = { small: [500], medium: [], large: [750] } as const
export const sizedBottleMl = (size: VesselSize): readonly number[] => BOTTLE_ML[size]

/** Volumes of a vessel that comes in one size only. */
const oneSize =
  (volumeMl: (measures: Measures) => number): Volumes =>
  (measures, size) =>
    size === null ? [volumeMl(measures)] : []

export const vessels = listOf<VesselFacts>()({
  cup: {
    words: 'Cup',
    names: 'cups?',
    volumesMl: (measures, size) => (size === 'small' ? [150] : size === 'large' ? [] : [CUP_ML[measures]]),
  },
  mug: { words: 'Mug', names: 'mugs?', volumesMl: oneSize(measures => MUG_ML[measures]) },
  glass: {
    words: 'Glass',
    names: 'glass(?:es)?',
    volumesMl: (_, size) => (size === 'small' ? [200] : size === 'large' ? [] : [250]),
  },
  can: { words: 'Can', names: 'cans?|tins?', volumesMl: oneSize(measures => CAN_ML[measures]) },
  bottle: {
    words: 'Bottle',
    names: 'bottles?',
    volumesMl: (_, size) => (size === null ? [500, 750] : sizedBottleMl(size)),
  },
  pint: { words: 'Pint', names: 'pints?|pt', volumesMl: oneSize(measures => PINT_ML[measures]) },
  bowl: { words: 'Bowl', names: 'bowls?', volumesMl: oneSize(() => 250) },
  shot: { words: 'Shot', names: 'shots?|measures?|drams?|singles?|doubles?', volumesMl: () => [] },
  sachet: { words: 'Sachet', names: 'sachets?', volumesMl: () => [] },
  espresso: { words: 'Espresso', names: 'espressos?', volumesMl: () => [30] },
})
export type Vessel = IdOf<typeof vessels>
