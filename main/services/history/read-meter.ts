/** Bytes read of a chosen export: progress by bytes on disk, and the limits on what a zip may inflate to. */
import { Transform, type TransformCallback } from 'node:stream'
import { crc32 } from 'node:zlib'
import { asRefusal, DAMAGED, INCOMPLETE, refuseExport } from './refuse-export.ts'

/** Most bytes inflated of one choice, heads of files included. Ten years of a watch are about 3 GB. */
const MOST_INFLATED_BYTES = 8 * 2 ** 30

/** Inflated bytes per compressed byte that no export reaches: Apple's XML has about 30, deflate can reach 1,032. */
const MOST_INFLATED_RATIO = 200
/** Inflated size from which the ratio counts: small files of blanks are harmless. */
const RATIO_COUNTS_FROM = 64 * 2 ** 20

const TOO_LARGE = 'This zip unpacks to far more than an export holds. Nothing was imported. Export it again.'

export interface ReadMeter {
  /** Bytes read from disk so far. */
  getDone(): number
  addRead(bytes: number): void
  /** @throws CallFailure when more was inflated than any export holds */
  addInflated(bytes: number): void
}

export function createReadMeter(): ReadMeter {
  let read = 0
  let inflated = 0
  return {
    getDone: () => Math.round(read),
    addRead: bytes => {
      read += bytes
    },
    addInflated: bytes => {
      inflated += bytes
      if (inflated > MOST_INFLATED_BYTES) throw refuseExport(TOO_LARGE)
    },
  }
}

/** Sizes and checksum of a zip entry, as its directory states them. */
export interface EntryFacts {
  readonly compressedSize: number
  readonly uncompressedSize: number
  readonly crc32: number
}

/**
 * Stage after the inflater that counts what comes out, since the sizes in a zip are claims of its maker. Ends with an
 * error at the first byte too many, and at the end when bytes are missing or differ from the checksum.
 */
export class InflatedBytes extends Transform {
  private readonly entry: EntryFacts
  private readonly meter: ReadMeter
  private size = 0
  private checksum = 0

  constructor(entry: EntryFacts, meter: ReadMeter) {
    super()
    this.entry = entry
    this.meter = meter
  }

  override _transform(chunk: Buffer, _encoding: string, callback: TransformCallback): void {
    const { compressedSize, uncompressedSize } = this.entry
    this.size += chunk.length
    try {
      this.meter.addInflated(chunk.length)
      if (this.size > RATIO_COUNTS_FROM && this.size > compressedSize * MOST_INFLATED_RATIO)
        throw refuseExport(TOO_LARGE)
      if (this.size > uncompressedSize) throw refuseExport(DAMAGED)
      this.checksum = crc32(chunk, this.checksum)
      this.meter.addRead((chunk.length / uncompressedSize) * compressedSize)
      callback(null, chunk)
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)))
    }
  }

  override _flush(callback: TransformCallback): void {
    if (this.size < this.entry.uncompressedSize) callback(refuseExport(INCOMPLETE))
    else if (this.checksum !== this.entry.crc32) callback(refuseExport(DAMAGED))
    else callback()
  }

  /** Takes errors of an earlier stage over, as refusals. */
  fail(error: unknown): void {
    const refusal = asRefusal(error)
    this.destroy(refusal instanceof Error ? refusal : new Error(String(refusal)))
  }
}
