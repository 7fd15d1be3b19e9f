import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { RuleChange } from '../../../shared/analysis/rule-change.ts'
import { makeFinding } from '../../shared/advice/make-finding.ts'
import { noFindings } from '../../shared/report/report-facts.ts'
import { renderPage } from '../render-page.tsx'

const found = {
  findings: {
    ...noFindings,
    findings: [
      makeFinding('standing', { verdict: 'not-sure-yet', ratio: 2 }),
      makeFinding('heat-day', { verdict: 'no-clear-link', ratio: 1 }),
      makeFinding('alcohol', { verdict: 'possible', ratio: 3 }),
    ],
  },
  medicines: [],
}

function openWith(earlier: RuleChange['earlier'], isPending = true) {
  let state: RuleChange = { isPending, earlier }
  return renderPage({
    route: '/settings',
    handlers: real => ({
      getFindings: () => found,
      getRuleChange: () => state,
      acknowledgeRuleChange: (input, caller) => {
        state = { isPending: false, earlier: null }
        // Any write of the outcome sends the event that the notice reads.
        return real.acknowledgeRuleChange(input, caller)
      },
    }),
  })
}
const findNotice = () => screen.findByRole('region', { name: 'Unknot has a new way to judge links' })

test('the words that changed are listed with what they mean now, and the notice is put away for good', async () => {
  const { user, backend } = openWith({
    lastDate: '2026-10-31',
    verdicts: [
      { name: 'How long you stood', verdict: 'likely' },
      { name: 'Hot days', verdict: 'no-clear-link' },
    ],
  })
  const list = await within(await findNotice()).findByRole('list', { name: 'Changed words' })
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'How long you stood: Likely link before, Not sure yet now. Given how many things were looked at, the days so far could fit a strong link or none at all.',
  ])
  await user.click(screen.getByRole('button', { name: 'I have read this' }))
  await waitFor(() => expect(screen.queryByText('Unknot has a new way to judge links')).toBeNull())
  expect(backend.calls.filter(({ call }) => call === 'acknowledgeRuleChange')).toHaveLength(1)
})

test('without a report no earlier word is guessed: those that stand out now are listed', async () => {
  openWith(null)
  const list = await within(await findNotice()).findByRole('list', { name: 'Words of now' })
  expect(list.textContent).toBe('Alcohol: Possible link')
})

test('a journal without earlier findings is told nothing, and is not searched for it', async () => {
  const { backend } = openWith(null, false)
  await screen.findByRole('heading', { level: 1, name: 'Settings' })
  await waitFor(() => expect(backend.calls.map(({ call }) => call)).toContain('getRuleChange'))
  expect(screen.queryByText('Unknot has a new way to judge links')).toBeNull()
  expect(backend.calls.map(({ call }) => call)).not.toContain('getFindings')
})
