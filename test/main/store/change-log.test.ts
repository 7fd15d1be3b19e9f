import { afterEach, beforeEach, expect, test } from 'vitest'
import { createJournalStore, type JournalStore } from '../../../main/store/journal-store.ts'
import { openJournal } from '../../../main/store/open.ts'
import type { Changed } from '../../../shared/events.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft, fluidDraft, shoeDraft } from '../../shared/kinds/drafts.ts'

const now = momentAt('2026-11-20', '14:00', 'Europe/Berlin')

let journal: JournalStore
let changes: Changed[]
beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  changes = []
  journal.watch(changed => changes.push(changed))
})
afterEach(() => journal.close())

/** Changes reported by the end of this turn of the event loop. */
async function takeChanges(): Promise<Changed[]> {
  await Promise.resolve()
  return changes.splice(0)
}

test('a drink is a change of its kind, from its day on', async () => {
  journal.entries.add(fluidDraft(now), now.at)
  expect(await takeChanges()).toEqual([{ what: ['fluid'], since: '2026-11-20' }])
})

test('what is written in one turn is one change, from the earliest day on', async () => {
  journal.atomically(() => {
    journal.entries.add(fluidDraft(now), now.at)
    journal.entries.add(crampDraft({ ...now, at: now.at - 10 * 86_400_000 }), now.at)
  })
  expect(await takeChanges()).toEqual([{ what: ['fluid', 'cramp'], since: '2026-11-10' }])
})

test('an entry that is moved to another day changes both', async () => {
  const { id } = journal.entries.add(fluidDraft(now), now.at)
  await takeChanges()
  journal.entries.change(id, fluidDraft({ ...now, at: now.at - 3 * 86_400_000 }), now.at)
  expect(await takeChanges()).toEqual([{ what: ['fluid'], since: '2026-11-17' }])
})

test('the trash changes the kind that went there', async () => {
  const { id } = journal.entries.add(crampDraft(now), now.at)
  await takeChanges()
  journal.trash.put(id, now.at)
  expect(await takeChanges()).toEqual([{ what: ['cramp'], since: '2026-11-20' }])
  journal.trash.eraseAll([id])
  expect((await takeChanges()).flatMap(({ what }) => what)).toContain('cramp')
})

test('an answered day is a change from that day on', async () => {
  journal.checkIns.give({ date: '2026-11-18', kind: 'cramp', dayStartMinutes: 0 }, now.at)
  expect(await takeChanges()).toEqual([{ what: ['check-ins'], since: '2026-11-18' }])
})

test('what has no date changes everything that reads it', async () => {
  journal.shoes.add(shoeDraft())
  expect(await takeChanges()).toEqual([{ what: ['shoes'], since: null }])
  journal.profile.change({ ...journal.profile.get(), name: 'Ada' })
  expect(await takeChanges()).toEqual([{ what: ['profile'], since: null }])
  journal.suspects.put({
    ...{ exposure: 'standing', namedOn: '2026-11-20', isBeforehand: true },
    ...{ withdrawnOn: null, keepsShare: false },
  })
  expect(await takeChanges()).toEqual([{ what: ['suspects'], since: null }])
})

test('reading changes nothing, and neither counts nor revisions see the hook', async () => {
  const before = journal.getRevision()
  journal.entries.listArchived()
  journal.warnings.list()
  expect(await takeChanges()).toEqual([])
  expect(journal.getRevision()).toBe(before)
  const other = createJournalStore(openJournal(':memory:'))
  journal.entries.add(fluidDraft(now), now.at)
  other.entries.add(fluidDraft(now), now.at)
  const countOf = (one: JournalStore) => one.getRevision().split(' ')[1]
  expect(countOf(journal)).toBe(countOf(other))
  other.close()
})
