import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { poses } from '../../../renderer/ui/relief/poses/poses.ts'
import { listAllClaims, nameStrength } from '../../../shared/advice/all-claims.ts'
import {
  describeReference,
  formatReference,
  nameOwnJudgement,
} from '../../../shared/advice/knowledge/references.ts'
import { protocols } from '../../../shared/advice/relief/protocols.ts'
import type { ReliefAction } from '../../../shared/kinds/cramp.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { threats } from '../../../shared/privacy/threats.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { type PageOptions, renderPage } from '../render-page.tsx'

const open = async (route: string, title: string, options: PageOptions = {}) => {
  const page = renderPage({ route, ...options })
  await screen.findByRole('heading', { level: 1, name: title })
  return page
}
const openRelief = (options: PageOptions = {}, search = '') =>
  open(`/plan/relief${search}`, 'Relief guide', options)

describe('the relief guide', () => {
  test('is a click away from the plan, and leads back', async () => {
    const { user } = renderPage({ route: '/plan' })
    await user.click(await screen.findByRole('link', { name: /^Relief guide/ }))
    await screen.findByRole('heading', { level: 1, name: 'Relief guide' })
    await user.click(screen.getByRole('link', { name: 'Back to the plan' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Plan' })).toBeTruthy()
  })

  test.each(protocols)(
    'shows every step of $name in order, with its figure if there is one',
    async ({ name, steps }) => {
      const { user } = await openRelief()
      await user.click(await screen.findByRole('radio', { name }))
      for (const { title } of steps)
        expect(await screen.findByRole('heading', { level: 3, name: title })).toBeTruthy()
      const drawn = steps.flatMap(({ position }) => (position === null ? [] : [poses[position].description]))
      expect(screen.queryAllByRole('img').map(figure => figure.getAttribute('aria-label'))).toEqual(drawn)
    },
  )

  test('begins with the muscle it was opened for', async () => {
    await openRelief({}, '?muscle=inner-thigh')
    expect(await screen.findByRole('heading', { name: 'Move the leg out, slowly' })).toBeTruthy()
  })

  test('leaves out what does harm with a condition', async () => {
    await openRelief({ profile: { ...emptyProfile, conditions: ['neuropathy'] } })
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Or warm it' })).toBeNull())
    expect(screen.getByRole('heading', { name: 'Knee straight, toes up' })).toBeTruthy()
  })

  test('names for every step what it rests on, or that nothing is known', async () => {
    await openRelief()
    const calf = protocols.find(({ id }) => id === 'calf')?.steps ?? []
    for (const { title, sources, ownJudgement } of calf) {
      const step = within(
        (await screen.findByRole('heading', { level: 3, name: title })).closest('li') as HTMLElement,
      )
      const remark =
        nameOwnJudgement(ownJudgement) ??
        (sources.length > 0
          ? undefined
          : 'General articles about cramps. We know of no study or official guidance on it.')
      const lines = [...sources.map(formatReference), ...(remark === undefined ? [] : [remark])]
      for (const line of lines) expect(step.getByText(line)).toBeTruthy()
    }
  })

  test('times a hold', async () => {
    const { user } = await openRelief()
    const [hold] = await screen.findAllByRole('button', { name: 'Hold 30 s, 3 times' })
    if (hold === undefined) throw new Error('no timer')
    await user.click(hold)
    expect(await screen.findByText('Hold, 1 of 3')).toBeTruthy()
  })

  test('counts what helped, by the alphabet, with how often each was tried', async () => {
    const eased = (action: ReliefAction, index: number) =>
      crampAt(`2026-11-${10 + (index % 9)}`, `0${index % 7}:00`, { relief: [action] })
    const answers = ['yes', 'yes', 'a-little', 'a-little', 'no', null] as const
    const actions = [
      ...answers.map(
        helped => ({ technique: 'heat', helped, startedAfterMinutes: null, minutesToRelief: null }) as const,
      ),
      ...[1, 1, 2, 2, 2, 3, 3].map(
        minutesToRelief =>
          ({ technique: 'massage', helped: 'yes', startedAfterMinutes: null, minutesToRelief }) as const,
      ),
    ]
    await openRelief({ entries: actions.map(eased) })
    const panel = within(await screen.findByRole('region', { name: 'What helped you' }))
    const [massage, warmth] = await panel.findAllByRole('listitem')
    expect(massage?.textContent).toMatch(
      /^Massaged: half of the cramps gone after 2 min \(7 timed uses\)helped: 7$/,
    )
    expect(warmth?.textContent).toMatch(/6 useshelped: 2, helped a little: 2, did not help: 1, not said: 1$/)
    expect(panel.getByText(/not a ranking/)).toBeTruthy()
  })
})

describe('the check of symptoms', () => {
  const openCheck = (options: PageOptions = {}) => open('/plan/symptoms', 'Check my symptoms', options)

  test('says at once what a sign means, whom to call, and takes it back with the tick', async () => {
    const { user, backend } = await openCheck({ profile: { ...emptyProfile, region: 'uk' } })
    // Reassurance must not appear before the first answer.
    expect(await screen.findByText('Tick what applies, and what it means appears here.')).toBeTruthy()
    expect(screen.queryByText(/That is no all-clear/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Left calf' }))
    expect(await screen.findByText(/That is no all-clear/)).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'Chest pain' }))
    const card = await screen.findByRole('article', { name: 'Chest pain or trouble breathing: get help now' })
    expect(within(card).getByText(/Call 999 now/)).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'Chest pain' }))
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect(backend.calls.some(({ call }) => call === 'addEntry')).toBe(false)
  })

  test('asks for the place where a sign counts only with it', async () => {
    const { user } = await openCheck()
    await user.click(await screen.findByRole('checkbox', { name: 'Warm to the touch' }))
    expect(screen.getByText(/Please also say where you notice it/)).toBeTruthy()
    // Reassurance must not appear while the site is missing.
    expect(screen.queryByText(/Nothing you have told/)).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'Swelling' }))
    expect(await screen.findByRole('article', { name: 'Redness, warmth or swelling' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Left calf' }))
    expect(await screen.findByRole('article', { name: /^One leg that is swollen/ })).toBeTruthy()
    expect(screen.queryByText(/Please also say where you notice it/)).toBeNull()
  })

  test('takes signs of a limb for new until they are said to be old', async () => {
    const { user } = await openCheck()
    await user.click(await screen.findByRole('button', { name: 'Left calf' }))
    await user.click(screen.getByRole('checkbox', { name: /^Pale or blue/ }))
    await user.click(screen.getByRole('checkbox', { name: 'Cold arm or leg' }))
    const name = 'A limb that is suddenly pale, cold, numb or weak'
    expect(await screen.findByRole('article', { name })).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'For more than 4 weeks' }))
    await waitFor(() => expect(screen.queryByRole('article', { name })).toBeNull())
  })

  test('counts the last weeks once their field is left', async () => {
    const { user } = await openCheck()
    await user.type(await screen.findByLabelText('Cramps in the last 4 weeks'), '11')
    await user.tab()
    expect(screen.queryByRole('article')).toBeNull()
    await user.clear(screen.getByLabelText('Cramps in the last 4 weeks'))
    await user.type(screen.getByLabelText('Cramps in the last 4 weeks'), '12')
    expect(screen.queryByRole('article')).toBeNull()
    await user.tab()
    expect(await screen.findByRole('article', { name: 'Frequent cramps' })).toBeTruthy()
  })

  test('refuses a number of cramps that is none, keeps it as it was typed, and goes by the one before', async () => {
    const { user } = await openCheck()
    const field = await screen.findByLabelText('Cramps in the last 4 weeks')
    await user.type(field, '12')
    await user.tab()
    await screen.findByRole('article', { name: 'Frequent cramps' })
    await user.clear(field)
    await user.type(field, '1.5')
    await user.tab()
    expect(screen.getByText('Enter a whole number from 0 to 999.')).toBeTruthy()
    expect(field).toHaveProperty('value', '1.5')
    expect(screen.getByRole('article', { name: 'Frequent cramps' })).toBeTruthy()
  })

  test('knows the conditions of the profile', async () => {
    await openCheck({ profile: { ...emptyProfile, conditions: ['diabetes'] } })
    expect(await screen.findByRole('checkbox', { name: 'Diabetes' })).toHaveProperty('checked', true)
  })
})

describe('about cramps', () => {
  test('names by number the source of each statement, and lists each once', async () => {
    await open('/plan/about-cramps', 'About cramps')
    const listed = within(screen.getByRole('region', { name: 'Sources' })).getAllByRole('listitem')
    const brackets = [...(screen.getByRole('main').textContent ?? '').matchAll(/\(sources? ([\d, ]+)\)/g)]
    const numbers = new Set(brackets.flatMap(([, list = '']) => list.split(', ').map(Number)))
    expect([...numbers].toSorted((a, b) => a - b)).toEqual(listed.map((_, index) => index + 1))
    const statin = screen.getByText('Statin (for cholesterol)').parentElement
    const [, list = ''] = /\(sources ([\d, ]+)\)/.exec(statin?.textContent ?? '') ?? []
    const named = list.split(', ').map(number => listed[Number(number) - 1]?.textContent ?? '')
    for (const title of [/sequence symmetry/, /crossover trial of statin/, /Effect of statin therapy/])
      expect(named.some(text => title.test(text))).toBe(true)
  })

  test('tells of medicines with the word to ask, and of conditions', async () => {
    await open('/plan/about-cramps', 'About cramps')
    const medicines = screen.getByRole('region', { name: 'Medicines that can go with cramps' })
    expect(medicines.textContent).toMatch(/Ask for a medication review/)
    expect(medicines.textContent).toMatch(/Keep taking what was prescribed/)
    expect(within(medicines).getByText('Statin (for cholesterol)')).toBeTruthy()
    const conditions = screen.getByRole('region', { name: 'Conditions that can go with cramps' })
    expect(within(conditions).getByText('Kidney disease')).toBeTruthy()
  })
})

test.each(['/plan', '/settings'])(
  'what is protected, and what is not, is a click away from %s',
  async route => {
    const { user } = renderPage({ route })
    await user.click(await screen.findByRole('link', { name: /^What is protected, and what is not/ }))
    await screen.findByRole('heading', { level: 1, name: 'What is protected, and what is not' })
    for (const { who, holds, doesNotHold } of threats) {
      const section = screen.getByRole('region', { name: who })
      for (const sentence of [...holds, ...doesNotHold])
        expect(within(section).getByText(sentence)).toBeTruthy()
    }
  },
)

describe('what Unknot is for', () => {
  test.each(['/plan', '/settings'])('is a click away from %s', async route => {
    const { user } = renderPage({ route })
    await user.click(await screen.findByRole('link', { name: /^What Unknot is for/ }))
    await screen.findByRole('heading', { level: 1, name: 'What Unknot is for' })
    expect(screen.getByText(/not meant to diagnose, treat or monitor a disease/)).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Not yet read by a clinician' }).textContent).toMatch(
      /NICE CKS/,
    )
  })
})

describe('where each claim comes from', () => {
  test('lists every claim with its strength, source, year and what was studied', async () => {
    await open('/plan/sources', 'Where each claim comes from')
    for (const claim of listAllClaims(true)) {
      const items = screen.getAllByRole('article', { name: claim.title, hidden: true })
      const text = items.map(item => item.textContent).join(' ')
      expect(text, claim.key).toContain(claim.text)
      expect(text).toContain(`How strong: ${nameStrength(claim)}`)
      for (const id of claim.sources) {
        const { line, year, studiedOn } = describeReference(id)
        expect(text).toContain(`${line}${year ?? 'no date on the copy that was read'}${studiedOn}`)
      }
      if (claim.ownJudgement !== null)
        expect(text).toContain(`Our own judgement, not confirmed by a clinician: ${claim.ownJudgement}`)
    }
  })

  /** Sign of muscle damage, after which the page must not reassure about statins. */
  const weakness = { entries: [crampAt('2026-11-12', '03:10', { symptoms: ['weakness'] })] }

  test('and About cramps leave the trials of statins out where they may not be told', async () => {
    await open('/plan/sources', 'Where each claim comes from', weakness)
    expect(screen.queryByRole('article', { name: 'Statins in trials', hidden: true })).toBeNull()
    cleanup()
    await open('/plan/about-cramps', 'About cramps', weakness)
    expect(screen.getByText('Statin (for cholesterol)').parentElement?.textContent).not.toMatch(
      /1\.2 times|120,000/,
    )
  })
})

test('pickle brine stands in the relief guide with both grades and the salt warning', async () => {
  await openRelief()
  const panel = within(await screen.findByRole('region', { name: 'What some people take' }))
  expect(panel.getByText('Trial results are mixed')).toBeTruthy()
  expect(panel.getAllByText('Seen in studies of patients; not proven to help').length).toBeGreaterThan(0)
  expect(panel.getByText('Brine is very salty.')).toBeTruthy()
})
