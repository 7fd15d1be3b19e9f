/**
 * Opens what the person chose or dropped as history files. A zip is recognised by its first bytes, a folder is walked without
 * following links, and nothing is written except private copies for databases.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MS_PER_DAY } from '../../../shared/time/moment.ts'
import type { HistoryFile, HistoryFiles } from './history-files.ts'
import { MOST_FILES, openZip, tooManyFiles } from './open-zip.ts'
import { createReadMeter, type ReadMeter } from './read-meter.ts'
import { refuseExport } from './refuse-export.ts'

/** Deepest folder that is walked; takeouts have five. */
const DEEPEST_FOLDER = 12
/** Size of one read in bytes: smaller ones cost a call each. */
const READ_BYTES = 256 * 1024

const EMPTY = 'This file is empty. Nothing was imported. Export it again.'

/** File together with its bytes on disk, compressed ones in a zip: what progress counts. */
interface SizedFile {
  readonly file: HistoryFile
  readonly sizeOnDisk: number
}

/**
 * @param paths a file, a zip or a folder; several are one export in parts
 * @param scratchIn folder in which private copies get a folder of their own
 * @throws CallFailure for a zip that is damaged or hostile; errors of the file system
 */
export async function openHistoryFiles(
  paths: readonly string[],
  scratchIn: string = tmpdir(),
): Promise<HistoryFiles> {
  const meter = createReadMeter()
  const scratch = createScratch(scratchIn)
  const zips: { close(): void }[] = []
  const sized: SizedFile[] = []
  const close = async () => {
    for (const zip of zips) zip.close()
    await scratch.remove()
  }
  try {
    for (const path of paths) {
      const found = await stat(path)
      if (found.isDirectory()) sized.push(...(await walkFolder(path, meter, scratch)))
      else if (!found.isFile()) throw refuseExport('This is neither a file nor a folder. Choose another one.')
      else if (found.size === 0) throw refuseExport(EMPTY)
      else if (await isZip(path)) {
        const zip = await openZip(path, meter)
        zips.push(zip)
        // A phone that runs out of space leaves such a file.
        if (zip.entries.length === 0) throw refuseExport(EMPTY)
        for (const { name, uncompressedSize, compressedSize, open } of zip.entries)
          sized.push({
            file: createFile({ name, size: uncompressedSize, open }, scratch),
            sizeOnDisk: compressedSize,
          })
      } else sized.push(createDiskFile(path, basename(path), found.size, meter, scratch))
      if (sized.length > MOST_FILES) throw tooManyFiles()
    }
  } catch (error) {
    await close()
    throw error
  }
  const sizes = new Map(sized.map(({ file, sizeOnDisk }) => [file, sizeOnDisk]))
  const sumOf = (files: Iterable<HistoryFile>) =>
    Array.from(files).reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0)
  let total = sumOf(sizes.keys())
  let before = 0
  return {
    list: sized.map(({ file }) => file),
    expect(files) {
      total = sumOf(files)
      before = meter.getDone()
    },
    getProgress: () => ({ done: Math.min(meter.getDone() - before, total), total }),
    close,
  }
}

/** First bytes of a zip, and of one without entries. */
const ZIP_MARKS = ['504b0304', '504b0506']

const isZip = async (path: string) => ZIP_MARKS.includes((await readStart(path, 4)).toString('hex'))

async function readStart(path: string, length: number): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** All files below a folder. Links, sockets and devices are passed over: an export has none. */
async function walkFolder(root: string, meter: ReadMeter, scratch: Scratch): Promise<SizedFile[]> {
  const files: SizedFile[] = []
  const folders = [{ name: '', depth: 0 }]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await readdir(join(root, folder.name), { withFileTypes: true })) {
      const name = folder.name === '' ? entry.name : `${folder.name}/${entry.name}`
      if (entry.isDirectory()) {
        if (folder.depth < DEEPEST_FOLDER) folders.push({ name, depth: folder.depth + 1 })
      } else if (entry.isFile()) {
        if (files.length === MOST_FILES) throw tooManyFiles()
        const path = join(root, name)
        files.push(createDiskFile(path, name, (await stat(path)).size, meter, scratch))
      }
    }
  }
  return files.toSorted((a, b) => (a.file.name < b.file.name ? -1 : 1))
}

function createDiskFile(
  path: string,
  name: string,
  size: number,
  meter: ReadMeter,
  scratch: Scratch,
): SizedFile {
  const openFile = async () => {
    const stream = createReadStream(path, { highWaterMark: READ_BYTES })
    stream.on('data', chunk => meter.addRead(chunk.length))
    stream.pause()
    return stream
  }
  const file = createFile({ name, size, open: openFile }, scratch)
  return { file: { ...file, readHead: length => readStart(path, length) }, sizeOnDisk: size }
}

const createFile = (
  { name, size, open }: Pick<HistoryFile, 'name' | 'size' | 'open'>,
  scratch: Scratch,
): HistoryFile => ({
  ...{ name, size, open },
  async readHead(length) {
    const chunks: Buffer[] = []
    let missing = length
    for await (const chunk of await open()) {
      chunks.push(chunk)
      missing -= chunk.length
      if (missing <= 0) break
    }
    return Buffer.concat(chunks).subarray(0, length)
  },
  copy: onChunk => scratch.save(name, open, onChunk),
})

/** Private folder for copies, which no other account of the computer can read. Made when the first copy needs it. */
interface Scratch {
  /** Path of the copy; a second call returns the first copy. */
  save(name: string, open: () => Promise<Readable>, onChunk?: () => void): Promise<string>
  remove(): Promise<void>
}

const SCRATCH = 'unknot-history-'

/** New folder for copies. Those of a program that was killed are removed: they hold a person's health data. */
async function makeScratchFolder(parent: string): Promise<string> {
  const folder = await mkdtemp(join(parent, SCRATCH))
  const { mtimeMs: now } = await stat(folder)
  for (const name of await readdir(parent)) {
    const other = join(parent, name)
    if (!name.startsWith(SCRATCH) || other === folder) continue
    try {
      if ((await stat(other)).mtimeMs < now - MS_PER_DAY) await rm(other, { recursive: true, force: true })
    } catch {
      // Of another account, or removed meanwhile.
    }
  }
  return folder
}

function createScratch(parent: string): Scratch {
  let folder: string | null = null
  const copies = new Map<string, string>()
  return {
    async save(name, open, onChunk) {
      const known = copies.get(name)
      if (known !== undefined) return known
      folder ??= await makeScratchFolder(parent)
      const path = join(folder, String(copies.size))
      await pipeline(
        await open(),
        async function* (content: AsyncIterable<Buffer>) {
          for await (const chunk of content) {
            onChunk?.()
            yield chunk
          }
        },
        createWriteStream(path, { mode: 0o600 }),
      )
      copies.set(name, path)
      return path
    },
    async remove() {
      if (folder !== null) await rm(folder, { recursive: true, force: true })
      folder = null
      copies.clear()
    },
  }
}
