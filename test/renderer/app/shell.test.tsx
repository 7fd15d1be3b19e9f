import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderPage } from '../render-page.tsx'

afterEach(() => vi.restoreAllMocks())

test('the window opens on today', async () => {
  renderPage()
  expect(await screen.findByRole('heading', { level: 1 })).toHaveProperty('textContent', 'Today')
  expect(screen.getByRole('link', { name: 'Today' }).getAttribute('aria-current')).toBe('page')
})

test('every screen is one link away', async () => {
  const { user } = renderPage()
  const nav = await screen.findByRole('navigation', { name: 'Screens' })
  for (const name of ['Journal', 'Insights', 'Plan', 'Report', 'Today']) {
    await user.click(within(nav).getByRole('link', { name }))
    expect(await screen.findByRole('heading', { level: 1, name })).toBeDefined()
  }
})

test('every screen is one shortcut away, by letters and by numbers', async () => {
  const { user } = renderPage()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  await user.keyboard('gp')
  await screen.findByRole('heading', { level: 1, name: 'Plan' })
  await user.keyboard('{Control>}1{/Control}')
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  await user.keyboard('gj')
  await screen.findByRole('heading', { level: 1, name: 'Journal' })
  await user.keyboard('{Control>}3{/Control}')
  await screen.findByRole('heading', { level: 1, name: 'Insights' })
})

test('each kind of entry is one letter away, and the second letter of a sequence is none', async () => {
  const { user } = renderPage()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  for (const [key, title] of [
    ['c', 'Log cramp'],
    ['d', 'Log drink'],
    ['f', 'Log footwear'],
    ['a', 'Log activity'],
    ['s', 'Log stretching'],
    ['p', 'Log food'],
    ['h', 'Log the day'],
    ['b', 'Log night'],
    ['m', 'Log medicine'],
    ['x', 'Log as-needed dose'],
  ] as const) {
    await user.keyboard(key)
    await screen.findByRole('dialog', { name: title })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }
  await user.keyboard('gs')
  await screen.findByRole('heading', { level: 1, name: 'Settings' })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('shortcuts of a single letter can be switched off, the others stay', async () => {
  const { user } = renderPage()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  await user.keyboard('?')
  const list = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  await user.click(within(list).getByRole('switch', { name: /^Single-letter shortcuts/ }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.keyboard('gp')
  expect(screen.getByRole('heading', { level: 1, name: 'Today' })).toBeDefined()
  await user.keyboard('{Control>}4{/Control}')
  await screen.findByRole('heading', { level: 1, name: 'Plan' })
})

test('a shortcut is not taken while somebody types', async () => {
  const { user } = renderPage()
  await user.click(await screen.findByRole('button', { name: 'Other drink' }))
  const note = await screen.findByRole('textbox', { name: 'Note' })
  await user.type(note, 'gp?')
  expect(note).toHaveProperty('value', 'gp?')
  expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull()
})

test('the page can be light, dark or as the system', async () => {
  const { user } = renderPage()
  for (const [word, scheme] of [
    ['Dark', 'dark'],
    ['Light', 'light'],
  ] as const) {
    await user.click(await screen.findByRole('button', { name: 'Appearance' }))
    await user.click(await screen.findByRole('menuitemradio', { name: word }))
    await waitFor(() => expect(document.documentElement.dataset.mantineColorScheme).toBe(scheme))
  }
})

test('the first stop for Tab leads past the navigation', async () => {
  const { user } = renderPage()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  const skip = screen.getByRole('button', { name: 'Skip to the content' })
  await user.click(skip)
  expect(document.activeElement).toBe(screen.getByRole('main'))
})

test('a screen begins at its top, and another day stays where it was', async () => {
  const { user } = renderPage()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  const scrollTo = vi.spyOn(window, 'scrollTo').mockImplementation(() => {})
  await user.click(screen.getByRole('link', { name: 'Settings' }))
  await screen.findByRole('heading', { level: 1, name: 'Settings' })
  expect(scrollTo).toHaveBeenLastCalledWith(0, 0)
  await user.click(screen.getByRole('link', { name: 'Today' }))
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  const before = scrollTo.mock.calls.length
  await user.click(await screen.findByRole('button', { name: 'Previous day' }))
  await screen.findByRole('heading', { level: 1, name: 'Yesterday' })
  expect(scrollTo.mock.calls.length).toBe(before)
  scrollTo.mockRestore()
})

test('a demo says that it is one', async () => {
  renderPage({ isDemo: true })
  expect(await screen.findByText(/This is a demo journal/)).toBeDefined()
})

test('a screen that fails says so calmly and leaves the others alone', async () => {
  // React logs errors that a boundary has caught.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { user } = renderPage({
    route: '/insights',
    // Violates the contract, so that rendering throws.
    handlers: ({ getOverview }) => ({
      getOverview: async (input, caller) => ({
        ...(await getOverview(input, caller)),
        weeks: [Object.create(null)],
      }),
    }),
  })
  await screen.findByRole('heading', { level: 1, name: 'This screen could not be shown' })
  expect(screen.getByText(/Everything you saved is still in your journal/)).toBeDefined()
  await user.click(screen.getByRole('link', { name: 'Today' }))
  await screen.findByRole('heading', { level: 1, name: 'Today' })
})
