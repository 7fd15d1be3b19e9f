import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import type { PrintJob } from '../../../shared/report/kept.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { renderPage } from '../render-page.tsx'
import { makeTestReport } from './report-of.ts'

const job: PrintJob = {
  made: {
    report: makeTestReport({
      order: { fromDate: '2026-11-01', toDate: '2026-11-20', paper: 'Letter' },
      profile: { ...emptyProfile, name: 'Sam "</style>" Miller' },
      entries: [crampAt('2026-11-12', '03:10')],
    }),
    hash: 'a'.repeat(64),
  },
  layout: null,
}

/** Resolves `document.fonts`, which jsdom lacks. */
let fontsArrive: () => void
beforeEach(() => {
  const { promise, resolve } = Promise.withResolvers<void>()
  fontsArrive = resolve
  Object.defineProperty(document, 'fonts', {
    value: { ready: promise, load: async () => [] },
    configurable: true,
  })
})
afterEach(() => {
  Reflect.deleteProperty(document, 'fonts')
})

const route = '/print?job=3'

test('announces itself once data and fonts are there, and not before', async () => {
  const { promise, resolve } = Promise.withResolvers<PrintJob>()
  const { backend } = renderPage({ route, handlers: { getPrintJob: () => promise } })
  const announced = () => backend.calls.filter(({ call }) => call === 'announceReportReady').length

  await waitFor(() => expect(backend.calls.map(({ call }) => call)).toContain('getPrintJob'))
  fontsArrive()
  await new Promise(settled => setTimeout(settled, 50))
  expect(announced()).toBe(0)

  resolve(job)
  expect(await screen.findByRole('heading', { name: 'Cramp report' })).toBeTruthy()
  await waitFor(() => expect(announced()).toBe(1))
  expect(document.title).toMatch(/^Cramp report, Sam "<\/style>" Miller, .*2026/)
})

test('waits for the fonts', async () => {
  const { backend } = renderPage({ route, handlers: { getPrintJob: () => job } })
  const announced = () => backend.calls.filter(({ call }) => call === 'announceReportReady').length
  await screen.findByRole('heading', { name: 'Cramp report' })
  await new Promise(settled => setTimeout(settled, 50))
  expect(announced()).toBe(0)
  fontsArrive()
  await waitFor(() => expect(announced()).toBe(1))
})

test('shows the report alone, on the paper asked for, in light colours', async () => {
  window.localStorage.setItem('unknot-color-scheme', 'dark')
  renderPage({ route, handlers: { getPrintJob: () => job } })
  await screen.findByRole('heading', { name: 'Cramp report' })
  expect(screen.queryByRole('navigation')).toBeNull()
  expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('light')
  expect(document.body.innerHTML + document.head.innerHTML).toMatch(/@page \{\s*size: Letter;/)
})

test('the foot of each page holds the name as text, whatever it looks like', async () => {
  renderPage({ route, handlers: { getPrintJob: () => job } })
  await screen.findByRole('heading', { name: 'Cramp report' })
  const styles = [...document.querySelectorAll('style')].map(({ textContent }) => textContent)
  const pageStyle = styles.find(text => text.includes('@page'))
  expect(pageStyle).toContain('Sam\\20 \\22 \\3c \\2f style\\3e \\22 \\20 Miller')
  expect(pageStyle).toContain('Page " counter(page) " of " counter(pages)')
})

test.each(['/print?job=x', '/print?job=0', '/print?job=1.5', '/print'])(
  'prints nothing for %s',
  async address => {
    const { backend } = renderPage({ route: address })
    expect(await screen.findByText('There is no report at this address.')).toBeTruthy()
    expect(backend.calls.filter(({ call }) => call !== 'getStatus')).toEqual([])
  },
)
