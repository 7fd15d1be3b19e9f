import { expect, test } from 'vitest'
import { journalAnswers, takeFromJournal } from '../../../../shared/advice/warning-signs/journal-answers.ts'
import { summarizeRecentWeeks } from '../../../../shared/advice/warning-signs/recent-weeks.ts'
import { addDays, datesFromTo } from '../../../../shared/time/calendar-date.ts'
import { momentAtOffset } from '../../../../shared/time/time-zone.ts'
import { crampAt } from '../../../support/cramp-at.ts'

const subject = { ...momentAtOffset('2026-11-20', '14:00', 60), sites: [] }
const weeksOf = (cramps: ReturnType<typeof crampAt>[], crampFreeDays: string[]) =>
  summarizeRecentWeeks({ subject, cramps, nights: [], days: [], medication: [], crampFreeDays })

test('days without an answer leave every count unknown', () => {
  const answers = takeFromJournal(weeksOf([], []), null)
  expect(answers).toEqual({
    knownDays: 0,
    ageYears: null,
    cramps: null,
    crampsBefore: null,
    severeCramps: null,
    nightsWoken: null,
    nerveCramps: null,
    backAndWalkingDays: null,
    sleepDisturbance: null,
    bother: null,
  })
  expect(journalAnswers.parse(answers)).toEqual(answers)
})

test('known days without a cramp are a zero, and both months are given where they can be compared', () => {
  const free = datesFromTo(addDays('2026-11-20', -55), '2026-11-20')
  const cramps = ['2026-11-18', '2026-11-10', '2026-10-05'].map(date =>
    crampAt(date, '03:10', { wokeMe: true }),
  )
  expect(takeFromJournal(weeksOf([], free), 68)).toMatchObject({
    knownDays: 28,
    ageYears: 68,
    cramps: 0,
    severeCramps: 0,
    nerveCramps: 0,
  })
  expect(takeFromJournal(weeksOf(cramps, free), 68)).toMatchObject({
    cramps: 2,
    crampsBefore: 1,
    nightsWoken: 2,
    // Their strength was not written down.
    severeCramps: null,
    nerveCramps: null,
  })
})
