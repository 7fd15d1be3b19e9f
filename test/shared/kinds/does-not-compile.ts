/** Mistakes that must not compile. tsc checks this file: a mistake that compiles is itself an error here. Never run. */
import { type ActivityFacts, activities } from '../../../shared/kinds/activities.ts'
import { type DrinkFacts, drinks } from '../../../shared/kinds/drinks.ts'
import { listOf } from '../../../shared/kinds/list.ts'
import { type MuscleFacts, muscles } from '../../../shared/kinds/muscles.ts'
import { type SymptomFacts, symptoms } from '../../../shared/kinds/symptoms.ts'

type Without<Facts, Name extends keyof Facts> = Omit<Facts, Name>
declare function factsWithout<Facts, Name extends keyof Facts>(facts: Facts, name: Name): Without<Facts, Name>

const beer = drinks.get('beer')
const run = activities.get('run')

export const mistakes = [
  // @ts-expect-error A drink without its alcohol.
  listOf<DrinkFacts>()({ 'no-drink': factsWithout(beer, 'alcoholPercent') }),
  // @ts-expect-error A drink without its caffeine.
  listOf<DrinkFacts>()({ 'no-drink': factsWithout(beer, 'caffeine') }),
  // @ts-expect-error A drink without names for quick add.
  listOf<DrinkFacts>()({ 'no-drink': factsWithout(beer, 'names') }),
  // @ts-expect-error A fact that no drink has.
  listOf<DrinkFacts>()({ 'no-drink': { ...beer, isTasty: true } }),
  // @ts-expect-error A drink that is not in the list.
  drinks.get('no-drink'),
  // @ts-expect-error An activity that may be standing or not.
  listOf<ActivityFacts>()({ yoga: factsWithout(run, 'isStill') }),
  // @ts-expect-error An activity that may need a warm-up or not.
  listOf<ActivityFacts>()({ yoga: factsWithout(run, 'isGentle') }),
  // @ts-expect-error A muscle in no part of the body.
  listOf<MuscleFacts>()({ neck: factsWithout(muscles.get('trunk'), 'part') }),
  // @ts-expect-error A symptom without its urgency.
  listOf<SymptomFacts>()({ itch: factsWithout(symptoms.get('burning'), 'urgency') }),
  // @ts-expect-error An entry without a label.
  listOf()({ itch: {} }),
]
