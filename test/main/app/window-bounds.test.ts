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

const fullHd = { width: 1920, height: 1040 }
const smallest = { minWidth: 720, minHeight: 560 }

test.each([
  ['as it was', '{"width":1000,"height":700}', { width: 1000, height: 700, isMaximized: false }],
  ['remembered on a larger screen', '{"width":3840,"height":2160}', { ...fullHd, isMaximized: false }],
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
  expect(readWindowBounds(file, fullHd)).toEqual({ ...smallest, ...expected })
})

test('on a screen smaller than the smallest window, the window is as large as the screen', () => {
  writeFileSync(file, '{"width":1280,"height":800}')
  expect(readWindowBounds(file, { width: 640, height: 440 })).toEqual({
    width: 640,
    height: 440,
    minWidth: 640,
    minHeight: 440,
    isMaximized: false,
  })
})

test('the size to return to is remembered, and that the window was maximised', () => {
  const window = Object.assign(new EventEmitter(), {
    getNormalBounds: () => ({ x: 5, y: 5, width: 900, height: 650 }),
    isMaximized: () => true,
  })
  rememberWindowBounds(window as unknown as BrowserWindow, file)
  window.emit('close')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ width: 900, height: 650, isMaximized: true })
  expect(readWindowBounds(file, fullHd)).toMatchObject({ width: 900, height: 650, isMaximized: true })
})
