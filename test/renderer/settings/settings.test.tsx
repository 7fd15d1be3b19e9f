import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { renderPage, TIME_ZONE } from '../render-page.tsx'

const openSettings = () => renderPage({ route: '/settings' })
const stored = (backend: ReturnType<typeof openSettings>['backend']) =>
  waitFor(async () => {
    const reply = await backend.api.getProfile({})
    if (!reply.ok) throw new Error('the profile was not told')
    expect(reply.value).not.toEqual(emptyProfile)
    return reply.value
  })

test('a name is stored when its field is left', async () => {
  const { user, backend } = openSettings()
  await user.type(await screen.findByRole('textbox', { name: 'Name on the report' }), 'Ada')
  await user.tab()
  expect(await stored(backend)).toEqual({ ...emptyProfile, name: 'Ada' })
})

test('the places and times that the first start asked about can be changed', async () => {
  const { user, backend } = openSettings()
  const places = await screen.findByRole('group', { name: 'Where do you get cramps?' })
  await user.click(within(places).getByRole('checkbox', { name: 'Calf' }))
  await stored(backend)
  await user.click(within(places).getByRole('checkbox', { name: 'Arch of the foot' }))
  await user.click(screen.getByRole('checkbox', { name: 'At night' }))
  await waitFor(async () =>
    expect(await stored(backend)).toEqual({
      ...emptyProfile,
      crampMuscles: ['arch', 'calf'],
      crampTimes: ['night'],
    }),
  )
})

test('a height nobody has stays in its field with a sentence, and is not stored', async () => {
  const { user, backend } = openSettings()
  await user.type(await screen.findByRole('textbox', { name: /^Height/ }), '999')
  await user.tab()
  await screen.findByText('Enter a number from 50 to 260 cm.')
  expect(backend.calls.filter(({ call }) => call === 'changeProfile')).toEqual([])
  await user.clear(screen.getByRole('textbox', { name: /^Height/ }))
  await user.type(screen.getByRole('textbox', { name: /^Height/ }), '172')
  await user.tab()
  expect(await stored(backend)).toMatchObject({ heightCm: 172 })
})

test('a weight that hardly goes with the height is asked about, and stored', async () => {
  const { user, backend } = openSettings()
  await user.type(await screen.findByRole('textbox', { name: /^Height/ }), '172')
  await user.tab()
  await user.type(screen.getByRole('textbox', { name: /^Weight/ }), '30')
  await user.tab()
  await screen.findByText(/This weight is unusual for this height/)
  await waitFor(async () => expect(await stored(backend)).toMatchObject({ heightCm: 172, weightKg: 30 }))
})

test('a name in a field that was never left is there and stored after a restart', async () => {
  const { user } = openSettings()
  await user.type(await screen.findByRole('textbox', { name: 'Name on the report' }), 'Ada')
  cleanup()

  const { backend } = openSettings()
  expect(await screen.findByRole('textbox', { name: 'Name on the report' })).toHaveProperty('value', 'Ada')
  expect(await stored(backend)).toEqual({ ...emptyProfile, name: 'Ada' })
})

test('a height nobody has is there after a restart, and is not stored', async () => {
  const { user } = openSettings()
  await user.type(await screen.findByRole('textbox', { name: /^Height/ }), '999')
  cleanup()

  const { backend } = openSettings()
  await screen.findByText('Enter a number from 50 to 260 cm.')
  expect(screen.getByRole('textbox', { name: /^Height/ })).toHaveProperty('value', '999')
  expect(backend.calls.filter(({ call }) => call === 'changeProfile')).toEqual([])
})

test('a shoe that was begun is there after a restart, until it is saved or thrown away', async () => {
  const begin = async (user: ReturnType<typeof openSettings>['user']) => {
    await user.click(await screen.findByRole('button', { name: 'Add a shoe' }))
    return within(await screen.findByRole('dialog'))
  }
  const first = openSettings()
  await first.user.type((await begin(first.user)).getByRole('textbox', { name: 'Name' }), 'Clogs')
  cleanup()

  const { user, backend } = openSettings()
  const dialog = await begin(user)
  expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Clogs')
  await user.click(dialog.getByRole('button', { name: 'Start afresh' }))
  expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', '')
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Boots')
  await user.click(dialog.getByRole('button', { name: 'Save shoe' }))
  await screen.findByRole('button', { name: 'Change Boots' })
  expect(backend.calls.filter(({ call }) => call === 'addShoe')).toHaveLength(1)
  expect((await begin(user)).getByRole('textbox', { name: 'Name' })).toHaveProperty('value', '')
})

test('an unlikely heel is asked about, and a second yes stores it', async () => {
  const { user, backend } = openSettings()
  await user.click(await screen.findByRole('button', { name: 'Add a shoe' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: /name/i }), 'Stilts')
  await user.type(dialog.getByRole('textbox', { name: /^Heel height/ }), '121')
  await user.click(dialog.getByRole('button', { name: 'Save shoe' }))
  await dialog.findByText('A heel of more than 120 mm. Is that right?')
  expect(backend.calls.filter(({ call }) => call === 'addShoe')).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Yes, save it' }))
  await screen.findByRole('button', { name: 'Change Stilts' })
})

test('conditions, days off and tracked kinds are one click each', async () => {
  const { user, backend } = openSettings()
  await user.click(await screen.findByRole('checkbox', { name: 'Diabetes' }))
  expect(await stored(backend)).toMatchObject({ conditions: ['diabetes'] })
  await user.click(screen.getByRole('checkbox', { name: 'Friday' }))
  await waitFor(async () => expect(await stored(backend)).toMatchObject({ offWeekdays: [4, 5, 6] }))
  await user.click(screen.getByRole('checkbox', { name: 'Stretching' }))
  await waitFor(async () => expect((await stored(backend)).trackedKinds).not.toContain('stretch'))
})

test('of two changes in a row the second does not undo the first', async () => {
  const { user, backend } = renderPage({
    route: '/settings',
    handlers: ({ changeProfile }) => ({
      changeProfile: async (changed, caller) => {
        await new Promise(resolve => setTimeout(resolve, 300))
        return changeProfile(changed, caller)
      },
    }),
  })
  await user.click(await screen.findByRole('checkbox', { name: 'Diabetes' }))
  await user.click(screen.getByRole('checkbox', { name: 'Friday' }))
  await waitFor(() =>
    expect(backend.journal.profile.get()).toMatchObject({
      conditions: ['diabetes'],
      offWeekdays: [4, 5, 6],
    }),
  )
})

test('a name that could not be stored stays in its field', async () => {
  const { user, backend } = openSettings()
  const name = await screen.findByRole('textbox', { name: 'Name on the report' })
  backend.failNext('changeProfile', { code: 'internal', message: 'The disk is full.' })
  await user.type(name, 'Ada')
  await user.tab()
  await screen.findByText(/The disk is full/)
  expect(name).toHaveProperty('value', 'Ada')
})

test('a medicine can be added before eight in the morning', async () => {
  const { user, backend } = renderPage({
    route: '/settings',
    now: () => momentAt('2026-11-20', '06:30', TIME_ZONE).at,
  })
  await user.click(await screen.findByRole('button', { name: 'Add a medicine' }))
  const form = within(await screen.findByRole('dialog', { name: 'Log medicine' }))
  await user.type(form.getByLabelText(/^Name/), 'Atorvastatin')
  await user.click(form.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(backend.entries()).toMatchObject([{ kind: 'medication', name: 'Atorvastatin' }]))
})

test('nobody stays pregnant by a week that is no longer shown', async () => {
  const { user, backend } = openSettings()
  const pregnant = await screen.findByRole('checkbox', { name: 'Pregnant' })
  await user.click(pregnant)
  await user.type(await screen.findByRole('textbox', { name: /^Week of pregnancy/ }), '20')
  await user.tab()
  await waitFor(async () => expect(await stored(backend)).toMatchObject({ pregnancyWeek: 20 }))
  await user.click(pregnant)
  await waitFor(async () =>
    expect(backend.calls.findLast(({ call }) => call === 'changeProfile')?.input).toMatchObject({
      conditions: [],
      pregnancyWeek: null,
    }),
  )
})

test('the week of pregnancy is asked only of somebody who is pregnant', async () => {
  const { user } = openSettings()
  const week = () => screen.queryByRole('textbox', { name: /^Week of pregnancy/ })
  const pregnant = await screen.findByRole('checkbox', { name: 'Pregnant' })
  expect(week()).toBeNull()
  await user.click(pregnant)
  await screen.findByRole('textbox', { name: /^Week of pregnancy/ })
})

test('a shoe can be added, put away and worn again', async () => {
  const { user, backend } = openSettings()
  await user.click(await screen.findByRole('button', { name: 'Add a shoe' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox', { name: /name/i }), 'Clogs')
  await user.click(within(dialog).getByRole('button', { name: /^(Add|Save)/ }))
  await user.click(await screen.findByRole('button', { name: 'Put away: Clogs' }))
  await screen.findByRole('button', { name: 'Wear again: Clogs' })
  expect(backend.shoes()).toMatchObject([{ name: 'Clogs', retired: true }])
  expect(screen.getByText('Not worn yet')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Delete Clogs' }))
  await waitFor(() => expect(backend.shoes()).toEqual([]))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(backend.shoes()).toMatchObject([{ name: 'Clogs', retired: true }]))
})

test('a medicine is written down as a change, and stands with its course', async () => {
  const { user, backend } = openSettings()
  await user.click(await screen.findByRole('button', { name: 'Add a medicine' }))
  const drawer = await screen.findByRole('dialog')
  await user.type(within(drawer).getByRole('textbox', { name: /^Name/ }), 'Atorvastatin')
  await user.click(within(drawer).getByRole('button', { name: /^(Log|Save|Add)/ }))
  await screen.findByRole('button', { name: 'Note a change of Atorvastatin' })
  expect(backend.entries()).toMatchObject([
    { kind: 'medication', name: 'Atorvastatin', medicineClass: 'statin', change: 'taking' },
  ])
  expect(screen.getByText('Statin (for cholesterol), since before the diary')).toBeDefined()

  await user.click(screen.getByRole('button', { name: 'Note a change of Atorvastatin' }))
  const again = within(await screen.findByRole('dialog'))
  await user.click(again.getByRole('button', { name: 'Save' }))
  expect(await again.findByText('Choose what to write down.')).toBeDefined()
})

test('a medicine that was entered by mistake is deleted with its entries, and Undo brings it back', async () => {
  const change = {
    kind: 'medication',
    name: 'Ramipril',
    medicineClass: 'ace-inhibitor',
    dose: '',
    note: '',
  } as const
  const { user, backend } = renderPage({
    route: '/settings',
    seed: ({ entries }) => {
      const { at, offsetMinutes } = momentAt('2026-11-10', '08:00', TIME_ZONE)
      entries.add({ ...change, at, offsetMinutes, change: 'taking' }, at)
      entries.add({ ...change, at: at + 60_000, offsetMinutes, change: 'dose-up' }, at)
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Delete Ramipril' }))
  await screen.findByText('Deleted Ramipril, with its 2 entries.')
  expect(backend.entries()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(backend.entries()).toHaveLength(2))
})
