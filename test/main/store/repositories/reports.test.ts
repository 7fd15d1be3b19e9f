import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { migrations } from '../../../../main/store/migrations/index.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { sealReport } from '../../../../main/store/repositories/reports.ts'
import { REPORT_VERSION } from '../../../../shared/report/report.ts'
import { reportOf } from '../../../shared/report/report-facts.ts'
import { temporaryFolders } from '../temporary-folder.ts'

const newFolder = temporaryFolders()
const made = sealReport(reportOf())

test('a journal from before reports were kept gets a place for them, and keeps what it held', () => {
  const path = join(newFolder(), 'journal.sqlite')
  const older = openJournal(
    path,
    migrations.filter(({ version }) => version < 5),
  )
  older.exec(
    "insert into entry (kind, at, offset_minutes, note, logged_at) values ('fluid', 0, 0, 'kept', 0);" +
      "insert into fluid (entry_id, drink, volume_ml) values (1, 'water', 250)",
  )
  older.close()
  const db = openJournal(path)
  const journal = createJournalStore(db)
  expect(journal.entries.get(1)).toMatchObject({ kind: 'fluid', note: 'kept', volumeMl: 250 })
  expect(journal.reports.list()).toEqual([])
  journal.reports.add(made, 5)
  expect(journal.reports.get(1)).toEqual(made)
  journal.close()
})

test('reports are listed newest first, and one that says the same is stored once', () => {
  const journal = createJournalStore(openJournal(':memory:'))
  const other = sealReport(reportOf({ order: { questions: 'Why?' } }))
  journal.reports.add(made, 1)
  journal.reports.add(other, 2)
  journal.reports.add(made, 3)
  expect(journal.reports.list().map(({ hash, madeAt }) => [hash, madeAt])).toEqual([
    [made.hash, 3],
    [other.hash, 2],
  ])
  expect(journal.reports.get(99)).toBeUndefined()
  journal.close()
})

describe('a report that was kept', () => {
  /** Inserts a report's text directly, as an older or foreign program may have stored it. */
  function keep(content: string, hash = createHash('sha256').update(content).digest('hex')) {
    const db = openJournal(':memory:')
    const journal = createJournalStore(db)
    db.prepare(
      `insert into report (made_at, from_date, to_date, paper, content, hash)
       values (1, '2026-11-01', '2026-11-28', 'A4', ?, ?)`,
    ).run(content, hash)
    return journal
  }

  test.each([1, 2])('of version %i opens as that version wrote it', version => {
    // Golden file, written by that release from the demo: it must stay readable for ever.
    const content = readFileSync(
      join(import.meta.dirname, `../../../fixtures/kept-report-${version}.json`),
      'utf8',
    )
    const journal = keep(content)
    const opened = journal.reports.get(1)?.report
    expect(opened).toMatchObject({
      version: REPORT_VERSION,
      name: 'Robin Example',
      order: { fromDate: '2026-11-10', toDate: '2026-11-27' },
    })
    expect(opened?.episodes).toHaveLength(3)
    expect(opened?.days).toHaveLength(18)
    expect(opened?.numbers?.kind).toBe('shown')
    journal.close()
  })

  test('by the first version opens, and says what it said', () => {
    const { version: _version, ...rest } = reportOf({ order: { sections: ['warnings'], pages: [] } })
    const older = {
      ...rest,
      warnings: {
        kind: 'shown',
        content: [{ rule: 'S1', level: 'same-day', title: 'A long cramp', dates: ['2026-11-10'] }],
      },
      weeks: [
        {
          monday: '2026-11-02',
          crampTrackedDays: 7,
          cramps: 2,
          crampDays: 1,
          fluidMlPerDay: null,
          fluidTrackedDays: 0,
          activityLoadPerDay: null,
          activityTrackedDays: 0,
        },
      ],
    }
    const content = JSON.stringify(older)
    const journal = keep(content)
    const opened = journal.reports.get(1)
    expect(opened?.report.warnings).toEqual({
      kind: 'shown',
      content: [{ rule: 'S1', level: 'same-day', recorded: ['A long cramp'], dates: ['2026-11-10'] }],
    })
    expect(opened?.report.weeks).toMatchObject([{ fromDate: '2026-11-02', toDate: '2026-11-08', cramps: 2 }])
    expect(opened?.report.days).toEqual(rest.days)
    // The hash is that of the stored text, which is printed in the footer.
    expect(opened?.hash).toBe(createHash('sha256').update(content).digest('hex'))
    journal.close()
  })

  test('without the sections that changed since opens as well', () => {
    const { version: _version, ...older } = reportOf({ order: { sections: ['numbers'] } })
    const journal = keep(JSON.stringify(older))
    expect(journal.reports.get(1)?.report.numbers?.kind).toBe('withheld')
    journal.close()
  })

  test('and was changed afterwards is not shown as if it were the same', () => {
    const journal = keep(JSON.stringify({ ...made.report, name: 'Somebody else' }), made.hash)
    expect(() => journal.reports.get(1)).toThrow(/no longer as it was made/)
    journal.close()
  })

  test('by a newer program is left as it is, in a sentence', () => {
    const journal = keep(JSON.stringify({ ...made.report, version: REPORT_VERSION + 1 }))
    expect(() => journal.reports.get(1)).toThrow(/another version of the program/)
    expect(journal.reports.list()).toHaveLength(1)
    journal.close()
  })
})
