/**
 * `node main/packaging/icons/draw.ts`: draws icon.svg at every size with the Chromium of the tests, and writes the PNGs for
 * Linux, the .ico for Windows and the .icns for macOS to main/packaging/build.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { getTestChromium } from '../../../test/host/chromium.ts'

const build = join(import.meta.dirname, '../build')
const svg = readFileSync(join(import.meta.dirname, 'icon.svg'), 'utf8')

const SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256]
/** Types of the images in an .icns, each with its size in pixels; the second half are those of a display of double density. */
const MAC_TYPES: Readonly<Record<string, number>> = {
  ...{ icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512 },
  ...{ ic11: 32, ic12: 64, ic13: 256, ic14: 512, ic10: 1024 },
}

const ICO_HEADER_BYTES = 6
const ICO_ENTRY_BYTES = 16

const pictures = await draw(SIZES)
mkdirSync(join(build, 'icons'), { recursive: true })
for (const [size, png] of pictures)
  if (size <= 512) writeFileSync(join(build, 'icons', `${size}x${size}.png`), png)
writeFileSync(join(build, 'icon.ico'), makeIco(WINDOWS_SIZES))
writeFileSync(join(build, 'icon.icns'), makeIcns())

async function draw(sizes: readonly number[]): Promise<ReadonlyMap<number, Buffer>> {
  const browser = await chromium.launch({ executablePath: (await getTestChromium()).executable })
  try {
    const page = await browser.newPage()
    const drawn = new Map<number, Buffer>()
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
      )
      drawn.set(size, await page.screenshot({ omitBackground: true }))
    }
    return drawn
  } finally {
    await browser.close()
  }
}

function getPicture(size: number): Buffer {
  const png = pictures.get(size)
  if (png === undefined) throw new Error(`nothing was drawn at ${size} pixels`)
  return png
}

/** ICO with PNG images, as Windows reads it since Vista. A width or height of 256 is written as 0. */
function makeIco(sizes: readonly number[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER_BYTES)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(sizes.length, 4)
  let offset = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * sizes.length
  const entries = sizes.map(size => {
    const { length } = getPicture(size)
    const entry = Buffer.alloc(ICO_ENTRY_BYTES)
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += length
    return entry
  })
  return Buffer.concat([header, ...entries, ...sizes.map(getPicture)])
}

/** ICNS: for each image its type, its length with these eight bytes, and the PNG. */
function makeIcns(): Buffer {
  const images = Object.entries(MAC_TYPES).map(([type, size]) => makeChunk(type, getPicture(size)))
  return makeChunk('icns', Buffer.concat(images))
}

function makeChunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + head.length, 4)
  return Buffer.concat([head, content])
}
