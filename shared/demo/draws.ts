/** Random draws of the demo. */
import type { Random } from '../statistics/random.ts'

/** True with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return random.nextUniform() < probability
}

/** Uniform whole number from `min` to `max`, both included. */
export function between(random: Random, min: number, max: number): number {
  return min + random.nextInteger(max - min + 1)
}

/** Uniform choice from a list. */
export function pick<const T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[random.nextInteger(items.length)] ?? items[0]
}

/** Weighted choice from a list; weights need not add up to 1. */
export function pickWeighted<const T>(
  random: Random,
  items: readonly [readonly [T, number], ...(readonly [T, number])[]],
): T {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0)
  let left = random.nextUniform() * total
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  return items[0][0]
}

/**
 * First-order autoregressive series of standard normal values, one per day, so that good and bad days come in runs.
 *
 * @param memory autocorrelation at a lag of one day, 0 to 1
 */
export function drawAutoregressiveNormals(random: Random, days: number, memory: number): number[] {
  const innovation = Math.sqrt(1 - memory ** 2)
  const values: number[] = []
  let value = random.nextNormal()
  for (let day = 0; day < days; day++) {
    values.push(value)
    value = memory * value + innovation * random.nextNormal()
  }
  return values
}
