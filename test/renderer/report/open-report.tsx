/** Report screen over a journal with a few entries. */
import { screen, within } from '@testing-library/react'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import type { ReportOrder } from '../../../shared/report/order.ts'
import { datesFromTo } from '../../../shared/time/calendar-date.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { type PageOptions, renderPage } from '../render-page.tsx'

export const twelveWeeks = { fromDate: '2026-08-29', toDate: '2026-11-20' }
const allTracked: CheckIn[] = datesFromTo(twelveWeeks.fromDate, twelveWeeks.toDate).map(date => ({
  date,
  kind: 'cramp',
  dayStartMinutes: 0,
}))

/** Journal with these entries; by default all dates of the twelve weeks are tracked. */
export const journalOf = (entries: readonly Entry[], checkIns = allTracked): PageOptions => ({
  entries,
  checkIns,
  profile: { ...emptyProfile, name: 'Sam Miller', dayStartMinutes: 0 },
})

export const oneCramp = [
  crampAt('2026-11-12', '03:10', {
    intensity: 7,
    durationSeconds: 95,
    wokeMe: true,
    stateAtOnset: 'asleep',
    symptoms: ['numb', 'tingling'],
    note: 'a private note',
  }),
]

export async function openReport(options: PageOptions = {}) {
  const page = renderPage({ route: '/report', ...journalOf(oneCramp), ...options })
  const preview = within(await screen.findByRole('region', { name: 'Preview' }))
  await preview.findByRole('heading', { name: 'Cramp report' })
  return { ...page, preview }
}

export const inputsOf = (page: Awaited<ReturnType<typeof openReport>>, name: string) =>
  page.backend.calls.filter(({ call }) => call === name).map(({ input }) => input)

/** Cells of a row of the key numbers: last 28 days, before, whole period. */
export function rowOf({ preview }: Awaited<ReturnType<typeof openReport>>, name: string) {
  const cells = preview.getByRole('row', { name: new RegExp(`^${name}`) }).querySelectorAll('td')
  return [...cells].map(cell => cell.textContent?.replaceAll(',', '.'))
}

/** Hash of the report that main makes for an order. */
export async function hashOf({ backend }: Awaited<ReturnType<typeof openReport>>, order: ReportOrder) {
  const reply = await backend.api.getReport(order)
  if (!reply.ok) throw new Error('there is no such report')
  return reply.value.hash
}
