import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const pages = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.tsx'))
  .map(name => join('renderer', name))

const listClasses = (path: string) =>
  new Set(
    [
      ...readFileSync(path, 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .matchAll(/\.([a-zA-Z][\w-]*)/g),
    ].map(([, name]) => name),
  )

test('every class that a page gives has its rules in the style sheet it comes from', () => {
  const missing = pages.flatMap(page => {
    const source = readFileSync(page, 'utf8')
    return [...source.matchAll(/^import (\w+) from '(\.[^']+\.module\.css)'/gm)].flatMap(
      ([, styles = '', path = '']) => {
        const known = listClasses(join(dirname(page), path))
        // After a quote or a path it is a file name.
        const used = [...source.matchAll(new RegExp(`(?<![/\\w.])${styles}\\.(?!module\\b)(\\w+)`, 'g'))]
        return used
          .map(([, name = '']) => name)
          .filter(name => !known.has(name))
          .map(name => `${page}: ${name}`)
      },
    )
  })
  expect(pages.length).toBeGreaterThan(100)
  expect(missing).toEqual([])
})
