/**
 * `node test/full-disk/full-disk.ts [--rows "entry;restore"]`: tries every kind of write on a full disk. Prints a line per
 * write and a total.
 */
import { parseArgs } from 'node:util'
import { makeSmallDisk } from './small-disk.ts'
import { tryTable } from './table.ts'

const { values } = parseArgs({ options: { rows: { type: 'string' }, quota: { type: 'boolean' } } })
const disk = makeSmallDisk({ withoutMount: values.quota === true })
try {
  const results = await tryTable(disk, values.rows?.split(';'))
  for (const { name, answer, fault } of results)
    console.log(`${fault === undefined ? 'ok  ' : 'FAIL'} ${name}: ${fault ?? answer}`)
  const faults = results.filter(({ fault }) => fault !== undefined).length
  console.log(`full disk (${disk.description}): ${results.length} writes, ${faults} wrong`)
  process.exitCode = faults === 0 ? 0 : 1
} finally {
  disk.remove()
}
