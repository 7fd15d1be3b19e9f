/** Regenerates `printable-ranges.ts` from the font files; run it after a font is added or updated. */
import { writeFileSync } from 'node:fs'
import { SNAPSHOT, writeCoverage } from './font-coverage.ts'

writeFileSync(SNAPSHOT, writeCoverage())
