import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { readView, writeView } from '../../../renderer/insights/view-in-address.ts'
import { everyCramp } from '../../../shared/analysis/cramp-filter.ts'
import { makeDemoJournal } from '../../../shared/demo/demo-journal.ts'
import { NOW, renderPage, TIME_ZONE } from '../render-page.tsx'

const demo = makeDemoJournal({ lastDate: '2026-11-20', timeZone: TIME_ZONE, seed: 5, until: NOW })

describe('the view in the address', () => {
  it('is read as it was written', () => {
    const view = {
      span: '1-year',
      filter: { muscle: 'calf', side: 'left', time: 'night', state: 'asleep' },
    } as const
    expect(readView(writeView(view))).toEqual(view)
    expect(writeView(view).toString()).toBe('period=1-year&muscle=calf&side=left&time=night&state=asleep')
  })

  it('that nobody understands is half a year of every cramp', () => {
    const params = new URLSearchParams('period=forever&muscle=wing&side=both&time=&state=flying&more=1')
    expect(readView(params)).toEqual({ span: '26-weeks', filter: everyCramp })
  })
})

describe('the filter', () => {
  const open = (route = '/insights') =>
    renderPage({
      route,
      entries: demo.entries,
      checkIns: demo.checkIns,
      shoes: demo.shoes,
      handlers: { getFindings: () => new Promise(() => {}) },
    })
  const crampsCard = () => screen.findByRole('region', { name: 'How are the cramps doing?' })
  const countCramps = async () =>
    Number(/(\d+) cramps? on/.exec((await crampsCard()).textContent ?? '')?.[1] ?? Number.NaN)

  it('is asked of the journal with every chart, and says that it is a search of its own', async () => {
    const { backend, user } = open()
    const all = await countCramps()
    expect(screen.queryByText(/Only some cramps/)).toBeNull()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Time of day' }), 'night')
    expect(await screen.findByText('Only some cramps: At night.')).toBeTruthy()
    expect(
      screen.getByText(/Each filter is searched on its own, with its own allowance for chance/),
    ).toBeTruthy()
    const filter = { ...everyCramp, time: 'night' }
    await waitFor(() =>
      expect(backend.calls.filter(({ input }) => JSON.stringify(input).includes('"night"'))).toEqual(
        expect.arrayContaining([
          { call: 'getOverview', input: expect.objectContaining({ filter }) },
          { call: 'getFindings', input: { filter } },
        ]),
      ),
    )
    await waitFor(async () => expect(await countCramps()).toBeLessThan(all))
  })

  it('that takes everything away says so, and all cramps come back with one press', async () => {
    const { user } = open('/insights?muscle=face&side=right')
    const card = within(await crampsCard())
    expect(card.getByText(/^No cramps on /)).toBeTruthy()
    expect(screen.getByText('Only some cramps: Face, right side.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'All cramps' }))
    await waitFor(async () => expect(await countCramps()).toBeGreaterThan(10))
    expect(screen.queryByRole('button', { name: 'All cramps' })).toBeNull()
  })
})
