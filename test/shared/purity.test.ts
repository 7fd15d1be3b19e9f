/** The shared layer knows neither a clock nor chance: what it works with is given to it, so that it can be tested. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SHARED = join(import.meta.dirname, '../../shared')
const hidden = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bTemporal\.Now\b|\bperformance\.now\b/

const files = readdirSync(SHARED, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))

test.each(['Date.now()', 'new Date()', 'Math.random()', 'Temporal.Now.instant()'])('%s is found', code => {
  expect(hidden.test(`const value = ${code}`)).toBe(true)
})

test('a date that is given is none', () => {
  expect(hidden.test('new Date(at)')).toBe(false)
})

test('no file of the shared layer asks a clock or throws dice', () => {
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter(name => hidden.test(readFileSync(join(SHARED, name), 'utf8')))).toEqual([])
})
