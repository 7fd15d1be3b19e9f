/**
 * Files locked with a passphrase: AES-256-GCM in chunks, under a key that scrypt derives from it.
 *
 *     "UNKNOTSEAL" 1  log2 N  r  p   salt   nonce   check    digest  |  chunk  tag | chunk  tag | ... | last chunk  tag
 *         10       1    1     1  1    16      7       32       8        65536  16                       0 to 65536  16
 *
 * - The scheme is that of STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015): a chunk's nonce is the file's, the chunk's
 *   number and whether it is the last, so that chunks cannot be moved, left out or cut off unnoticed. The header is
 *   authenticated with each of them.
 * - The check is an HMAC of the header so far under a second key from scrypt: it tells a wrong passphrase from a file that
 *   was changed. The digest tells a header that was changed from a wrong passphrase.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const MAGIC = Buffer.from('UNKNOTSEAL')
const VERSION = 1
const SALT_BYTES = 16
const NONCE_BYTES = 7
const CHECK_BYTES = 32
const DIGEST_BYTES = 8
const PARAMETERS_AT = MAGIC.length + 1
const SALT_AT = PARAMETERS_AT + 3
const NONCE_AT = SALT_AT + SALT_BYTES
const CHECK_AT = NONCE_AT + NONCE_BYTES
const DIGEST_AT = CHECK_AT + CHECK_BYTES
const HEADER_BYTES = DIGEST_AT + DIGEST_BYTES

const CHUNK_BYTES = 65_536
const TAG_BYTES = 16

/** scrypt parameters for writing: 128 MB and a few tenths of a second for each guess of a passphrase. */
const COST = { logN: 17, r: 8, p: 1 }
/**
 * Maximum scrypt parameters accepted from an unauthenticated header: 256 MB and about a second, twice what is written.
 * Larger ones could exhaust memory, and scrypt cannot be interrupted.
 */
const MOST_COST = { logN: 18, r: 8, p: 1 }

/** Reason why a sealed file was not opened. */
export class SealBroken extends Error {
  readonly reason: 'passphrase' | 'damaged' | 'newer'

  constructor(reason: SealBroken['reason']) {
    super(sentences[reason])
    this.name = 'SealBroken'
    this.reason = reason
  }
}

const sentences = {
  passphrase: 'This passphrase does not open the file. Check capital letters and spaces.',
  damaged:
    'The file is damaged: it was cut short or changed after it was saved. The passphrase is not the reason.',
  newer: 'This file was written by a newer Unknot. Install the newest version to open it.',
} as const

interface Keys {
  readonly chunkKey: Buffer
  readonly checkKey: Buffer
}

/** Normalises the passphrase to NFKC first, so that it does not depend on the keyboard it was typed on. */
function deriveKeys(passphrase: string, salt: Buffer, { logN, r, p }: typeof COST): Keys {
  const N = 2 ** logN
  const bytes = scryptSync(passphrase.normalize('NFKC'), salt, 64, { N, r, p, maxmem: 256 * N * r })
  return { chunkKey: bytes.subarray(0, 32), checkKey: bytes.subarray(32) }
}

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest().subarray(0, DIGEST_BYTES)
const checkOf = (bytes: Buffer, checkKey: Buffer) => createHmac('sha256', checkKey).update(bytes).digest()

function nonceOf(header: Buffer, index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  header.copy(nonce, 0, NONCE_AT, CHECK_AT)
  nonce.writeUInt32BE(index, NONCE_BYTES)
  nonce.writeUInt8(Number(isLast), 11)
  return nonce
}

/** Encrypts a stream; the yielded buffers, in order, are the file. */
export function* seal(pieces: Iterable<Uint8Array>, passphrase: string, cost = COST): Generator<Buffer> {
  const salt = randomBytes(SALT_BYTES)
  const keys = deriveKeys(passphrase, salt, cost)
  const start = Buffer.concat([
    MAGIC,
    Buffer.from([VERSION, cost.logN, cost.r, cost.p]),
    salt,
    randomBytes(NONCE_BYTES),
  ])
  const checked = Buffer.concat([start, checkOf(start, keys.checkKey)])
  const header = Buffer.concat([checked, digestOf(checked)])
  yield header
  let index = 0
  const sealChunk = (chunk: Uint8Array, isLast: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', keys.chunkKey, nonceOf(header, index++, isLast))
    cipher.setAAD(header)
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
  let rest = Buffer.alloc(0)
  for (const piece of pieces) {
    rest = Buffer.concat([rest, piece])
    // Keeps a full chunk until more data follows: the last chunk has a nonce of its own.
    while (rest.length > CHUNK_BYTES) {
      yield sealChunk(rest.subarray(0, CHUNK_BYTES), false)
      rest = rest.subarray(CHUNK_BYTES)
    }
  }
  yield sealChunk(rest, true)
}

/** True when the file starts with the magic bytes, or is a truncated beginning of them. */
export function isSealed(path: string): boolean {
  const start = readStart(path, MAGIC.length)
  return start.length > 0 && start.equals(MAGIC.subarray(0, start.length))
}

/**
 * Checks the header's digest, which needs no passphrase.
 *
 * @throws SealBroken when it does not match
 */
export function checkSeal(path: string): void {
  checkHeader(readStart(path, HEADER_BYTES))
}

function readStart(path: string, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    return readAt(file, 0, length)
  } finally {
    closeSync(file)
  }
}

/**
 * Decrypts a file chunk by chunk. Each chunk is authenticated; a truncated file is detected at its end only.
 *
 * @throws SealBroken when the passphrase is wrong or the file was changed
 */
export function* unseal(path: string, passphrase: string): Generator<Buffer> {
  const file = openSync(path, 'r')
  try {
    const header = readAt(file, 0, HEADER_BYTES)
    const { chunkKey } = openHeader(header, passphrase)
    const size = fstatSync(file).size
    let position = HEADER_BYTES
    for (let index = 0; ; index++) {
      const bytes = readAt(file, position, CHUNK_BYTES + TAG_BYTES)
      position += bytes.length
      const isLast = position >= size
      yield openChunk(bytes, { header, chunkKey, index, isLast })
      if (isLast) return
    }
  } finally {
    closeSync(file)
  }
}

function checkHeader(header: Buffer): typeof COST {
  if (header.length > MAGIC.length && (header[MAGIC.length] ?? 0) > VERSION) throw new SealBroken('newer')
  const checked = header.subarray(0, DIGEST_AT)
  if (header.length < HEADER_BYTES || !digestOf(checked).equals(header.subarray(DIGEST_AT)))
    throw new SealBroken('damaged')
  const [logN = 0, r = 0, p = 0] = header.subarray(PARAMETERS_AT, SALT_AT)
  const isSane = logN > 0 && r > 0 && p > 0
  if (!isSane || logN > MOST_COST.logN || r > MOST_COST.r || p > MOST_COST.p) throw new SealBroken('damaged')
  return { logN, r, p }
}

function openHeader(header: Buffer, passphrase: string): Keys {
  const cost = checkHeader(header)
  const keys = deriveKeys(passphrase, header.subarray(SALT_AT, NONCE_AT), cost)
  const check = checkOf(header.subarray(0, CHECK_AT), keys.checkKey)
  if (!timingSafeEqual(check, header.subarray(CHECK_AT, DIGEST_AT))) throw new SealBroken('passphrase')
  return keys
}

interface ChunkPlace {
  readonly header: Buffer
  readonly chunkKey: Buffer
  readonly index: number
  readonly isLast: boolean
}

function openChunk(bytes: Buffer, { header, chunkKey, index, isLast }: ChunkPlace): Buffer {
  if (bytes.length < TAG_BYTES) throw new SealBroken('damaged')
  const tagAt = bytes.length - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', chunkKey, nonceOf(header, index, isLast))
  decipher.setAAD(header)
  decipher.setAuthTag(bytes.subarray(tagAt))
  const opened = decipher.update(bytes.subarray(0, tagAt))
  try {
    decipher.final()
  } catch {
    throw new SealBroken('damaged')
  }
  return opened
}

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const read = readSync(file, bytes, filled, length - filled, position + filled)
    if (read === 0) break
    filled += read
  }
  return bytes.subarray(0, filled)
}
