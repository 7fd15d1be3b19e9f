/** The report's screen over a journal of a few entries. */
import { screen, within } from '@testing-library/react'
import type { Handlers } from '../../../shared/contract.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { datesFromTo } from '../../../shared/time/calendar-date.ts'
import { crampAt } from '../cramp-at.ts'
import { type PageOptions, renderPage } from '../render-page.tsx'
import { reportOf, type TestFacts } from './report-of.ts'

export const twelveWeeks = { fromDate: '2026-08-29', toDate: '2026-11-20' }
export const allTracked: CheckIn[] = datesFromTo(twelveWeeks.fromDate, twelveWeeks.toDate).map(date => ({
  date,
  kind: 'cramp',
  dayStartMinutes: 0,
}))

/** A journal of these entries; the report is made as the main process does it. */
export function answering(entries: readonly Entry[], facts: TestFacts = { checkIns: allTracked }) {
  let name = 'Sam Miller'
  return {
    getProfile: () => ({ ...emptyProfile, name }),
    changeProfile: profile => {
      name = profile.name
      return profile
    },
    getReport: order => {
      const report = reportOf({
        profile: { ...emptyProfile, name },
        entries,
        ...facts,
        order,
      })
      return { state: 'ready', made: { report, hash: 'a'.repeat(64) } }
    },
  } satisfies Partial<Handlers>
}

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

export async function openReport({ handlers, ...options }: PageOptions = {}) {
  const page = renderPage({ route: '/report', handlers: { ...answering(oneCramp), ...handlers }, ...options })
  const preview = within(await screen.findByRole('region', { name: 'Preview' }))
  await preview.findByRole('heading', { name: 'Cramp report' })
  return { ...page, preview }
}

export const inputsOf = (page: Awaited<ReturnType<typeof openReport>>, name: string) =>
  page.fake.calls.filter(({ call }) => call === name).map(({ input }) => input)

/** A row of the numbers, by its name: last 28 days, before, whole period. */
export function rowOf({ preview }: Awaited<ReturnType<typeof openReport>>, name: string) {
  const cells = preview.getByRole('row', { name: new RegExp(`^${name}`) }).querySelectorAll('td')
  return [...cells].map(cell => cell.textContent?.replaceAll(',', '.'))
}
