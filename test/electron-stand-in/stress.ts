/**
 * `npm run stress`: stress test for races: each spec of the stand-in 5 times, on 3 workers.
 * Run it on every change of the stand-in; arguments after `--` go to Playwright.
 */
import { join } from 'node:path'
import { run } from '../host/steps.ts'

process.exitCode = await run('playwright', [
  'test',
  '--config',
  join(import.meta.dirname, 'playwright.config.ts'),
  '--repeat-each=5',
  '--workers=3',
  '--reporter=dot',
  ...process.argv.slice(2),
])
