/** Zips made byte by byte, for files that no zip program writes: false sizes, names that lead elsewhere, ZIP64, links. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: string | Buffer
  /** Unix mode with its file type: 0o120777 is a link. */
  readonly mode?: number
  /** Sizes and checksum follow the data, as phones write them that do not know them before. */
  readonly isStreamed?: boolean
  /** Sizes and place in the directory as 64-bit numbers. */
  readonly isZip64?: boolean
  /** Size claimed in the directory; the true one if missing. */
  readonly claimedSize?: number
  readonly flags?: number
  readonly method?: number
  /** Compressed bytes, where deflating `content` would take memory. */
  readonly deflated?: Buffer
}

const u16 = (value: number) => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
const u64 = (value: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

const UTF_8_NAME = 0x800
const DATA_DESCRIPTOR = 0x8
const IN_ZIP64 = 0xffffffff
const MADE_ON_UNIX = 3 << 8

export function makeZip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const data = part.deflated ?? deflateRawSync(content)
    const size = part.claimedSize ?? content.length
    const name = Buffer.from(part.name)
    const { isStreamed = false, isZip64 = false, mode = 0o100644, method = 8 } = part
    const flags = u16((part.flags ?? UTF_8_NAME) | (isStreamed ? DATA_DESCRIPTOR : 0))
    const checksum = u32(crc32(content))
    const sizes = [checksum, u32(data.length), u32(size)]
    const header = [
      ...[Buffer.from('PK\x03\x04'), u16(20), flags, u16(method), u32(0)],
      ...(isStreamed ? [u32(0), u32(0), u32(0)] : sizes),
      ...[u16(name.length), u16(0), name, data],
      ...(isStreamed ? [Buffer.from('PK\x07\x08'), ...sizes] : []),
    ]
    const extra = isZip64 ? [u16(1), u16(24), u64(size), u64(data.length), u64(offset)] : []
    directory.push(
      ...[Buffer.from('PK\x01\x02'), u16(MADE_ON_UNIX | 20), u16(20), flags, u16(method), u32(0)],
      ...(isZip64 ? [checksum, u32(IN_ZIP64), u32(IN_ZIP64)] : sizes),
      ...[u16(name.length), u16(Buffer.concat(extra).length), u16(0), u16(0), u16(0)],
      ...[u32(mode << 16), u32(isZip64 ? IN_ZIP64 : offset), name, ...extra],
    )
    local.push(...header)
    offset += Buffer.concat(header).length
  }
  const listed = Buffer.concat(directory)
  const end = [u16(0), u16(0), u16(parts.length), u16(parts.length), u32(listed.length), u32(offset), u16(0)]
  return Buffer.concat([...local, listed, Buffer.from('PK\x05\x06'), ...end])
}
