/** Sign: a warning rule that holds for a cramp or a day, as the report lists it. */
import type { CalendarDate } from '../../time/calendar-date.ts'
import { calendarDate, MS_PER_DAY } from '../../time/moment.ts'
import { isSameEvent, type Subject, type WarningFacts } from './facts.ts'
import type { WarningLevel } from './rule.ts'
import { findWarnings } from './warnings.ts'

export interface Sign {
  /** `E1`, `S10`. */
  readonly rule: string
  readonly level: WarningLevel
  /** Date of the cramp or the day. */
  readonly date: CalendarDate
  /** Entered facts that make the rule hold. */
  readonly recorded: readonly string[]
}

/**
 * Signs of cramps and days. `quietDays` applies as it does for cards: where every cramp of four weeks makes the
 * frequency rule hold, only the last one is listed.
 *
 * @param judged newest first
 */
export function listSigns(judged: Iterable<{ subject: Subject; facts: WarningFacts }>): Sign[] {
  const signs: { subject: Subject; sign: Sign }[] = []
  const saidAt = new Map<string, number>()
  for (const { subject, facts } of judged)
    for (const { id, level, quietDays = 0, recorded } of findWarnings(facts)) {
      if ((saidAt.get(id) ?? Number.POSITIVE_INFINITY) - subject.at < quietDays * MS_PER_DAY) continue
      saidAt.set(id, subject.at)
      const sign = { rule: id, level, date: calendarDate(subject), recorded: recorded(facts) }
      signs.push({ subject, sign })
    }
  const isListedWithCramp = ({ subject, sign }: (typeof signs)[number]) =>
    signs.some(other => other.sign.rule === sign.rule && isSameEvent(subject, other.subject))
  return signs.filter(one => one.subject.kind !== 'day' || !isListedWithCramp(one)).map(({ sign }) => sign)
}
