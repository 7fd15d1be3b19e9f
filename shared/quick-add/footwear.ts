/** Reader of footwear: "sandals 9 to 17", "put on boots", "took off sandals". */

import { capitalize } from '../locale/capitalize.ts'
import type { Moment } from '../time/moment.ts'
import { findInterval } from './intervals.ts'
import { type Line, words } from './line.ts'
import { findMoment } from './moments.ts'
import { askToType } from './questions.ts'
import type { Question, QuickAddContext } from './reading.ts'
import {
  BAREFOOT,
  type FoundShoe,
  nameInLine,
  offerShoes,
  takeDescribedShoe,
  takeNamedShoe,
} from './shoe-names.ts'
import { asks, defineReader, type Filled, fill, lateSlot, slot } from './slots.ts'
import type { SpokenTime } from './spoken-time.ts'

const ON = String.raw`put(?:ting)?\s+on|chang(?:ed|ing)\s+(?:in)?to|switch(?:ed|ing)\s+(?:in)?to|wearing`
const WORE = 'wore|worn'
const OFF = 'took|taken|taking|take|removed|off'

/** Verbs used only with footwear. */
export const WEAR_VERB = words(String.raw`${ON}|${WORE}|(?:took|taken|taking|take)\s+(?:\S+\s+){0,4}?off`)

/** A wearing that the line reports, or the end of the stored open one. */
interface Wearing {
  readonly shoeId: number
  readonly from: Moment
  readonly takenOffAt: number | null
  readonly note: string
  /** Id of the stored wearing that this ends; null for a new one. */
  readonly changes: number | null
}

export const readFootwear = defineReader('footwear')({
  slots: {
    named: slot(({ line, context }) => fill(takeNamedShoe(line, context.shoes))),
    verb: lateSlot(({ line }) => fill(takeVerb(line))),
    shoe: lateSlot<FoundShoe | 'barefoot' | null>(({ line, context }, before) => {
      const named = before.get('named')?.value
      // "Barefoot" may be a shoe's name; only otherwise does it mean that no shoe is on.
      if (named === null && line.take(BAREFOOT, 'shoe')) return fill('barefoot')
      return fill(named === null ? takeDescribedShoe(line, context.shoes) : null)
    }),
  },
  timeOptions: () => ({ withLength: true, withAllDay: true }),
  when: (time, { named, verb, shoe }, { line, context }): Filled<Wearing> => {
    const found = shoe === 'barefoot' ? null : (named ?? shoe ?? null)
    if (found === null) return asks(askBarefoot(line, context))
    if (verb?.isOff && (time.from === null || time.to === null)) return takeOff(line, found, time, context)
    const worn = findWorn(time, line, context, verb?.isPast ?? false)
    const [meant, other] = found.shoes
    if (meant === undefined || other !== undefined)
      return asks(askShoe(line, found, context), ...worn.questions)
    return worn.value === undefined
      ? asks(...worn.questions)
      : fill({ ...worn.value, shoeId: meant.id, note: line.note, changes: null })
  },
  draft: (_values, { shoeId, from, takenOffAt, note }) => ({
    kind: 'footwear',
    at: from.at,
    offsetMinutes: from.offsetMinutes,
    note,
    shoeId,
    takenOffAt,
  }),
  changes: ({ changes }) => changes,
})

/** Verbs of putting on and taking off. */
function takeVerb(line: Line): { readonly isPast: boolean; readonly isOff: boolean } {
  const isPast = line.take(words(WORE), 'kind') !== null
  line.take(words(ON), 'kind')
  let isOff = false
  while (line.take(words(OFF), 'kind')) isOff = true
  return { isPast, isOff }
}

type Worn = Pick<Wearing, 'from' | 'takenOffAt'>

const FROM_WHEN = 'From when until when? Write it as “9:00 to 17:00”.'

function findWorn(time: SpokenTime, line: Line, context: QuickAddContext, isPast: boolean): Filled<Worn> {
  const asking = { line, context }
  if (time.to !== null || time.isUntilNow || time.seconds !== null) {
    const found = findInterval(time, asking)
    if (found.kind === 'asks') return asks(found.question)
    return found.kind === 'interval'
      ? fill({ from: found.from, takenOffAt: found.from.at + found.seconds * 1000 })
      : asks(askToType('time', 'When was it put on? Write it as “9:00 to 17:00”.'))
  }
  const found = findMoment(time, asking)
  if (found.kind === 'asks') return asks(found.question)
  if (found.kind === 'moment') return fill({ from: found.moment, takenOffAt: null })
  return found.kind === 'nothing' && !isPast
    ? fill({ from: context.now, takenOffAt: null })
    : asks(askToType('time', FROM_WHEN))
}

/** Ends the stored open wearing. Without one the beginning is unknown, so both times are asked for. */
function takeOff(line: Line, found: FoundShoe, time: SpokenTime, context: QuickAddContext): Filled<Wearing> {
  const { wearing, now } = context
  const end = findMoment({ ...time, from: time.to ?? time.from, to: null }, { line, context })
  if (end.kind === 'asks') return asks(end.question)
  const isMeant = found.shoes.length === 0 ? found.span === null || isGeneric(line, found) : undefined
  const isOn = wearing !== null && (isMeant ?? found.shoes.some(shoe => shoe.id === wearing.shoeId))
  if (!isOn)
    return asks(
      askToType(
        'put on',
        'The journal does not know when you put it on. Write both times, as in “9:00 to 17:00”.',
      ),
    )
  if (end.kind === 'date' || end.kind === 'night')
    return asks(askToType('time', 'At what time was it taken off?'))
  const takenOffAt = end.kind === 'moment' ? end.moment.at : now.at
  if (takenOffAt <= wearing.at)
    return asks(askToType('time', 'That is before it was put on. When was it taken off?'))
  const note = [wearing.note, line.note].filter(text => text !== '').join('\n')
  return fill({ shoeId: wearing.shoeId, from: wearing, takenOffAt, note, changes: wearing.id })
}

/** Going barefoot is stored as the gap between wearings, so the end of the open one is asked for. */
function askBarefoot(line: Line, { shoes, wearing }: QuickAddContext): Question {
  const worn = shoes.find(({ id }) => id === wearing?.shoeId)
  if (worn === undefined)
    return askToType(
      'barefoot',
      'The journal does not know of any shoe you are wearing, so there is nothing to add. Write which shoe you wore, and when.',
    )
  const kept = [...line.listLeftovers().map(({ text }) => text), line.note].filter(text => text !== '')
  const note = kept.length === 0 ? '' : ` note: ${kept.join('; ')}`
  return {
    about: 'barefoot',
    text: `Barefoot means no shoe on. When did you take off ${worn.name}?`,
    options: ['now', '30 min ago', '1 hour ago'].map(when => ({
      label: capitalize(when),
      line: `took off ${nameInLine(worn, shoes)} ${when}${note}`,
    })),
  }
}

/** "took off my shoes" matches whichever shoe is on. */
function isGeneric(line: Line, { span }: FoundShoe): boolean {
  return span !== null && /^(?:shoes?|footwear|pair)$/i.test(line.text.slice(span.start, span.end))
}

function askShoe(line: Line, found: FoundShoe, { shoes }: QuickAddContext): Question {
  const options = offerShoes(line, found, shoes)
  if (options.length === 0)
    return { about: 'shoe', text: 'There is no shoe in the closet yet. Add it there first.', options }
  return {
    about: 'shoe',
    text: found.shoes.length > 1 ? 'Which of these?' : 'Which shoe in the closet is it?',
    options,
  }
}
