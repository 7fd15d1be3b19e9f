import { expect, test } from 'vitest'
import { playSituations } from '../reliability/play.ts'

test('nothing is lost by a clock set back, sleep, two copies or a vanished backup folder (npm run verify plays them 270 times)', async () => {
  const results = await playSituations({ seed: 2, runs: 1 })
  expect(results.flatMap(({ faults }) => faults)).toEqual([])
  expect(results.every(({ kept }) => kept > 0)).toBe(true)
})
