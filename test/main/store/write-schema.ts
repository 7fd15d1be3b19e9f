/** Writes the schema's snapshot anew, after a migration was added. */
import { writeFileSync } from 'node:fs'
import { describeSchema, SNAPSHOT } from './schema.ts'

writeFileSync(SNAPSHOT, describeSchema())
