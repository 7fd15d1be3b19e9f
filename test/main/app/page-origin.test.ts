import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerPageRequest, developmentServer, isOwnPage } from '../../../main/app/page-origin.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

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
    'app://unknot/%2e%2e%2fjournal.js',
    'app://unknot/..%5cjournal.js',
    'app://unknot/%252e%252e/journal.js',
    'app://unknot/index.html%00.js',
    'app://unknot/%',
    'app://unknot/%ff%fe.js',
    'app://unknot@elsewhere/index.html',
    'app://unknot:1/index.html',
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

describe('the development server', () => {
  afterEach(() => vi.unstubAllEnvs())
  const read = (address: string, isPackaged = false) => {
    vi.stubEnv('ELECTRON_RENDERER_URL', address)
    return developmentServer(isPackaged)
  }

  test.each([
    'http://localhost:5173',
    'https://localhost:5173/',
    'http://127.0.0.1:5173',
    'http://[::1]:5173',
  ])('may be %s, of this computer', address => expect(read(address)).toBe(address))

  test.each([
    'http://example.org',
    'https://192.0.2.7:5173',
    'http://localhost.example.org',
    'http://127.0.0.1@example.org/',
    'http://127.0.0.1.example.org',
    'file:///tmp/page.html',
    'data:text/html,x',
    'ws://localhost:5173',
    'javascript:alert(1)',
    'not an address',
    '',
  ])('is never %j', address => expect(read(address)).toBeUndefined())

  test('is not read by a packaged program', () => {
    expect(read('http://localhost:5173', true)).toBeUndefined()
  })
})
