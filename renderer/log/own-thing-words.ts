/** Words for the person's own drinks, activities, reliefs and symptoms, by list. */
import type { OwnList } from '../../shared/kinds/list.ts'
import type { CaffeineAnswer, OwnThing } from '../../shared/kinds/own-thing.ts'
import { formatNumber } from '../data/format.ts'
import type { Units } from '../data/units.ts'

interface ListWords {
  /** Heading of the list. */
  readonly title: string
  /** One of them: "Add a drink". */
  readonly one: string
  /** Button at the place of use. */
  readonly another: string
  readonly example: string
}

export const listWords: Readonly<Record<OwnList, ListWords>> = {
  drink: { title: 'Drinks', one: 'a drink', another: 'Another drink …', example: 'Kombucha' },
  activity: { title: 'Activities', one: 'an activity', another: 'Another activity …', example: 'Yoga' },
  relief: {
    title: 'What I try against a cramp',
    one: 'something to try',
    another: 'Something else I tried …',
    example: 'Acupressure',
  },
  symptom: { title: 'Symptoms', one: 'a symptom', another: 'Another symptom …', example: 'Fizzing skin' },
}

const caffeineWords: Readonly<Record<CaffeineAnswer, string>> = {
  yes: 'with caffeine',
  no: 'no caffeine',
  perhaps: 'caffeine varies',
}

/** Facts of a thing as short phrases: "250 ml, 3 % alcohol". */
export function listFacts(thing: OwnThing, units: Units): string[] {
  if (thing.list === 'activity') return [thing.isStill ? 'without moving' : 'moving']
  if (thing.list === 'symptom') return ['the warning signs do not go by it']
  if (thing.list !== 'drink') return []
  const { usualMl, alcoholPercent, caffeine, hasElectrolytes } = thing
  return [
    ...(usualMl === null ? [] : [units.formatVolume(usualMl)]),
    alcoholPercent > 0 ? `${formatNumber(alcoholPercent, 1)} % alcohol` : 'no alcohol',
    caffeineWords[caffeine],
    ...(hasElectrolytes ? ['with electrolytes'] : []),
  ]
}
