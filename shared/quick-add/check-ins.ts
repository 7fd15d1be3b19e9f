/** Check-ins in a line: "no cramps last night", "no drinks today". A day without any is a check-in, not an entry. */
import { type CheckedDay, findCheckInProblems, findDayAhead, type TrackedKind } from '../kinds/check-in.ts'
import { addDays } from '../time/calendar-date.ts'
import { calendarDate } from '../time/moment.ts'
import { nameDate } from './clock-words.ts'
import { Line, words } from './line.ts'
import { findInstant } from './moments.ts'
import { listDeniable } from './own-factor.ts'
import type { AnswerOption, CheckedFactor, Question, QuickAddContext, Reading } from './reading.ts'
import { takeTime } from './spoken-time.ts'

const DID_NOT = String.raw`did(?:n['’]?t|\s+not)`
const NO = String.raw`(?:no|zero|without(?:\s+any)?|${DID_NOT}\s+(?:have|get)\s+(?:any|a|one))`

/** Patterns that deny a whole kind; "no calf cramps" and "no water" deny only a part of it. */
const denials: readonly (readonly [TrackedKind, RegExp])[] = [
  ['cramp', words(String.raw`${NO}\s+cramps?|cramp[\s-]+free(?:\s+day)?|${DID_NOT}\s+cramp`)],
  [
    'fluid',
    words(
      String.raw`${NO}\s+(?:drinks?|fluids?)|nothing\s+to\s+drink|drank\s+nothing|${DID_NOT}\s+drink(?:\s+anything)?`,
    ),
  ],
  ['activity', words(String.raw`${NO}\s+(?:sports?|exercise|activity|activities)|${DID_NOT}\s+exercise`)],
  ['stretch', words(String.raw`${NO}\s+stretch(?:es|ing)?|${DID_NOT}\s+stretch`)],
  [
    'footwear',
    words(
      String.raw`${NO}\s+(?:shoes|footwear)|(?:wore|put\s+on)\s+no\s+shoes|${DID_NOT}\s+wear\s+(?:any\s+)?shoes`,
    ),
  ],
]
const AT_ALL = words(String.raw`at\s+all|whatsoever`)

/** Check-in that the line states, or the question it raises; null if the line states none. */
export function readCheckIn(text: string, context: QuickAddContext): Reading | null {
  const line = new Line(text)
  const denied = takeDenied(line, context)
  if (denied === undefined) return null
  const kind = typeof denied === 'string' ? denied : 'own-factor'
  line.take(AT_ALL, 'detail')
  const time = takeTime(line, context, { withAllDay: true })
  if (line.listLeftovers().length > 0 || time.meal !== null) return null
  const asks = (question: Question): Reading => ({
    kind: 'asks',
    questions: [question],
    partial: { kind, understood: line.parts },
  })
  const found = findInstant(time, { line, context })
  if (found.kind === 'asks') return asks(found.question)
  if (found.kind === 'moment' || (found.kind === 'night' && kind !== 'cramp')) return null
  // A night belongs to the cramp-day that began at noon before it.
  const date =
    found.kind === 'nothing' ? context.today : found.kind === 'night' ? addDays(found.date, -1) : found.date
  const checkIn: CheckedDay | CheckedFactor =
    typeof denied === 'string' ? { kind: denied, date } : { ...denied, date }
  const [problem] = [
    ...findDayAhead(checkIn, context.now),
    ...('kind' in checkIn ? findCheckInProblems(checkIn, context.now) : []),
  ]
  if (problem)
    return asks({
      about: 'limits',
      text: problem.message,
      options: 'kind' in checkIn ? offerEarlier(checkIn, context) : [],
    })
  if (line.note !== '')
    return asks({
      about: 'words',
      text: `“${line.note}”: no note is kept with this.`,
      options: [{ label: 'Leave it out', line: line.text.trim() }],
    })
  return { kind: 'check-in', checkIn, understood: line.parts }
}

/** Kind or own factor that the line denies as a whole. A factor has the longer name: "no pickle brine drinks". */
function takeDenied(
  line: Line,
  { ownFactors }: QuickAddContext,
): TrackedKind | { readonly factorId: number } | undefined {
  const factor = listDeniable(ownFactors).find(({ pattern }) =>
    line.take(words(String.raw`${NO}\s+(?:${pattern})`), 'kind'),
  )
  if (factor !== undefined) return { factorId: factor.id }
  return denials.find(([, pattern]) => line.take(pattern, 'kind'))?.[0]
}

/** Previous cramp-day as an answer, if the one that was named is still running. */
function offerEarlier({ kind, date }: CheckedDay, { now }: QuickAddContext): AnswerOption[] {
  const earlier = { kind, date: addDays(date, -1) }
  const isRunning = date === calendarDate(now)
  if (!isRunning || kind !== 'cramp' || findCheckInProblems(earlier, now).length > 0) return []
  return [{ label: `No cramps until noon on ${nameDate(date)}`, line: `no cramps ${earlier.date}` }]
}
