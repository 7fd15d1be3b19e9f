/** Script: rewrites the schema's snapshot after a migration was added. */
import { writeFileSync } from 'node:fs'
import { describeSchema, SNAPSHOT } from './schema.ts'

writeFileSync(SNAPSHOT, describeSchema())
