import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isSealed, SealBroken, seal, unseal } from '../../../main/keeping/seal.ts'
import { temporaryFolders } from '../journal/temporary-folder.ts'

const newFolder = temporaryFolders()
/** A guess may be cheap where nobody guesses. */
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

  test('that was changed anywhere is damaged, never opened and never blamed on the passphrase', () => {
    const path = sealInto([bytes(70_000)])
    const whole = readFileSync(path)
    for (const position of [11, 14, 20, 40, 60, 75, 78, 79, 1000, 65_640, whole.length - 1]) {
      const changed = Buffer.from(whole)
      changed.writeUInt8(changed.readUInt8(position) ^ 1, position)
      writeFileSync(path, changed)
      expect(reasonOf(path)).toBe('damaged')
    }
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
