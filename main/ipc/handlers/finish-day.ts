import type { Handlers } from '../../../shared/contract.ts'
import { findUsualEntry } from '../../../shared/kinds/usual-entry.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { readDayQuestions } from '../../services/entries/day-questions.ts'
import type { Services } from '../../services/services.ts'

/** Calls about finishing a day. */
export function createFinishDayHandlers({
  store,
  clock,
  entryService,
}: Services): Pick<Handlers, 'getDayQuestions' | 'setCheckIns'> {
  return {
    getDayQuestions: ({ date }) => {
      const now = momentOfInstant(clock.now(), clock.timeZone())
      const { questions, entries } = readDayQuestions(store, date, now)
      const { dayStartMinutes } = store.profile.get()
      const retired = new Set(store.shoes.list().flatMap(shoe => (shoe.retired ? [shoe.id] : [])))
      const repeatable = entries.filter(entry => entry.kind !== 'footwear' || !retired.has(entry.shoeId))
      const facts = { date, now: now.at, entries: repeatable, dayStartMinutes, timeZone: clock.timeZone() }
      return questions.map(({ doubts, ...question }) => ({
        ...question,
        doubts: doubts.map(doubt => doubt.question),
        // With entries there is nothing to repeat: only the number of them is open.
        usual: question.entryCount > 0 ? null : findUsualEntry(question.kind, facts),
      }))
    },
    setCheckIns: ({ checkIns, complete }) => {
      entryService.setCheckIns(checkIns, complete)
      return {}
    },
  }
}
