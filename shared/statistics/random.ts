/**
 * Seedable pseudorandom generator with the same output on every machine: random results are stored with their seed and can
 * be reproduced. Not cryptographically secure.
 */
import { requireCount } from './preconditions.ts'

export interface Random {
  /** Seed of the generator, to be stored with any result. */
  readonly seed: number
  /** Uniform on the whole numbers 0 .. 2^32 - 1. */
  readonly nextUint32: () => number
  /** Uniform on [0, 1), with 53 random bits. */
  readonly nextUniform: () => number
  /** Uniform on the whole numbers 0 .. bound - 1, without modulo bias. Precondition: 1 <= bound <= 2^21. */
  readonly nextInteger: (bound: number) => number
  /** Standard normal. */
  readonly nextNormal: () => number
}

const TWO_32 = 2 ** 32
/** Largest bound for which draw x bound is exact in a double. */
const LARGEST_BOUND = 2 ** 21

/**
 * Creates a generator from a seed.
 *
 * Variant: xoshiro128** 1.1, its four words of state seeded by SplitMix32 as its authors advise, so that similar seeds give
 * unrelated streams. Period 2^128 - 1. Source: Blackman and Vigna 2021, ACM Trans. Math. Softw. 47(4).
 *
 * @throws TypeError, RangeError unless the seed is a whole number 0 .. 2^32 - 1.
 * @example createRandom(1).nextUint32() // 2442144158
 */
export function createRandom(seed: number): Random {
  requireCount(seed, 'seed')
  if (seed >= TWO_32) throw new RangeError(`seed must be below 2^32, got ${seed}`)
  let mix = seed | 0
  const nextSeedWord = () => {
    mix = (mix + 0x9e3779b9) | 0
    let z = mix
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return z ^ (z >>> 16)
  }
  let s0 = nextSeedWord()
  let s1 = nextSeedWord()
  let s2 = nextSeedWord()
  let s3 = nextSeedWord()

  const nextUint32 = () => {
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0
    const t = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = rotateLeft(s3, 11)
    return result
  }
  const nextUniform = () => {
    const high = nextUint32() >>> 5
    const low = nextUint32() >>> 6
    return (high * 2 ** 26 + low) / 2 ** 53
  }
  /** Lemire 2019, ACM Trans. Model. Comput. Simul. 29: the high word of draw x bound, with rejection of uneven low words. */
  const nextInteger = (bound: number) => {
    if (!(bound >= 1 && bound <= LARGEST_BOUND)) {
      throw new RangeError(`bound must lie between 1 and 2^21, got ${bound}`)
    }
    let product = nextUint32() * bound
    let high = Math.floor(product / TWO_32)
    if (product - high * TWO_32 < bound) {
      const uneven = TWO_32 % bound
      while (product - high * TWO_32 < uneven) {
        product = nextUint32() * bound
        high = Math.floor(product / TWO_32)
      }
    }
    return high
  }
  /** Box and Muller 1958. The second variate is discarded, so that the generator's state stays in four words. */
  const nextNormal = () => Math.sqrt(-2 * Math.log(1 - nextUniform())) * Math.cos(2 * Math.PI * nextUniform())

  return { seed, nextUint32, nextUniform, nextInteger, nextNormal }
}

/**
 * Draws a Poisson variate.
 *
 * Precondition: 0 <= mean <= 700, because exp(-mean) must not underflow; the time taken grows with the mean.
 * Source: Knuth 1969, The Art of Computer Programming 2, section 3.4.1.
 *
 * @example drawPoisson(createRandom(1), 0) // 0
 */
export function drawPoisson(random: Random, mean: number): number {
  const floor = Math.exp(-mean)
  let product = random.nextUniform()
  let count = 0
  while (product > floor) {
    product *= random.nextUniform()
    count += 1
  }
  return count
}

/** Fisher-Yates shuffle, in place. */
export function shuffle(values: Int32Array | Float64Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.nextInteger(i + 1)
    const value = values[j] ?? NaN
    values[j] = values[i] ?? NaN
    values[i] = value
  }
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}
