/** Images: only as far as a captured page needs. */
import type { NativeImage } from 'electron'
import { present } from './absence.ts'

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex')

/** Whether the bytes begin as a PNG file does, with its first chunk whole. Nothing is decoded. */
export const isPng = (bytes: Buffer): boolean =>
  bytes.length >= 24 &&
  bytes.subarray(0, 8).equals(pngSignature) &&
  bytes.toString('latin1', 12, 16) === 'IHDR'

/** @param png the bytes of a PNG file */
export function makeImage(png: Buffer): NativeImage {
  return present<NativeImage>('NativeImage', {
    isEmpty: () => png.length === 0,
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    // Width and height stand at fixed places in a PNG's first chunk.
    getSize: () => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
  })
}
