/** Migration 12: the notice about the new rule, with the words of the last report before it. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readRuleChange } from '../../../main/services/analysis/rule-change.ts'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { sealReport } from '../../../main/store/repositories/reports.ts'
import { makeFinding } from '../../shared/advice/make-finding.ts'
import { noFindings, reportOf } from '../../shared/report/report-facts.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()

const reportWith = (verdict: 'likely' | 'not-sure-yet') =>
  sealReport(
    reportOf({
      findings: {
        ...noFindings,
        firstDate: '2026-03-01',
        lastDate: '2026-10-31',
        findings: [
          makeFinding('standing', { verdict, ratio: 2 }),
          makeFinding('heat-day', { verdict: 'no-clear-link', ratio: 1 }),
        ],
      },
    }),
  )

/** Opens a journal of version 11 after `fill`, with the outcome of its last analysis. */
function upgrade(patternFound: number | null, fill = (_path: string): void => {}) {
  const path = join(makeFolder(), 'journal.sqlite')
  const before = openJournal(
    path,
    migrations.filter(({ version }) => version < 12),
  )
  before.prepare('update analysis_outcome set pattern_found = ?').run(patternFound)
  before.close()
  fill(path)
  return { path, journal: createJournalStore(openJournal(path)) }
}

/** Adds a report with SQL, as the earlier version did. */
const addReport = (path: string, verdict: 'likely' | 'not-sure-yet', madeAt: number): void => {
  const db = openJournal(
    path,
    migrations.filter(({ version }) => version < 12),
  )
  const { report, hash } = reportWith(verdict)
  db.prepare(
    `insert into report (made_at, from_date, to_date, paper, content, hash) values (?, '2026-11-01', '2026-11-28', 'A4', ?, ?)`,
  ).run(madeAt, JSON.stringify(report), hash)
  db.close()
}

test('a journal without findings before has no notice, and neither has a new one', () => {
  const { journal } = upgrade(null)
  expect(readRuleChange(journal)).toEqual({ isPending: false, earlier: null })
  journal.close()
  const fresh = createJournalStore(openJournal(':memory:'))
  fresh.analysisOutcome.set(true)
  expect(readRuleChange(fresh)).toEqual({ isPending: false, earlier: null })
  fresh.close()
})

test('one that was analysed has it until it is put away, and knows no earlier word without a report', () => {
  const { journal, path } = upgrade(0)
  expect(readRuleChange(journal)).toEqual({ isPending: true, earlier: null })
  journal.analysisOutcome.acknowledgeRuleChange()
  journal.close()
  const again = createJournalStore(openJournal(path))
  expect(readRuleChange(again)).toEqual({ isPending: false, earlier: null })
  again.close()
})

test('the earlier words are those of the last report before, not of one made since', () => {
  const { journal } = upgrade(1, path => addReport(path, 'likely', 1))
  journal.reports.add(reportWith('not-sure-yet'), 2)
  expect(readRuleChange(journal)).toEqual({
    isPending: true,
    earlier: {
      lastDate: '2026-10-31',
      verdicts: [
        { name: 'How long you stood', verdict: 'likely' },
        { name: 'Hot days', verdict: 'no-clear-link' },
      ],
    },
  })
  journal.close()
})
