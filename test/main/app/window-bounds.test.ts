import { EventEmitter } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWindowBounds, rememberWindowBounds } from '../../../main/app/window-bounds.ts'

let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-bounds-'))
  file = join(folder, 'window.json')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Below a bar of 40 px. */
const fullHd = { x: 0, y: 40, width: 1920, height: 1040 }
const onTheLeft = { x: -1600, y: 0, width: 1600, height: 900 }
const smallest = { minWidth: 720, minHeight: 560 }

test.each([
  ['as it was', '{"width":1000,"height":700}', { width: 1000, height: 700, isMaximized: false }],
  [
    'remembered on a larger screen',
    '{"width":3840,"height":2160}',
    { width: 1920, height: 1040, isMaximized: false },
  ],
  ['wider than the screen', '{"width":3840,"height":700}', { width: 1920, height: 700, isMaximized: false }],
  ['smaller than it may be', '{"width":100,"height":100}', { width: 720, height: 560, isMaximized: false }],
  [
    'maximised',
    '{"width":1000,"height":700,"isMaximized":true}',
    { width: 1000, height: 700, isMaximized: true },
  ],
  ['of no size', '{"width":-5,"height":700}', { width: 1280, height: 800, isMaximized: false }],
  ['no JSON', 'nonsense', { width: 1280, height: 800, isMaximized: false }],
])('%s', (_, text, expected) => {
  writeFileSync(file, text)
  expect(readWindowBounds(file, [fullHd])).toEqual({ ...smallest, ...expected })
})

test('on a screen smaller than the smallest window, the window is as large as the screen', () => {
  writeFileSync(file, '{"width":1280,"height":800}')
  expect(readWindowBounds(file, [{ x: 0, y: 0, width: 640, height: 440 }])).toEqual({
    width: 640,
    height: 440,
    minWidth: 640,
    minHeight: 440,
    isMaximized: false,
  })
})

test.each([
  ['on its display', { x: 200, y: 100 }, { x: 200, y: 100 }],
  ['on the second display', { x: -1500, y: 50 }, { x: -1500, y: 50 }],
  ['above the bar', { x: 200, y: 0 }, { x: 200, y: 40 }],
  ['over the right edge', { x: 1700, y: 100 }, { x: 920, y: 100 }],
  ['below the lower edge', { x: 200, y: 900 }, { x: 200, y: 380 }],
  ['between two displays, more on the left', { x: -800, y: 100 }, { x: -1000, y: 100 }],
  ['on a display that is gone', { x: 5000, y: 100 }, {}],
])('the place: %s', (_, corner, expected) => {
  writeFileSync(file, JSON.stringify({ width: 1000, height: 700, ...corner }))
  expect(readWindowBounds(file, [fullHd, onTheLeft])).toEqual({
    ...smallest,
    width: 1000,
    height: 700,
    isMaximized: false,
    ...expected,
  })
})

test('the place and size to return to are remembered, and that the window was maximised', () => {
  const window = Object.assign(new EventEmitter(), {
    getNormalBounds: () => ({ x: 5, y: 5, width: 900, height: 650 }),
    isMaximized: () => true,
  })
  rememberWindowBounds(window as unknown as BrowserWindow, file)
  window.emit('close')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    x: 5,
    y: 5,
    width: 900,
    height: 650,
    isMaximized: true,
  })
  expect(readWindowBounds(file, [fullHd])).toMatchObject({
    x: 5,
    y: 40,
    width: 900,
    height: 650,
    isMaximized: true,
  })
})
