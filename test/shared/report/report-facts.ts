/** Builders of reports whose numbers can be checked by hand. */
import type { Findings } from '../../../shared/analysis/finding.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import type { ReportFacts } from '../../../shared/report/facts.ts'
import { makeReport } from '../../../shared/report/make-report.ts'
import { plainOrder, type ReportOrder } from '../../../shared/report/order.ts'
import type { Report } from '../../../shared/report/report.ts'
import type { ReportSection } from '../../../shared/report/section.ts'
import { datesFromTo } from '../../../shared/time/calendar-date.ts'
import { momentAtOffset } from '../../../shared/time/time-zone.ts'
import { dayDraft } from '../kinds/drafts.ts'

export const november = { fromDate: '2026-11-01', toDate: '2026-11-28' }

export const noFindings: Findings = {
  firstDate: null,
  lastDate: null,
  trackedDays: 0,
  crampDays: 0,
  outcome: 'cramp-days',
  nextCheckpoint: '2026-12-01',
  findings: [],
}

export type TestFacts = Partial<Omit<ReportFacts, 'order'>> & { order?: Partial<ReportOrder> }

/** Report of November 2026 on A4 with all sections of page one, unless overridden. */
export function reportOf({ order, ...facts }: TestFacts = {}): Report {
  return makeReport({
    order: { ...november, paper: 'A4', ...plainOrder, ...order },
    madeOn: '2026-11-28',
    profile: emptyProfile,
    diarySince: null,
    entries: [],
    checkIns: [],
    ownFactors: [],
    factorCheckIns: [],
    medication: [],
    signs: [],
    findings: noFindings,
    experiments: [],
    coins: [],
    ...facts,
  })
}

export const checkedIn = (kind: CheckIn['kind'], fromDate: string, toDate: string): CheckIn[] =>
  datesFromTo(fromDate, toDate).map(date => ({ date, kind, dayStartMinutes: 0 }))

/** Content of a shown section. */
export function contentOf<Content>(section: ReportSection<Content> | null): Content {
  if (section?.kind !== 'shown') throw new Error(section === null ? 'it was not asked for' : section.why)
  return section.content
}

/** Sentence of a withheld section. */
export function reasonOf(section: ReportSection<unknown> | null): string {
  if (section?.kind !== 'withheld') throw new Error('it is shown')
  return section.why
}

let lastId = 50_000

export function medicineAt(date: string, fields: Partial<EntryOf<'medication'>> = {}): EntryOf<'medication'> {
  const moment = momentAtOffset(date, '09:00', 60)
  return {
    id: ++lastId,
    kind: 'medication',
    ...moment,
    loggedAt: moment.at,
    editedAt: null,
    note: '',
    name: 'Simvastatin',
    medicineClass: 'statin',
    change: 'start',
    dose: '20 mg',
    ...fields,
  }
}

export function doseAt(date: string, clock: string, fields: Partial<EntryOf<'dose'>> = {}): EntryOf<'dose'> {
  const moment = momentAtOffset(date, clock, 60)
  const stored = { id: ++lastId, loggedAt: moment.at, editedAt: null }
  return { kind: 'dose', ...moment, ...stored, note: '', name: 'Ibuprofen', amount: '', ...fields }
}

export function nightAt(date: string, sleepDisturbance: number | null): EntryOf<'night'> {
  const moment = momentAtOffset(date, '23:00', 60)
  return {
    id: ++lastId,
    kind: 'night',
    ...moment,
    loggedAt: moment.at,
    editedAt: null,
    note: '',
    wakeAt: null,
    coldLegs: null,
    bedding: null,
    position: null,
    roomFeel: null,
    roomTemperatureC: null,
    sleepDisturbance,
  }
}

/** Builds a day entry with a rating of how much the cramps interfered; with null, one that records only the heat. */
export function dayAt(date: string, bother: number | null): EntryOf<'day'> {
  const moment = momentAtOffset(date, '12:00', 60)
  const draft = dayDraft({ ...moment, bother, heat: bother === null ? 'hot' : null })
  return { ...draft, id: ++lastId, loggedAt: moment.at, editedAt: null }
}
