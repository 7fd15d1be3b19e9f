import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../host/host.ts'
import { rules, scanProduct, scanSource } from './rules.ts'
import { findUnexplained, writeTable } from './table.ts'

test.each(rules)('$name is found where it is', ({ name, example }) => {
  expect(scanSource('example.tsx', example).map(({ rule }) => rule)).toContain(name)
})

test('an option that is set as it should be, a comment and a type are no findings', () => {
  const source = `
    import type { Socket } from 'node:net'
    // eval(text), innerHTML, nodeIntegration: true
    const preferences = { nodeIntegration: false, webSecurity: true, sandbox: true, contextIsolation: true }
    db.prepare('select ?'); setTimeout(() => {}, 1)`
  expect(scanSource('example.ts', source)).toEqual([])
})

test('each finding in the product is explained, and the table in the repository says so', () => {
  const findings = scanProduct(root)
  expect(findUnexplained(findings)).toEqual([])
  expect(readFileSync(join(import.meta.dirname, 'FINDINGS.md'), 'utf8')).toBe(writeTable(findings))
})
