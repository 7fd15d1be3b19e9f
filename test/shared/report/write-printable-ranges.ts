/** Writes anew what the report's fonts can draw, after a font was added or has a new version. */
import { writeFileSync } from 'node:fs'
import { SNAPSHOT, writeCoverage } from './font-coverage.ts'

writeFileSync(SNAPSHOT, writeCoverage())
