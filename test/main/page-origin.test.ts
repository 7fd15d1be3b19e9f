import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { answerPageRequest, isOwnPage } from '../../main/page-origin.ts'
import { temporaryFolders } from './journal/temporary-folder.ts'

const newFolder = temporaryFolders()
let pages: string
beforeEach(() => {
  const folder = newFolder()
  pages = join(folder, 'renderer')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<title>Unknot</title>')
  writeFileSync(join(pages, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(folder, 'journal.js'), 'private')
})

describe('app://', () => {
  test('serves a page with a policy that lets in no script but its own', async () => {
    const response = await answerPageRequest(pages, 'app://unknot/index.html')
    expect(await response.text()).toBe('<title>Unknot</title>')
    expect(response.headers.get('content-type')).toContain('text/html')
    const policy = response.headers.get('content-security-policy')?.split('; ')
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("default-src 'none'")
    expect(policy?.join()).not.toMatch(/unsafe-eval|https?:|\*/)
  })

  test('serves scripts as scripts', async () => {
    const response = await answerPageRequest(pages, 'app://unknot/assets/main.js')
    expect(response.headers.get('content-type')).toContain('text/javascript')
  })

  test.each([
    'app://unknot/../journal.js',
    'app://unknot/..%2fjournal.js',
    'app://unknot/assets/..%2f..%2fjournal.js',
    'app://elsewhere/index.html',
    'app://unknot/missing.html',
    'app://unknot/assets',
    'app://unknot/',
  ])('does not serve %s', async address => {
    expect((await answerPageRequest(pages, address)).status).toBe(404)
  })
})

describe('an own page', () => {
  test('is one of app://unknot', () => {
    expect(isOwnPage(true, 'app://unknot/index.html#/today')).toBe(true)
  })

  test.each([
    'app://unknot.evil/index.html',
    'app://evil/index.html',
    'https://unknot/index.html',
    'file:///etc/passwd',
    'data:text/html,hello',
    'about:blank',
    'not an address',
    '',
  ])('is not %j', address => {
    expect(isOwnPage(true, address)).toBe(false)
  })
})
