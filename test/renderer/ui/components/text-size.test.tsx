/** Text size: the Settings field, its storage and its keys. */
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { getNextSize } from '../../../../renderer/ui/components/text-size.ts'
import { renderPage } from '../../render-page.tsx'

afterEach(() => {
  document.documentElement.style.fontSize = ''
})

const findSize = async (size: string) =>
  within(await screen.findByRole('radiogroup', { name: 'Text size' })).getByRole('radio', { name: size })

test('the stored size is applied, and a choice is stored and applied at once', async () => {
  localStorage.setItem('unknot-text-size', '175')
  const { user } = renderPage({ route: '/settings' })
  expect(document.documentElement.style.fontSize).toBe('175%')
  expect(await findSize('175%')).toHaveProperty('checked', true)
  await user.click(await findSize('125%'))
  await waitFor(() => expect(document.documentElement.style.fontSize).toBe('125%'))
  expect(localStorage.getItem('unknot-text-size')).toBe('125')
})

test('a stored size that there is not counts as the usual one', () => {
  localStorage.setItem('unknot-text-size', '9000')
  renderPage({ route: '/settings' })
  expect(document.documentElement.style.fontSize).toBe('')
})

test('keys go one step up or down, and back to the usual size', async () => {
  const { user } = renderPage({ route: '/settings' })
  await findSize('100%')
  await user.keyboard('{Control>}={/Control}')
  await waitFor(() => expect(document.documentElement.style.fontSize).toBe('110%'))
  await user.keyboard('{Control>}{Shift>}+{/Shift}{/Control}')
  await waitFor(() => expect(document.documentElement.style.fontSize).toBe('125%'))
  await user.keyboard('{Control>}-{/Control}')
  await waitFor(() => expect(document.documentElement.style.fontSize).toBe('110%'))
  await user.keyboard('{Control>}0{/Control}')
  await waitFor(() => expect(document.documentElement.style.fontSize).toBe(''))
})

test('the smallest and the largest size stay', () => {
  expect(getNextSize(100, -1)).toBe(100)
  expect(getNextSize(200, 1)).toBe(200)
  expect(getNextSize(125, 2)).toBe(175)
})
