/** Fingerprints (hashes) of data: equal for equal data, and by all likelihood different for any others. Not cryptographic. */

export interface Fingerprint {
  readonly addNumber: (value: number) => void
  readonly addNumbers: (values: ArrayLike<number>) => void
  readonly addText: (text: string) => void
  /** 64 bits as 16 hexadecimal digits. */
  readonly digest: () => string
}

/**
 * Collects a fingerprint.
 *
 * Variant: two 32-bit lanes of multiply-xorshift rounds (the mixing of MurmurHash3 with two pairs of constants) over the
 * IEEE 754 words of the numbers. Lists are preceded by their length, so that no two sequences of calls coincide.
 */
export function createFingerprint(): Fingerprint {
  const number = new Float64Array(1)
  const words = new Uint32Array(number.buffer)
  let one = 0x9e3779b9
  let other = 0x85ebca6b
  const addWord = (word: number) => {
    one = Math.imul(one ^ word, 0xcc9e2d51)
    one ^= one >>> 15
    other = Math.imul(other ^ word, 0x1b873593)
    other ^= other >>> 13
  }
  const addNumber = (value: number) => {
    // 0 and -0 are equal.
    number[0] = value + 0
    addWord(words[0] ?? 0)
    addWord(words[1] ?? 0)
  }
  return {
    addNumber,
    addNumbers: values => {
      addWord(values.length)
      for (let i = 0; i < values.length; i++) addNumber(values[i] ?? NaN)
    },
    addText: text => {
      addWord(text.length)
      for (let i = 0; i < text.length; i++) addWord(text.charCodeAt(i))
    },
    digest: () => [finish(one), finish(other)].map(lane => lane.toString(16).padStart(8, '0')).join(''),
  }
}

/** Seed for random numbers from a text: the first 32 bits of its fingerprint. */
export function hashText(text: string): number {
  const fingerprint = createFingerprint()
  fingerprint.addText(text)
  return Number.parseInt(fingerprint.digest().slice(0, 8), 16)
}

/** Finaliser of MurmurHash3: every bit of the lane depends on every other. */
function finish(lane: number): number {
  let z = lane
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
  return (z ^ (z >>> 16)) >>> 0
}
