import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkSeal, isSealed, SealBroken, seal, unseal } from '../../../main/files/seal.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()
/** Minimal scrypt cost, for speed. */
const quick = { logN: 4, r: 8, p: 1 }
const PASSPHRASE = 'correct horse'

function sealInto(pieces: readonly Uint8Array[], passphrase = PASSPHRASE): string {
  const path = join(newFolder(), 'copy.unknot')
  writeFileSync(path, Buffer.concat([...seal(pieces, passphrase, quick)]))
  return path
}
const open = (path: string, passphrase = PASSPHRASE) => Buffer.concat([...unseal(path, passphrase)])
function reasonOf(path: string, passphrase = PASSPHRASE) {
  try {
    open(path, passphrase)
  } catch (error) {
    if (error instanceof SealBroken) return error.reason
    throw error
  }
  throw new Error('it was opened')
}

/** Byte offsets in the header, as drawn in `seal.ts`. */
const MAGIC_BYTES = 10
const PARAMETERS_AT = 11
const DIGEST_AT = 69

function flip(whole: Buffer, bit: number): Buffer {
  const changed = Buffer.from(whole)
  const position = Math.floor(bit / 8)
  changed.writeUInt8(changed.readUInt8(position) ^ (1 << (bit % 8)), position)
  return changed
}

/** True if flipping the bit raises the format version. */
const isVersion = (whole: Buffer, bit: number) =>
  Math.floor(bit / 8) === MAGIC_BYTES &&
  flip(whole, bit).readUInt8(MAGIC_BYTES) > whole.readUInt8(MAGIC_BYTES)

const bytes = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * 31) % 251))

describe('a file locked with a passphrase', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])('of %i bytes is opened with it', length => {
    const given = bytes(length)
    const path = sealInto([given.subarray(0, 10), given.subarray(10)])
    expect(isSealed(path)).toBe(true)
    expect(open(path).equals(given)).toBe(true)
  })

  test('shows nothing of what is in it', () => {
    const path = sealInto([Buffer.from('left calf '.repeat(100))])
    expect(readFileSync(path).includes('calf')).toBe(false)
  })

  test('is another file each time', () => {
    expect(readFileSync(sealInto([bytes(10)])).equals(readFileSync(sealInto([bytes(10)])))).toBe(false)
  })

  test('says that the passphrase is wrong', () => {
    expect(reasonOf(sealInto([bytes(100)]), 'Correct horse')).toBe('passphrase')
  })

  test('is opened by a passphrase that looks the same', () => {
    const composed = 'caf\u00e9'
    expect(open(sealInto([bytes(3)], composed), composed.normalize('NFD')).equals(bytes(3))).toBe(true)
  })

  test.each([5, 79, 80, 100, 65_000, 65_700, 131_000])('that is cut after %i bytes is damaged', length => {
    const path = sealInto([bytes(140_000)])
    writeFileSync(path, readFileSync(path).subarray(0, Math.max(11, length)))
    expect(reasonOf(path)).toBe('damaged')
  })

  test('that is cut between two chunks is damaged', () => {
    const path = sealInto([bytes(140_000)])
    writeFileSync(path, readFileSync(path).subarray(0, 79 + 2 * 65_552))
    expect(reasonOf(path)).toBe('damaged')
  })

  test('of which any bit was changed is damaged, never opened and never blamed on the passphrase', () => {
    const path = sealInto([bytes(200)])
    const whole = readFileSync(path)
    for (let bit = 8 * MAGIC_BYTES; bit < 8 * whole.length; bit++) {
      writeFileSync(path, flip(whole, bit))
      expect(reasonOf(path), `bit ${bit}`).toBe(isVersion(whole, bit) ? 'newer' : 'damaged')
    }
  })

  test('that was changed in a later chunk is damaged', () => {
    const path = sealInto([bytes(70_000)])
    const whole = readFileSync(path)
    for (const position of [1000, 65_640, whole.length - 1]) {
      writeFileSync(path, flip(whole, 8 * position))
      expect(reasonOf(path)).toBe('damaged')
    }
  })

  test.each([
    ['2.4 GB', { logN: 20, r: 16, p: 1 }],
    ['four times the work', { logN: 17, r: 8, p: 4 }],
    ['ever more memory', { logN: 63, r: 8, p: 1 }],
    ['wide blocks', { logN: 17, r: 255, p: 1 }],
  ])('that asks for %s is refused at once', (_what, { logN, r, p }) => {
    const path = sealInto([bytes(10)])
    const header = readFileSync(path)
    header.set([logN, r, p], PARAMETERS_AT)
    // Recomputes the digest, as an attacker would.
    createHash('sha256').update(header.subarray(0, DIGEST_AT)).digest().copy(header, DIGEST_AT, 0, 8)
    writeFileSync(path, header)
    expect(() => checkSeal(path)).toThrow(SealBroken)
    expect(reasonOf(path)).toBe('damaged')
  })

  test('whose chunks were exchanged is damaged', () => {
    const path = sealInto([bytes(200_000)])
    const whole = readFileSync(path)
    const chunk = (index: number) => whole.subarray(79 + index * 65_552, 79 + (index + 1) * 65_552)
    const rest = whole.subarray(79 + 2 * 65_552)
    writeFileSync(path, Buffer.concat([whole.subarray(0, 79), chunk(1), chunk(0), rest]))
    expect(reasonOf(path)).toBe('damaged')
  })

  test('by a newer version says so', () => {
    const path = sealInto([bytes(10)])
    const whole = readFileSync(path)
    whole.writeUInt8(2, 10)
    writeFileSync(path, whole)
    expect(reasonOf(path)).toBe('newer')
  })
})
