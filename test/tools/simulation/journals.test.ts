/**
 * Round trip of simulated journals through the database. The simulation itself reads them in memory, through the text of
 * a file and every check of an import; here the same file and findings must come back from the store.
 */
import { describe, expect, it } from 'vitest'
import { exportJournal, importJournal } from '../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { openJournal } from '../../../main/store/open.ts'
import { makeCatalogue } from '../../../shared/analysis/exposures/exposures.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import type { Suspect } from '../../../shared/analysis/suspects.ts'
import type { JournalFile } from '../../../shared/archive/journal-file.ts'
import { createRandom } from '../../../shared/statistics/random.ts'
import { type CalendarDate, dateOfDayNumber } from '../../../shared/time/calendar-date.ts'
import { twentyFiveExposures } from './everyday-habits.ts'
import { BLOCK_START } from './life.ts'
import { twelveNulls, usualGaps, writeManyExposures } from './many-exposures.ts'
import { writeLife } from './one-exposure.ts'
import { writeNullFactors } from './own-factors.ts'
import { catalogueOf, createLookLister, nameTheSmallest } from './verdict-looks.ts'
import { importFile, readDiary } from './written-journal.ts'

const days = 112
const everything = { keys: twentyFiveExposures, baseRisk: 0.3, gaps: usualGaps }
const journals: readonly [string, JournalFile][] = [
  ['shoes', writeLife(createRandom(1), { exposure: 'shoes', days, baseRisk: 0.2, riskRatio: 2 })],
  ['drinks', writeLife(createRandom(2), { exposure: 'drinks', days, baseRisk: 0.2, riskRatio: 1 })],
  ['twenty-five exposures', writeManyExposures(createRandom(3), { first: BLOCK_START, days }, everything)],
  ['twelve own factors', writeNullFactors(createRandom(5), { first: BLOCK_START, days }, twelveNulls(0.2))],
]

/** Sorted check-ins: the database does not keep their order. */
const inOrder = (checkIns: JournalFile['checkIns']) =>
  checkIns.toSorted((a, b) => (`${a.date} ${a.kind}` < `${b.date} ${b.kind}` ? -1 : 1))

describe('a simulated journal', () => {
  it.each(journals)('is the same after the database has held it: %s', (_, written) => {
    const file = importFile(written)
    const journal = createJournalStore(openJournal(':memory:'))
    importJournal(journal, file)
    const stored = exportJournal(journal)
    journal.close()
    expect(stored.entries.length).toBeGreaterThan(days / 2)
    expect({ ...stored, checkIns: inOrder(stored.checkIns) }).toEqual({
      ...file,
      checkIns: inOrder(file.checkIns),
    })
    const today = BLOCK_START + 2 * days
    const catalogue = makeCatalogue(file.ownFactors)
    expect(findFindings(readDiary(stored), { today, catalogue })).toEqual(
      findFindings(readDiary(file), { today, catalogue }),
    )
  })

  it('is refused if a single entry is wrong', () => {
    const [, [, drinks]] = journals as [unknown, [string, JournalFile]]
    const entries = drinks.entries.map((entry, index) =>
      index === 7 && entry.kind === 'fluid' ? { ...entry, volumeMl: -1 } : entry,
    )
    expect(() => importFile({ ...drinks, entries })).toThrow(/entries\[7\]\.volumeMl/)
  })
})

describe('a look of the simulation', () => {
  it('has the verdicts and adjusted P of the findings that the program shows', () => {
    const span = { first: BLOCK_START, days: 168 }
    const diary = readDiary(importFile(writeManyExposures(createRandom(4), span, everything)))
    const named = new Map<number, readonly Suspect[]>()
    const looks = createLookLister(
      diary,
      span,
      catalogueOf(twentyFiveExposures),
    )({
      renameAfter: (look, suspects) => {
        const next = nameTheSmallest(look, suspects)
        named.set(look.number + 1, next)
        return next
      },
    })
    expect(looks).toHaveLength(5)
    const shown: CalendarDate[] = []
    for (const { number, lastDay, judged } of looks) {
      const { findings } = findFindings(diary, {
        today: lastDay + 1,
        catalogue: catalogueOf(twentyFiveExposures),
        suspects: named.get(number) ?? [],
        looks: shown,
      })
      shown.push(dateOfDayNumber(lastDay))
      expect(judged.map(({ key, verdict, adjustedP }) => ({ key, verdict, adjustedP }))).toEqual(
        findings.map(({ key, verdict, checkpoint }) => ({
          key,
          verdict,
          adjustedP: checkpoint?.test?.adjustedP ?? null,
        })),
      )
      expect(findings[0]?.checkpoint?.look).toBe(number)
    }
  })
})
