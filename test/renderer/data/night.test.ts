import { expect, test } from 'vitest'
import { staysDark } from '../../../renderer/data/night.ts'
import { CRAMP_NOW_PATH, RELIEF_PATH, SYMPTOMS_PATH } from '../../../renderer/data/paths.ts'

test('cramp now is dark, and so is what is reached from it while the clock runs', () => {
  expect(staysDark(CRAMP_NOW_PATH, false, false)).toBe(true)
  for (const path of [RELIEF_PATH, SYMPTOMS_PATH, '/today', '/settings', '/plan'])
    expect(staysDark(path, true, true)).toBe(true)
})

test('without a clock only the guide stays dark, until the person leaves it', () => {
  expect(staysDark(RELIEF_PATH, true, false)).toBe(true)
  expect(staysDark(SYMPTOMS_PATH, true, false)).toBe(true)
  for (const path of ['/plan', '/today', '/report']) expect(staysDark(path, true, false)).toBe(false)
})

test('a screen that was reached by day stays as the window is, also while a clock runs', () => {
  expect(staysDark(RELIEF_PATH, false, true)).toBe(false)
  expect(staysDark('/today', false, true)).toBe(false)
})
