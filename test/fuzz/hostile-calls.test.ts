/** Short form of the 100,000 calls of `npm run verify`; fixed seed, so that a failure is reproducible. */
import { expect, test } from 'vitest'
import { answer } from '../../main/ipc/calls.ts'
import { shoeDraft } from '../../shared/kinds/footwear.ts'
import { fuzzCalls } from './hostile-calls.ts'

/** Time limit in ms; the test takes seconds on a quiet machine, and load alone must not fail it. */
const TIME_LIMIT_MS = 600_000

test.each([1, 3])('no hostile call breaks a promise (seed %i)', { timeout: TIME_LIMIT_MS }, async seed => {
  const { faults, refused, calls } = await fuzzCalls(600, seed)
  expect(faults).toEqual([])
  expect(refused).toBeGreaterThan(calls / 3)
  expect(refused).toBeLessThan(calls)
})

test('a name of nothing that can be seen is no name', async () => {
  for (const name of ['\0', ' \0 ', '\n', '']) {
    const reply = await answer({}, 'addShoe', { ...shoe, name }, { pageId: 1 })
    expect(reply).toMatchObject({ ok: false, failure: { problems: [{ field: 'name' }] } })
  }
  expect(shoeDraft.parse({ ...shoe, name: '\0Clogs\n\tblue' }).name).toBe('Clogs blue')
})

const shoe = {
  kind: 'work',
  archSupport: null,
  fit: null,
  heelMm: null,
  cushioning: null,
  insole: null,
  retired: false,
}
