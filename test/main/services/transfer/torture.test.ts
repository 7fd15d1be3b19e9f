import { expect, test } from 'vitest'
import { torture } from '../../../torture/rounds.ts'

const SEED = 1120

test('nothing acknowledged is lost when the program is killed at random moments (npm run torture does so 300 times)', async () => {
  const { kills, losses } = await torture(7, SEED)
  expect(losses, `npm run torture -- --kills 7 --seed ${SEED}`).toEqual([])
  expect(kills).toBe(7)
})
