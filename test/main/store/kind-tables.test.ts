/** Tables after the migrations, compared with the fields of the kinds; round trip of every draft through its table. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnTypeOf } from '../../../main/store/kinds/columns.ts'
import { tableOf } from '../../../main/store/kinds/kind-table.ts'
import { openJournal } from '../../../main/store/open.ts'
import { createEntryRepository } from '../../../main/store/repositories/entries.ts'
import { draftOfArchived } from '../../../shared/archive/journal-file.ts'
import type { Kind } from '../../../shared/kinds/define-kind.ts'
import { columnName, type Field } from '../../../shared/kinds/fields.ts'
import { kinds } from '../../../shared/kinds/kinds.ts'
import { anyJournalFile } from '../../fixtures/arbitrary-journals.ts'

/** Limits of a field that its column's check repeats; null where it has none. */
function limitsOf(field: Field): readonly [min: number, max: number] | null {
  if (field.type === 'number') return [field.min, field.max]
  if (field.type === 'score') return [0, 10]
  return field.type === 'duration' ? [1, 86_400] : null
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)

describe.each<Kind>([...kinds])('the table of $name', ({ name, fields, archiveLinks }) => {
  const db = openJournal(':memory:')
  const table = tableOf(name)
  const sql =
    db.prepare<[string], string>('select sql from sqlite_schema where name = ?').pluck().get(table) ?? ''

  test('has a column per field, with its type, and null where the schema takes null', () => {
    const stored = db
      .prepare<[string], { name: string; type: string; notnull: number }>(
        'select name, lower(type) as type, "notnull" from pragma_table_info(?) where pk = 0',
      )
      .all(table)
    const expected = Object.entries(fields).map(([field, descriptor]) => ({
      name: columnName(field),
      type: columnTypeOf(descriptor).sqlType,
      notnull: Number(!descriptor.schema.safeParse(null).success),
    }))
    const links = Object.keys(archiveLinks).map(link => ({
      name: columnName(link),
      type: 'integer',
      notnull: 0,
    }))
    expect(stored.toSorted(byName)).toEqual([...expected, ...links].toSorted(byName))
  })

  test.each(Object.entries(fields))('has the limits of %s', (field, descriptor) => {
    const limits = limitsOf(descriptor)
    const check = new RegExp(`check \\(${columnName(field)} between (-?[\\d.]+) and (\\w[\\w.]*)\\)`)
    const [, min, max] = check.exec(sql) ?? []
    if (limits === null) {
      expect(min).toBeUndefined()
      return
    }
    expect(Number(min)).toBe(limits[0])
    // `longestBout` is limited by the activity's duration.
    if (max !== 'duration_minutes') expect(Number(max)).toBe(limits[1])
  })
})

test('every entry comes back from its table as it was written', () => {
  const db = openJournal(':memory:')
  db.pragma('foreign_keys = off')
  const entries = createEntryRepository(db)
  fc.assert(
    fc.property(anyJournalFile, file => {
      for (const archived of file.entries) {
        const draft = draftOfArchived(archived)
        const stored = entries.add(draft, 1000)
        expect(stored).toEqual({ ...draft, id: stored.id, loggedAt: 1000, editedAt: null })
        expect(entries.change(stored.id, draft, 2000)).toEqual({ ...stored, editedAt: 2000 })
      }
    }),
    { numRuns: 60 },
  )
})
