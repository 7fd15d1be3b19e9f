/**
 * `node test/full-disk/full-disk.ts [--rows "entry;restore"]`: tries every kind of write on a full disk. Prints a line per
 * write and a total.
 */
import { parseArgs } from 'node:util'
import { findUntried } from './journal-writes.ts'
import { makeSmallDisk } from './small-disk.ts'
import { tryTable } from './table.ts'

const { values } = parseArgs({ options: { rows: { type: 'string' }, quota: { type: 'boolean' } } })
const disk = makeSmallDisk({ withoutMount: values.quota === true })
try {
  const results = await tryTable(disk, values.rows?.split(';'))
  for (const { name, answer, fault } of results)
    console.log(`${fault === undefined ? 'ok  ' : 'FAIL'} ${name}: ${fault ?? answer}`)
  const untried = findUntried()
  for (const call of untried) console.log(`FAIL ${call}: no row tries this call`)
  const faults = untried.length + results.filter(({ fault }) => fault !== undefined).length
  console.log(`full disk (${disk.description}): ${results.length} writes, ${faults} wrong`)
  process.exitCode = faults === 0 ? 0 : 1
} finally {
  disk.remove()
}
