import type { Database } from 'better-sqlite3'

/** One step of the schema. Steps are only ever added at the end; a released one is never changed. */
export interface Migration {
  /** The schema version this step leads to, counting from 1 without gaps. */
  readonly version: number
  readonly up: (db: Database) => void
}
