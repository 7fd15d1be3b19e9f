import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'unknot-vectors-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command of `npm run vectors`. */
function run(...files: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve(import.meta.dirname, '../vectors.ts'), ...files],
    { encoding: 'utf8' },
  )
  return { status, lines: stdout.trim().split('\n'), stderr }
}

function write(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const right = { id: 'right', call: 'wilson', inputs: { x: 0, n: 7 }, expected: { lower: 0 }, tolerance: 1e-6 }
const wrong = { ...right, id: 'wrong', expected: { lower: 0.1 } }

describe('npm run vectors', () => {
  it('prints the largest error of every case and ends well if all pass', () => {
    const { status, lines } = run(write('good.json', { cases: [right] }))
    expect(lines).toEqual(['pass  right  largest error 0.00e+0  (tolerance 0.000001)', '1 passed, 0 failed'])
    expect(status).toBe(0)
  })

  it('shows what differs and ends with 1 if one fails', () => {
    const { status, lines } = run(write('bad.json', { cases: [right, wrong] }))
    expect(lines.slice(1)).toEqual([
      'FAIL  wrong  largest error 1.00e-1  (tolerance 0.000001)',
      '      lower: expected 0.1, got 0',
      '1 passed, 1 failed',
    ])
    expect(status).toBe(1)
  })

  it.each([
    ['no file is named', []],
    ['the file is not there', [join(folder, 'missing.json')]],
    ['the file is not JSON', [write('text.json', 'not json')]],
    ['the file is of another shape', [write('other.json', { tests: [] })]],
  ])('ends with 2 and says so if %s', (_, files) => {
    const { status, stderr } = run(...files)
    expect(status).toBe(2)
    expect(stderr).toMatch(/usage|is not a reference file/)
  })
})
