/** `npm run verify -- scan`, or `node test/tools/scan.ts`: the static scan of the product. Writes `scan/FINDINGS.md`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../host/host.ts'
import { rules, scanProduct } from './scan/rules.ts'
import { findUnexplained, writeTable } from './scan/table.ts'

const findings = scanProduct(root)
const faults = findUnexplained(findings)
for (const fault of faults) console.error(fault)
writeFileSync(join(import.meta.dirname, 'scan/FINDINGS.md'), writeTable(findings))
console.log(
  `static scan: ${rules.length} rules, ${findings.length} findings, ${faults.length} without an explanation`,
)
process.exitCode = faults.length === 0 ? 0 : 1
