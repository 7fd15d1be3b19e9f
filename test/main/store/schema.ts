/** Text dump of an empty journal's schema, readable and compared by a test. */
import { join } from 'node:path'
import { openJournal } from '../../../main/store/open.ts'

export const SNAPSHOT = join(import.meta.dirname, 'schema.sql')
export const HOW_TO_WRITE = 'npx node test/main/store/write-schema.ts'

export function describeSchema(): string {
  const db = openJournal(':memory:')
  try {
    const statements = db
      .prepare<[], string>(
        "select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by tbl_name, type desc, name",
      )
      .pluck()
      .all()
    const version = Number(db.pragma('user_version', { simple: true }))
    const head = `-- The schema of version ${version}, as the migrations make it. Written by ${HOW_TO_WRITE}\n\n`
    return `${head}${statements.map(sql => `${sql.replaceAll(/^ {6}/gm, '')};`).join('\n\n')}\n`
  } finally {
    db.close()
  }
}
