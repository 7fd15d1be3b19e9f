/** Entries of a zip as history files. yauzl reads the directory at its end (ZIP64, data descriptors) and one entry at a time. */
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { type EntryFacts, InflatedBytes, type ReadMeter } from './read-meter.ts'
import { asRefusal, refuseExport } from './refuse-export.ts'

/** Most files of one choice: twelve years of a tracker are about 10,000. */
export const MOST_FILES = 100_000
/** Longest name inside a zip, in characters; a directory of long ones would fill the memory. */
const LONGEST_NAME = 1_000

export const tooManyFiles = () =>
  refuseExport('That holds too many files for one export. Choose the export itself.')

interface ZipEntry extends EntryFacts {
  readonly name: string
  open(): Promise<Readable>
}

export interface OpenZip {
  readonly entries: readonly ZipEntry[]
  close(): void
}

/** @throws CallFailure for a damaged zip, and for one whose names lead elsewhere, by `../`, a root or a link */
export async function openZip(path: string, meter: ReadMeter): Promise<OpenZip> {
  let zip: ZipFile | null = null
  try {
    // Sizes are checked on the output, by `InflatedBytes`.
    zip = await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: false })
    const entries = await readEntries(zip, meter)
    return { entries, close: () => zip?.close() }
  } catch (error) {
    zip?.close()
    throw asRefusal(error)
  }
}

async function readEntries(zip: ZipFile, meter: ReadMeter): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  for await (const entry of zip.eachEntry()) {
    const { fileName, compressedSize, uncompressedSize, crc32 } = entry
    if (entries.length === MOST_FILES || fileName.length > LONGEST_NAME) throw tooManyFiles()
    if (isLink(entry))
      throw refuseExport('This zip holds links to other places. Unpack it, and choose the folder.')
    if (fileName.endsWith('/')) continue
    entries.push({
      name: fileName,
      ...{ compressedSize, uncompressedSize, crc32 },
      open: () => openEntry(zip, entry, meter),
    })
  }
  return entries
}

const UNIX = 3
const FILE_TYPE = 0xf000
const SYMBOLIC_LINK = 0xa000

/** True for a symbolic link: zips made on Unix carry the file's mode. */
const isLink = ({ versionMadeBy, externalFileAttributes }: Entry) =>
  versionMadeBy >> 8 === UNIX && ((externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK

async function openEntry(zip: ZipFile, entry: Entry, meter: ReadMeter): Promise<Readable> {
  try {
    const inflating = await zip.openReadStreamPromise(entry)
    const counted = new InflatedBytes(entry, meter)
    inflating.on('error', error => counted.fail(error))
    // A reader that stops early, after the head of a file, stops the inflater and the disk as well.
    counted.once('close', () => inflating.destroy())
    return inflating.pipe(counted)
  } catch (error) {
    throw asRefusal(error)
  }
}
