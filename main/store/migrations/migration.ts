import type { Database } from 'better-sqlite3'

/** Migration of the schema by one version. Append only: a released one never changes. */
export interface Migration {
  /** Schema version after this migration, counting from 1 without gaps. */
  readonly version: number
  readonly up: (db: Database) => void
}
