/** Sources of a file on their way into the journal. */
import type { ArchivedEntry, JournalFile } from '../../../shared/archive/journal-file.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { Provenance } from '../../store/repositories/entries.ts'

export interface AddedSources {
  /** Id of a source that the file names. */
  idOf(name: string): number
  /** Record that an entry came from; undefined for one of the person. */
  recordOf(entry: Pick<ArchivedEntry, 'source' | 'sourceKey'>): Provenance | undefined
}

/** Adds the sources that the journal lacks; the answers of its own take precedence. */
export function addSources(
  { sources }: Pick<JournalStore, 'sources'>,
  { sources: listed, entries, checkIns, erasedKeys }: JournalFile,
): AddedSources {
  const named = new Set([...entries, ...checkIns, ...erasedKeys].flatMap(({ source }) => source ?? []))
  const unlisted = Array.from(named, name => ({ name, reader: null, answers: {}, sheet: {} }))
  const ids = new Map([...listed, ...unlisted].map(one => [one.name, sources.findOrAdd(one).id]))
  function idOf(name: string): number {
    const id = ids.get(name)
    if (id === undefined) throw new RangeError(`file: names the source ${name}, which it does not hold`)
    return id
  }
  return {
    idOf,
    recordOf: ({ source, sourceKey }) => {
      if (source === undefined || sourceKey === undefined) return undefined
      const record = { sourceId: idOf(source), key: sourceKey }
      // Taken by an entry of another kind: one record is one entry.
      return sources.isTaken(record) ? undefined : record
    },
  }
}
