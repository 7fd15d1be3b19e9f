import { expect, test } from '@playwright/test'
import { runFixtureApp } from './fixture-app.ts'

const app = runFixtureApp()

test('pages and their scripts come from the app’s protocol handler', async () => {
  const { electronApp, page } = app()
  await expect(page.locator('#script')).toHaveText('The script has run.')
  expect(await page.evaluate(() => window.fixture.sender())).toBe('app://fixture/index.html')
  const facts = await electronApp.evaluate(({ BrowserWindow, protocol }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return [contents?.getURL(), contents?.mainFrame.origin, protocol.isProtocolHandled('app')]
  })
  expect(facts).toEqual(['app://fixture/index.html', 'app://fixture', true])
})

test('what the handler does not find is not found', async () => {
  const { page } = app()
  expect(await page.evaluate(async () => (await fetch('/nowhere')).status)).toBe(404)
})

test('pages are a secure context with a storage that outlives a reload', async () => {
  const { page } = app()
  expect(await page.evaluate(() => isSecureContext)).toBe(true)
  await page.evaluate(() => localStorage.setItem('kept', 'yes'))
  await page.reload()
  expect(await page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
})

// Playwright's evaluate is exempt from the policy, so the document itself makes the attempt.
test('the content security policy of the handler holds', async () => {
  const { page } = app()
  const tried = await page.evaluate(async () => {
    const violation = new Promise<string>(resolve => {
      document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective), {
        once: true,
      })
    })
    const script = document.createElement('script')
    script.textContent = 'window.hasRun = true'
    document.head.append(script)
    return { directive: await violation, hasRun: 'hasRun' in window }
  })
  expect(tried).toEqual({ directive: 'script-src-elem', hasRun: false })
  const remote = await page.evaluate(() => fetch('https://example.org/').catch((error: Error) => error.name))
  expect(remote).toBe('TypeError')
})

test('a scheme must be registered as standard and secure', async () => {
  const { electronApp } = app()
  const refusal = await electronApp.evaluate(({ protocol }) => {
    try {
      protocol.handle('other', () => new Response('x'))
      return undefined
    } catch (error) {
      return String(error)
    }
  })
  expect(refusal).toContain('not in the stand-in for Electron')
})
