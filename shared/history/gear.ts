/** Shoes that another program names with a session: the person says which pair of the closet it is. */
import type { Activity } from '../kinds/activities.ts'
import { isThingKey } from '../kinds/thing-key.ts'
import type { Collector } from './collector.ts'

/** Most questions about gear; a damaged file may hold thousands of names. */
const MAX_QUESTIONS = 40
const NOT_THERE = 'none'

/** Activities whose gear is a bicycle or nothing that is walked in. */
const NOT_ON_FOOT: ReadonlySet<Activity> = new Set<Activity>(['cycle', 'swim'])

/**
 * Shoe of the closet that the gear of a session is; null for a bicycle, for one that is not in the closet, and while the
 * person has not said. No file tells what kind of shoe it is: that is said where shoes are added to the closet.
 */
export function findShoe(gear: string, activity: Activity, collector: Collector): number | null {
  if (gear === '' || (!isThingKey(activity) && NOT_ON_FOOT.has(activity))) return null
  const { shoes = [] } = collector.context
  if (shoes.length === 0) {
    collector.note(
      `Shoes such as “${gear}” stay in the note. Add your shoes to Unknot, then import again: then you can say which is which.`,
    )
    return null
  }
  const id = `gear:${gear.slice(0, 80)}`
  if (collector.questions.size >= MAX_QUESTIONS && !collector.questions.has(id)) return null
  const sameName = shoes.find(({ name }) => name.toLowerCase() === gear.toLowerCase())
  const answer = collector.ask({
    id,
    group: 'Shoes',
    text: `Which of your shoes is “${gear.slice(0, 80)}”?`,
    help: 'It then counts as worn during these sessions.',
    answer: {
      kind: 'one',
      options: [
        ...shoes.map(({ id, name }) => ({ id: String(id), label: name })),
        { id: NOT_THERE, label: 'None of them' },
      ],
    },
    suggested: sameName === undefined ? null : String(sameName.id),
    isNeeded: false,
  })
  return shoes.find(shoe => String(shoe.id) === answer)?.id ?? null
}
