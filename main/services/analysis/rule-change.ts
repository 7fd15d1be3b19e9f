import type { RuleChange } from '../../../shared/analysis/rule-change.ts'
import type { JournalStore } from '../../store/journal-store.ts'

/** State of the notice about the new rule, with the words of the newest report that holds findings by the earlier one. */
export function readRuleChange({ analysisOutcome, reports }: JournalStore): RuleChange {
  const { isPending, earlierReports } = analysisOutcome.getRuleChange()
  if (!isPending) return { isPending, earlier: null }
  for (const { id } of reports.list()) {
    if (id > earlierReports) continue
    const earlier = readEarlierVerdicts(reports, id)
    if (earlier !== null) return { isPending, earlier }
  }
  return { isPending, earlier: null }
}

/** Null where the report has no findings, or cannot be read: the notice then does without it. */
function readEarlierVerdicts(reports: JournalStore['reports'], id: number): RuleChange['earlier'] {
  try {
    const findings = reports.get(id)?.report.findings
    if (findings?.kind !== 'shown') return null
    const { toDate, links, withoutLink, unsure } = findings.content
    return {
      lastDate: toDate,
      verdicts: [...links, ...unsure, ...withoutLink].map(({ name, verdict }) => ({ name, verdict })),
    }
  } catch {
    return null
  }
}
