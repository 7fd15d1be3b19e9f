import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CrampShortcut } from '../../../shared/cramp-shortcut.ts'
import { renderPage } from '../render-page.tsx'

/** Renders Settings over a system whose answer a test sets. */
function renderSettings(answer: CrampShortcut['state']) {
  let set: CrampShortcut = { state: 'off', keys: null, command: 'unknot --cramp-now' }
  const page = renderPage({
    route: '/settings',
    handlers: {
      getCrampShortcut: () => set,
      setCrampShortcut: ({ keys }) => {
        set = { ...set, keys, state: keys === null ? 'off' : answer }
        return set
      },
    },
  })
  const press = () => {
    set = { ...set, state: 'works' }
    page.backend.sendEvent('changed', { what: ['cramp-shortcut'], since: null })
  }
  return { ...page, press, getSet: () => set }
}

const findSwitch = () => screen.findByRole('switch', { name: 'Use keys for “Cramp now”' })

test('the keys read as working only once they were pressed', async () => {
  const { user, press, getSet } = renderSettings('waiting')
  await screen.findByText('unknot --cramp-now')
  await user.click(await findSwitch())
  await screen.findByText('Press Ctrl+Shift+F9 now')
  expect(screen.queryByText('The keys work')).toBeNull()
  press()
  await screen.findByText('The keys work')
  await user.click(await findSwitch())
  expect(getSet().keys).toBeNull()
})

test('keys that were never pressed are withdrawn when Settings is left', async () => {
  const { user, getSet } = renderSettings('waiting')
  await user.click(await findSwitch())
  await screen.findByText('Press Ctrl+Shift+F9 now')
  await user.click(screen.getByRole('link', { name: 'Plan' }))
  await screen.findByRole('heading', { level: 1, name: 'Plan' })
  await expect.poll(() => getSet().keys).toBeNull()
})

test('a refusal says what to do instead', async () => {
  const { user } = renderSettings('refused')
  await user.click(await findSwitch())
  await screen.findByText('The keys were not given to Unknot')
})
