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

test('SQL made of texts of the source is none; one part that is not makes it one', () => {
  const count = (text: string) => scanSource('example.ts', text).length
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: source text that is scanned.
  expect(
    count("const columns = 'id, at'; const all = `select ${columns}`; db.prepare(`${all} limit ${MOST}`)"),
  ).toBe(0)
  expect(count('db.prepare(`select ${columns}`)')).toBe(1)
  expect(count("let columns = 'id'; db.prepare(`select ${columns}`)")).toBe(1)
  expect(count('const columns = read(); db.exec(columns)')).toBe(1)
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: source text that is scanned.
})

test('each finding in the product is explained, and the table in the repository says so', () => {
  const findings = scanProduct(root)
  expect(findUnexplained(findings)).toEqual([])
  expect(readFileSync(join(import.meta.dirname, 'FINDINGS.md'), 'utf8')).toBe(writeTable(findings))
})
