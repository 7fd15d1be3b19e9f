/**
 * `npm run stress`: the stand-in's specs five times over, three at once, which is where its races show.
 * Run it on every change of the stand-in; words after `--` go to Playwright.
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
