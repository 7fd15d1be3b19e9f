import { expect, it } from 'vitest'
import { printInLight } from '../../../renderer/app/print-in-light.ts'

it('prints the light scheme, and shows again the one that was shown', () => {
  const root = document.documentElement
  const scheme = () => root.getAttribute('data-mantine-color-scheme')
  printInLight()
  for (const shown of ['dark', 'light']) {
    root.setAttribute('data-mantine-color-scheme', shown)
    window.dispatchEvent(new Event('beforeprint'))
    expect(scheme()).toBe('light')
    window.dispatchEvent(new Event('afterprint'))
    expect(scheme()).toBe(shown)
  }
})
