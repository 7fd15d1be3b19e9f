import { expect, test } from 'vitest'
import { torture } from '../../torture/rounds.ts'

test('nothing acknowledged is lost when the program is killed at random moments (npm run torture does so 300 times)', async () => {
  const { kills, losses } = await torture(6, Date.now() % 10_000)
  expect(losses).toEqual([])
  expect(kills).toBe(6)
})
