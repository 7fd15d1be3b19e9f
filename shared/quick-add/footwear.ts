/** "sandals 9 to 17", "put on boots", "took off sandals". */

import type { FootwearDraft } from '../kinds/footwear.ts'
import type { Moment } from '../time/moment.ts'
import {
  BAREFOOT,
  type FoundShoe,
  nameInLine,
  offerShoes,
  takeDescribedShoe,
  takeNamedShoe,
} from './closet.ts'
import { findInterval } from './intervals.ts'
import { type Line, words } from './line.ts'
import { findMoment } from './moments.ts'
import type { Built, Question, QuickAddContext } from './reading.ts'
import { type SpokenTime, takeTime } from './spoken-time.ts'

const ON = String.raw`put(?:ting)?\s+on|chang(?:ed|ing)\s+(?:in)?to|switch(?:ed|ing)\s+(?:in)?to|wearing`
const WORE = 'wore|worn'
const OFF = 'took|taken|taking|take|removed|off'

/** A verb that only goes with shoes. */
export const WEAR_VERB = words(String.raw`${ON}|${WORE}|(?:took|taken|taking|take)\s+(?:\S+\s+){0,4}?off`)

export function readFootwear(line: Line, context: QuickAddContext): Built {
  const named = takeNamedShoe(line, context.shoes)
  const time = takeTime(line, context, { withLength: true, withAllDay: true })
  const isPast = line.take(words(WORE), 'kind') !== null
  line.take(words(ON), 'kind')
  let isOff = false
  while (line.take(words(OFF), 'kind')) isOff = true
  if (named === null && line.take(BAREFOOT, 'shoe')) return askBarefoot(line, context)
  const found = named ?? takeDescribedShoe(line, context.shoes)
  if (isOff && (time.from === null || time.to === null)) return takeOff(line, found, time, context)

  const worn = findWorn(time, line, context, isPast)
  const [shoe, other] = found.shoes
  const questions: Question[] = []
  if (shoe === undefined || other !== undefined) questions.push(askShoe(line, found, context))
  if ('question' in worn) questions.push(worn.question)
  if (questions.length > 0 || shoe === undefined || 'question' in worn) return { draft: null, questions }
  const draft: FootwearDraft = {
    kind: 'footwear',
    at: worn.from.at,
    offsetMinutes: worn.from.offsetMinutes,
    note: line.note,
    shoeId: shoe.id,
    takenOffAt: worn.takenOffAt,
  }
  return { draft, questions }
}

type Worn = { readonly from: Moment; readonly takenOffAt: number | null } | { readonly question: Question }

function findWorn(time: SpokenTime, line: Line, context: QuickAddContext, isPast: boolean): Worn {
  const asking = { line, context }
  const hasEnd = time.to !== null || time.isUntilNow || time.seconds !== null
  if (hasEnd) {
    const found = findInterval(time, asking)
    if (found.kind === 'asks') return { question: found.question }
    return found.kind === 'interval'
      ? { from: found.from, takenOffAt: found.from.at + found.seconds * 1000 }
      : { question: askWhen('When was it put on? Write it as “9:00 to 17:00”.') }
  }
  const found = findMoment(time, asking)
  switch (found.kind) {
    case 'moment':
      return { from: found.moment, takenOffAt: null }
    case 'asks':
      return { question: found.question }
    case 'nothing':
      if (!isPast) return { from: context.now, takenOffAt: null }
      return { question: askWhen('From when until when? Write it as “9:00 to 17:00”.') }
    default:
      return { question: askWhen('From when until when? Write it as “9:00 to 17:00”.') }
  }
}

/** Ends the wearing that the journal knows of; of any other it would have to invent the beginning. */
function takeOff(line: Line, found: FoundShoe, time: SpokenTime, context: QuickAddContext): Built {
  const { wearing, now } = context
  const end = findMoment({ ...time, from: time.to ?? time.from, to: null }, { line, context })
  if (end.kind === 'asks') return { draft: null, questions: [end.question] }
  const isMeant = found.shoes.length === 0 ? found.span === null || isGeneric(line, found) : undefined
  const isOn = wearing !== null && (isMeant ?? found.shoes.some(shoe => shoe.id === wearing.shoeId))
  if (!isOn)
    return {
      draft: null,
      questions: [
        {
          about: 'put on',
          text: 'The journal does not know when you put it on. Write both times, as in “9:00 to 17:00”.',
          options: [],
        },
      ],
    }
  if (end.kind === 'date' || end.kind === 'night')
    return { draft: null, questions: [askWhen('At what time was it taken off?')] }
  const takenOffAt = end.kind === 'moment' ? end.moment.at : now.at
  if (takenOffAt <= wearing.at)
    return { draft: null, questions: [askWhen('That is before it was put on. When was it taken off?')] }
  const note = [wearing.note, line.note].filter(text => text !== '').join('\n')
  const { id, loggedAt: _loggedAt, editedAt: _editedAt, ...draft } = wearing
  return { draft: { ...draft, note, takenOffAt }, questions: [], changes: id }
}

/** To be barefoot is no entry: it is the time in which no shoe is on. */
function askBarefoot(line: Line, { shoes, wearing }: QuickAddContext): Built {
  const worn = shoes.find(({ id }) => id === wearing?.shoeId)
  const kept = [...line.listLeftovers().map(({ text }) => text), line.note].filter(text => text !== '')
  const note = kept.length === 0 ? '' : ` note: ${kept.join('; ')}`
  const question: Question =
    worn === undefined
      ? {
          about: 'barefoot',
          text: 'The journal does not know of any shoe you are wearing, so there is nothing to add. Write which shoe you wore, and when.',
          options: [],
        }
      : {
          about: 'barefoot',
          text: `Barefoot means no shoe on. When did you take off ${worn.name}?`,
          options: ['now', '30 min ago', '1 hour ago'].map(when => ({
            label: when.charAt(0).toUpperCase() + when.slice(1),
            line: `took off ${nameInLine(worn, shoes)} ${when}${note}`,
          })),
        }
  return { draft: null, questions: [question] }
}

/** "took off my shoes" means those that are on, whatever they are called. */
function isGeneric(line: Line, { span }: FoundShoe): boolean {
  return span !== null && /^(?:shoes?|footwear|pair)$/i.test(line.text.slice(span.start, span.end))
}

const askWhen = (text: string): Question => ({ about: 'time', text, options: [] })

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
