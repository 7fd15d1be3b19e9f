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
import { label, labelTitle } from '../../../shared/privacy/label.ts'
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
  type User = Awaited<ReturnType<typeof openCheck>>['user']

  const titles = [
    'Do you have any of these now?',
    'Where is it, and what do you notice there?',
    'Does any of this apply?',
    'The cramp, if there is one',
    'The last weeks',
    'About you',
  ]
  /** Goes on to a page, counted from 1. */
  async function goTo(user: User, page: number) {
    for (const title of titles.slice(1, page)) {
      await user.click(await screen.findByRole('button', { name: 'Next' }))
      await screen.findByRole('heading', { level: 2, name: title })
    }
  }

  test('says at once what a sign means, whom to call, and takes it back with the tick', async () => {
    const { user, backend } = await openCheck({ profile: { ...emptyProfile, region: 'uk' } })
    // Reassurance must not appear before the first answer.
    expect(await screen.findByText('Answer what applies, and what it means appears here.')).toBeTruthy()
    expect(screen.queryByText(/That is no all-clear/)).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'Chest pain' }))
    const card = await screen.findByRole('article', { name: 'Chest pain or trouble breathing: get help now' })
    expect(within(card).getByText(/Call 999 now/)).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'Chest pain' }))
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    await goTo(user, 2)
    await user.click(screen.getByRole('button', { name: 'Left calf' }))
    expect(await screen.findByText(/That is no all-clear/)).toBeTruthy()
    expect(backend.calls.some(({ call }) => call === 'addEntry')).toBe(false)
  })

  test('asks a page at a time; Back keeps what was answered, and the heading has the focus', async () => {
    const { user } = await openCheck()
    for (const [index, title] of titles.entries()) {
      const heading = await screen.findByRole('heading', { level: 2, name: title })
      expect(screen.getByText(`${index + 1} of 6`)).toBeTruthy()
      expect(screen.getAllByRole('form')).toHaveLength(1)
      if (index > 0) expect(document.activeElement).toBe(heading)
      if (index === 2) await user.click(screen.getByRole('checkbox', { name: 'This is new today' }))
      if (index < 5) await user.click(screen.getByRole('button', { name: 'Next' }))
    }
    expect(screen.getByRole('button', { name: 'Next' })).toHaveProperty('disabled', true)
    for (let page = 5; page >= 3; page--) await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(await screen.findByRole('checkbox', { name: 'This is new today' })).toHaveProperty('checked', true)
  })

  test('by keyboard: Enter in a field goes on, and keeps the number', async () => {
    const { user } = await openCheck()
    await goTo(user, 4)
    await user.type(screen.getByLabelText('Minutes it lasted, or has lasted so far'), '11{Enter}')
    await screen.findByRole('heading', { level: 2, name: 'The last weeks' })
    expect(await screen.findByRole('article', { name: 'A cramp of more than 10 minutes' })).toBeTruthy()
  })

  test('asks for the place before advice that can wait, where the place may make it urgent', async () => {
    const { user } = await openCheck()
    await goTo(user, 2)
    await user.click(await screen.findByRole('checkbox', { name: 'Swelling' }))
    expect(screen.getByText(/How soon this should be looked at depends on the place/)).toBeTruthy()
    // Neither advice to make an appointment nor reassurance while the site is missing.
    expect(screen.queryByRole('article')).toBeNull()
    expect(screen.queryByText(/Nothing you have said/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await user.click(await screen.findByRole('button', { name: 'Say where' }))
    await user.click(await screen.findByRole('button', { name: 'Left calf' }))
    expect(await screen.findByRole('article', { name: /^One leg that is swollen/ })).toBeTruthy()
    expect(screen.queryByText(/depends on the place/)).toBeNull()
  })

  test('urgent advice never waits for the place', async () => {
    const { user } = await openCheck()
    await goTo(user, 2)
    await user.click(await screen.findByRole('checkbox', { name: 'Swelling' }))
    await user.click(screen.getByRole('checkbox', { name: 'Warm to the touch' }))
    expect(await screen.findByRole('article', { name: 'Redness, warmth or swelling' })).toBeTruthy()
  })

  test('takes signs of a limb for new until they are said to be old', async () => {
    const { user } = await openCheck()
    await goTo(user, 2)
    await user.click(await screen.findByRole('button', { name: 'Left calf' }))
    await user.click(screen.getByRole('checkbox', { name: /^Pale or blue/ }))
    await user.click(screen.getByRole('checkbox', { name: 'Cold arm or leg' }))
    const name = 'A limb that is suddenly pale, cold, numb or weak'
    expect(await screen.findByRole('article', { name })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await user.click(screen.getByRole('checkbox', { name: 'For more than 4 weeks' }))
    await waitFor(() => expect(screen.queryByRole('article', { name })).toBeNull())
  })

  test('counts the last weeks once their field is left', async () => {
    const { user } = await openCheck()
    await goTo(user, 5)
    const field = screen.getByLabelText('Cramps in the last 4 weeks')
    await user.type(field, '11')
    await user.tab()
    expect(screen.queryByRole('article')).toBeNull()
    await user.clear(field)
    await user.type(field, '12')
    expect(screen.queryByRole('article')).toBeNull()
    await user.tab()
    expect(await screen.findByRole('article', { name: 'Frequent cramps' })).toBeTruthy()
  })

  test('refuses a number of cramps that is none, keeps it as it was typed, and goes by the one before', async () => {
    const { user } = await openCheck()
    await goTo(user, 5)
    const field = screen.getByLabelText('Cramps in the last 4 weeks')
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

  test('knows the age and the conditions of the profile, and the counts of the journal', async () => {
    const cramps = [18, 17, 16].map(day => crampAt(`2026-11-${day}`, '03:10', { wokeMe: true, intensity: 8 }))
    const { user } = await openCheck({
      profile: { ...emptyProfile, conditions: ['diabetes'], dateOfBirth: '1958-02-03' },
      entries: [...cramps, crampAt('2026-09-01', '03:10')],
    })
    await goTo(user, 5)
    expect(screen.getByText(/^Filled in from your journal, which knows 3 of the last 28 days/)).toBeTruthy()
    const numberIn = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value
    expect(numberIn('Cramps in the last 4 weeks')).toBe('3')
    expect(numberIn('Nights in the last 4 weeks when a cramp woke me')).toBe('3')
    expect(numberIn('Strong cramps in the last 4 weeks (7 or more out of 10)')).toBe('3')
    // Too few known days to compare with: unknown is not zero.
    expect(numberIn('Cramps in the 4 weeks before those')).toBe('')
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(await screen.findByRole('checkbox', { name: 'Diabetes' })).toHaveProperty('checked', true)
    expect(numberIn('Age in years')).toBe('68')
    // A value from the journal is no answer yet.
    expect(screen.getByText('Answer what applies, and what it means appears here.')).toBeTruthy()
  })

  test('a journal without known days fills in no zeros', async () => {
    const { user } = await openCheck()
    await goTo(user, 5)
    expect(screen.queryByText(/^Filled in from your journal/)).toBeNull()
    expect(screen.getByLabelText('Cramps in the last 4 weeks')).toHaveProperty('value', '')
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
    const glance = within(screen.getByRole('region', { name: labelTitle }))
    for (const { what, amount } of label)
      expect(glance.getByText(what).nextElementSibling?.textContent).toBe(amount)
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
