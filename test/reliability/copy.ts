/**
 * `copy.ts FOLDER NAME COUNT`: a copy of the program that writes COUNT entries. Prints the note of each one once it is
 * acknowledged.
 */

import { openTriedProgram } from '../full-disk/program.ts'
import { fluidDraft } from '../shared/kinds/drafts.ts'

const [, , folder = '', name = '', count = '0'] = process.argv
const program = openTriedProgram(folder, { isPatient: true })
for (let index = 0; index < Number(count); index++) {
  const note = `${name} ${index}`
  const reply = await program.call('addEntry', fluidDraft({ note, volumeMl: 1 }))
  if (reply.ok) console.log(note)
}
program.close()
