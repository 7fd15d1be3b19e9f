import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../../main/store')

/** Constants of a file that hold a statement with `returning`. */
const findWriting = (source: string) =>
  [...source.matchAll(/const (\w+) = db\s*\.prepare(?:<[^(]*>)?\(\s*([`'])([\s\S]*?)\2/g)].flatMap(
    ([, name = '', , sql = '']) => (/\breturning\b/i.test(sql) ? [name] : []),
  )

// `get` would lose the error of the commit: see `write-row.ts`.
test('no statement that returns what it wrote is run with get', () => {
  const sources = globSync('**/*.ts', { cwd: folder }).map(
    file => [file, readFileSync(join(folder, file), 'utf8')] as const,
  )
  expect(sources.flatMap(([, source]) => findWriting(source)).length).toBeGreaterThan(9)
  const faults = sources.flatMap(([file, source]) =>
    findWriting(source)
      .filter(name => new RegExp(`\\b${name}\\.get\\(`).test(source))
      .map(name => `${file}: ${name}`),
  )
  expect(faults).toEqual([])
})
