/** `NativeImage`: the members that a captured page needs. */
import type { NativeImage } from 'electron'
import { present } from './absence.ts'

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex')

/** PNG check by file signature and complete IHDR chunk; the pixels are not decoded. */
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
    // IHDR: width at byte 16, height at byte 20.
    getSize: () => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
  })
}
