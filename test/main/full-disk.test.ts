import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** Regression cases; `npm run verify` runs the whole matrix. */
const ROWS = [
  'addShoe',
  'changeProfile',
  'entry',
  'backup',
  'restore',
  'copy, onto another disk',
  'erase everything',
]

test.runIf(process.platform === 'linux')(
  'on a full disk everything can be erased, and what cannot be done is told its reason',
  async () => {
    const script = join(import.meta.dirname, '../full-disk/full-disk.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [script, '--rows', ROWS.join(';')])
    expect(stdout).toMatch(`${ROWS.length} writes, 0 wrong`)
  },
)
