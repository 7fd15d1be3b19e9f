/**
 * Exports of Bearable and WaterMinder, and what their days are worth: nothing is judged before the sheet is answered. Bearable
 * alone holds cramps and bare nights, and none of the things that are compared is read from those.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createHistoryTasks } from '../../../../main/services/history/history-tasks.ts'
import { openHistoryFiles } from '../../../../main/services/history/open-files.ts'
import { historyReaders } from '../../../../main/services/history/readers.ts'
import { createServices } from '../../../../main/services/services.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { countComparedDays } from '../../../../shared/analysis/compared-days.ts'
import { createDiary } from '../../../../shared/analysis/diary-of-journal.ts'
import { exposures } from '../../../../shared/analysis/exposures/exposures.ts'
import { findFindings } from '../../../../shared/analysis/findings.ts'
import type { Answers } from '../../../../shared/history/history.ts'
import { addDays, datesFromTo, dayNumber } from '../../../../shared/time/calendar-date.ts'
import { crampDay } from '../../../../shared/time/moment.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const ZONE = 'Europe/Berlin'
const now = momentAt('2026-11-20', '14:00', ZONE)
const FIRST = '2026-05-01'
const LAST = '2026-11-01'

/** Half a year of Bearable: a night each date, and a cramp after every fourth day and some others. */
function writeBearable(): string {
  const rows = datesFromTo(FIRST, LAST).flatMap((date, index) => {
    const day = `"1st Jan 2026","${date}","Friday"`
    const night = `${day},"","Sleep","7:00","In bed 23:00 - 06:00",""`
    const cramp = `${day},"03:05","Symptom","3","Leg cramps (Severe)",""`
    return index % 4 === 0 || index % 27 === 2 ? [night, cramp] : [night]
  })
  return ['date,date formatted,weekday,time of day,category,rating/amount,detail,notes', ...rows].join('\n')
}

/** The same time of WaterMinder: water in five amounts, a coffee on two days of three, beer on every fifth. */
function writeWaterMinder(): string {
  const rows = datesFromTo(FIRST, LAST).flatMap((date, index) => {
    const row = (drink: string, ml: number, time: string) => {
      const [year, month, day] = date.split('-')
      return `"${drink}","","${ml}","${ml}","${day}.${month}.${year}","${time}"`
    }
    return [
      row('Water', 300 + 250 * (index % 5), '09:05'),
      ...(index % 3 === 0 ? [] : [row('Coffee', 200, '10:15')]),
      ...(index % 5 === 0 ? [row('Beer', 500, '20:30')] : []),
    ]
  })
  return ['Drink Type,Cup Name,Hydration Value(ml),Water Value(ml),Date,Time', ...rows].join('\n')
}

/** Answers what the file leaves open as a person with cramps in the left calf would. */
const ownAnswers = /^(Calf|Left calf|Left)$/i

async function importText(journalPath: string, text: string, source: string): Promise<number> {
  const path = join(newFolder(), 'export.csv')
  writeFileSync(path, text)
  const tasks = createHistoryTasks({ readers: historyReaders, openFiles: openHistoryFiles })
  const orderOf = (answers: Answers) => ({
    ...{ session: 'one', paths: [path], journalPath, answers },
    ...{ now, timeZone: ZONE },
  })
  const answers: Record<string, string> = {}
  let preview = await tasks.previewHistory(orderOf(answers), () => {})
  for (let round = 0; !preview.isAnswered && round < 5; round++) {
    for (const { id, given, answer } of preview.questions)
      if (given === null && answer.kind === 'one')
        answers[id] = answer.options.find(({ label }) => ownAnswers.test(label))?.id ?? ''
    preview = await tasks.previewHistory(orderOf(answers), () => {})
  }
  expect(preview.source).toBe(source)
  const { sourceId } = await tasks.runHistory({ ...orderOf(answers), plan: preview.plan }, () => {})
  return sourceId
}

/** Exposures with a verdict, and the number of those that can be compared on more than 100 days. */
function judge({ entries, checkIns, ownThings, profile }: JournalStore) {
  const diary = createDiary({
    entries: entries.listBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
    checkIns: checkIns.listArchived(),
    factorCheckIns: [],
    shoes: [],
    lists: ownThings.getLists(),
    offWeekdays: profile.get().offWeekdays,
    dayStartMinutes: profile.get().dayStartMinutes,
    timeZone: ZONE,
  })
  const { findings } = findFindings(diary, { today: dayNumber(crampDay(now)), catalogue: exposures })
  return {
    judged: findings
      .filter(({ verdict }) => verdict !== 'need-more-data' && verdict !== 'does-not-vary')
      .map(({ key }) => key),
    compared: countComparedDays(diary, exposures).filter(({ days }) => days > 100).length,
  }
}

test('without the answers nothing is judged; with them what was drunk is', async () => {
  const journalPath = join(newFolder(), 'journal.sqlite')
  const journal = createJournalStore(openJournal(journalPath))
  const { sheetService } = createServices(journal, { now: () => now.at, timeZone: () => ZONE })
  const answerAll = (source: number) => {
    for (const { kind, months } of sheetService.list(source))
      for (const { fromDate } of months) sheetService.answer({ source, kind, fromDate, answer: 'complete' })
  }
  const bearable = await importText(journalPath, writeBearable(), 'Bearable')
  const waterMinder = await importText(journalPath, writeWaterMinder(), 'WaterMinder')
  expect(journal.checkIns.listArchived()).toEqual([])
  expect(judge(journal)).toEqual({ judged: [], compared: 0 })

  answerAll(bearable)
  expect(journal.checkIns.listArchived().map(({ kind, date }) => `${kind} ${date}`)).toEqual(
    datesFromTo(FIRST, addDays(LAST, -1)).map(date => `cramp ${date}`),
  )
  expect(judge(journal)).toEqual({ judged: [], compared: 0 })
  answerAll(waterMinder)
  expect(judge(journal)).toEqual({ judged: ['fluids-low', 'fluids-excess', 'alcohol'], compared: 5 })
  journal.close()
})
