/** Files that the person chose or dropped, as readers see them: a single file, a folder, or a zip with its entries. */
import type { Readable } from 'node:stream'

export interface HistoryFile {
  /** Path inside the chosen folder or zip, with `/`; the base name of a single file. */
  readonly name: string
  /** Uncompressed size in bytes. */
  readonly size: number
  /** Content, with the limits on inflated bytes already applied. */
  open(): Promise<Readable>
  /** First bytes, at most `length`. */
  readHead(length: number): Promise<Buffer>
  /**
   * Path of a private copy on disk, removed with `HistoryFiles.close`: for a database, which is never opened in place.
   *
   * @param onChunk called between pieces of it; may throw to stop
   */
  copy(onChunk?: () => void): Promise<string>
}

export interface HistoryFiles {
  readonly list: readonly HistoryFile[]
  /** Names the files that a scan will read: their bytes on disk are the total of its progress. Without it, all of them. */
  expect(files: readonly HistoryFile[]): void
  /** Bytes read so far from disk, and in all: progress of a scan. */
  getProgress(): { readonly done: number; readonly total: number }
  /** Closes what is open and removes private copies. */
  close(): Promise<void>
}
