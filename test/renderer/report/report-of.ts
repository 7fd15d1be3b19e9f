/** Report made by the production code from the facts that a test sets. */
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import type { ReportFacts } from '../../../shared/report/facts.ts'
import { makeReport } from '../../../shared/report/make-report.ts'
import { plainOrder, type ReportOrder } from '../../../shared/report/order.ts'
import type { Report } from '../../../shared/report/report.ts'

type FactOverrides = Partial<Omit<ReportFacts, 'order'>> & { order?: Partial<ReportOrder> }

const november = { fromDate: '2026-11-01', toDate: '2026-11-20' }

export function makeTestReport({ order, ...facts }: FactOverrides = {}): Report {
  return makeReport({
    order: { ...november, paper: 'A4', ...plainOrder, ...order },
    madeOn: '2026-11-20',
    profile: emptyProfile,
    diarySince: null,
    entries: [],
    checkIns: [],
    ownFactors: [],
    factorCheckIns: [],
    medication: [],
    signs: [],
    findings: null,
    experiments: [],
    coins: [],
    ...facts,
  })
}
