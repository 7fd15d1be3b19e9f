/**
 * Exposures read from the shoes worn. A day is tracked if a shoe was put on, or "none" was said, and the end of every
 * wearing and the answer about every shoe are known.
 */
import type { EntryOf } from '../../kinds/entry.ts'
import { archSupports, type Shoe } from '../../kinds/footwear.ts'
import { MS_PER_MINUTE } from '../../time/moment.ts'
import { momentOfEnd } from '../../time/time-zone.ts'
import { type DayNumber, type DiaryEntry, MINUTES_PER_HOUR } from '../diary/diary.ts'
import { defineExposures } from './exposure.ts'
import type { JournalFacts } from './journal-facts.ts'
import { lasting, overHours, type TimedSeries } from './series.ts'

type Wearing = EntryOf<'footwear'>

/** Diary entry of a wearing. One without its end has no duration: it is left out, and its days are not tracked. */
const describeWearing = (wearing: Wearing): DiaryEntry[] =>
  wearing.takenOffAt === null
    ? []
    : [lasting(wearing, Math.round((wearing.takenOffAt - wearing.at) / MS_PER_MINUTE), null)]

/** Days of a wearing from start to end; without its end, only the first day. */
function listWornDays(wearing: Wearing, { listDays, timeZone }: JournalFacts): DayNumber[] {
  const { kind, takenOffAt } = wearing
  if (takenOffAt === null) return [...listDays(wearing)]
  return [...listDays(wearing), ...listDays({ kind, ...momentOfEnd(takenOffAt - 1, wearing, timeZone) })]
}

/** Days on which every wearing has its end and every shoe its answer. @param answer null where it is missing */
function trackWearings(facts: JournalFacts, answer: (shoe: Shoe) => unknown) {
  const worn = facts.ofKind('footwear')
  const lacksAnswer = (wearing: Wearing) => {
    const shoe = facts.shoeOf(wearing)
    return wearing.takenOffAt === null || shoe === undefined || answer(shoe) === null
  }
  return facts.trackDates('footwear', {
    proved: facts.daysOf(worn),
    unknown: worn.filter(lacksAnswer).flatMap(wearing => listWornDays(wearing, facts)),
  })
}

/** 1 for an hour or more, within 24 hours, in shoes whose answer satisfies `isMeant`. */
const wornAnHour = <Answer>(answerOf: (shoe: Shoe) => Answer | null, isMeant: (answer: Answer) => boolean) =>
  overHours(
    24,
    { kind: 'minutes-at-least', minutes: MINUTES_PER_HOUR },
    facts => ({
      entries: facts
        .ofKind('footwear')
        .filter(wearing => {
          const shoe = facts.shoeOf(wearing)
          const answer = shoe === undefined ? null : answerOf(shoe)
          return answer !== null && isMeant(answer)
        })
        .flatMap(describeWearing),
      tracked: trackWearings(facts, answerOf),
    }),
    48,
  )

export const shoes = defineExposures([
  {
    key: 'footwear-unsupportive',
    name: 'Shoes with little arch support',
    suspected: 'Flat shoes with little support',
    needs: ['footwear'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'an hour or more in shoes with little or no arch support' },
    toLog: 'which shoes you wore, and the arch support of each shoe',
    ...wornAnHour(
      ({ archSupport }) => archSupport,
      archSupport => archSupports.get(archSupport).isUnsupportive,
    ),
  },
  {
    key: 'footwear-tight',
    name: 'Tight or narrow shoes',
    suspected: 'Tight or narrow shoes',
    needs: ['footwear'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'an hour or more in tight or narrow shoes' },
    toLog: 'which shoes you wore, and how each shoe fits',
    ...wornAnHour(
      ({ fit }) => fit,
      fit => fit === 'tight' || fit === 'narrow',
    ),
  },
])

/** Series of all wearings, with the shoe's id as type. It is no exposure: the chart that compares shoes reads it. */
export const buildWearings = (facts: JournalFacts): TimedSeries => ({
  entries: facts
    .ofKind('footwear')
    .flatMap(wearing => describeWearing(wearing).map(entry => ({ ...entry, type: String(wearing.shoeId) }))),
  tracked: trackWearings(facts, shoe => shoe),
})
