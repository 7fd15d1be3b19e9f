/** Imports of history into a real database: identity over exports, the person's version, Undo, removal of a source. */
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { listLeftOut } from '../../../../main/services/history/history-plan.ts'
import { historyStore } from '../../../../main/services/history/history-store.ts'
import { createServices } from '../../../../main/services/services.ts'
import { exportJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import type { ArchivedEntry } from '../../../../shared/archive/journal-file.ts'
import type { HistoryEntry } from '../../../../shared/history/history.ts'
import { getNightDay } from '../../../../shared/kinds/day-hours.ts'
import type { EntryDraft } from '../../../../shared/kinds/entry.ts'
import { givenAnswers, trimAnswers } from '../../../../shared/kinds/provenance.ts'
import { momentAt, momentOfInstant } from '../../../../shared/time/time-zone.ts'
import { propertyRuns } from '../../../host/matrix.ts'
import {
  activityDraft,
  crampDraft,
  fluidDraft,
  footwearDraft,
  nightDraft,
  shoeDraft,
} from '../../../shared/kinds/drafts.ts'
import { anyExports } from './arbitrary-exports.ts'

const ZONE = 'Europe/Berlin'
const NOW = momentAt('2026-11-20', '16:00', ZONE).at
const SOURCE = { reader: 'apple-health', name: 'Apple Health' }

/** Bytes of a journal in which nothing is written: all migrations for each case would take most of the time. */
const emptyJournal = openJournal(':memory:').serialize()

const opened: ReturnType<typeof createJournalStore>[] = []
function closeAll(): void {
  for (const journal of opened.splice(0)) journal.close()
}
afterEach(closeAll)

/** Predicate of a property that closes the journals of each case. */
const closing =
  <Args extends unknown[]>(act: (...args: Args) => void) =>
  (...args: Args): void => {
    try {
      act(...args)
    } finally {
      closeAll()
    }
  }

/** Services of an empty journal, by a clock that goes on by a second with each look. */
function open(zone = ZONE) {
  const db = new Sqlite(emptyJournal)
  db.pragma('foreign_keys = on')
  const journal = createJournalStore(db)
  opened.push(journal)
  let looks = 0
  const now = () => NOW + ++looks * 1000
  const services = createServices(journal, { now, timeZone: () => zone })
  function plan(entries: readonly HistoryEntry[], source = SOURCE) {
    return historyStore.plan(journal, source, entries, momentOfInstant(NOW, zone), () => {})
  }
  return {
    ...services,
    journal,
    plan,
    import: (entries: readonly HistoryEntry[], source = SOURCE) => {
      const answers = { zone }
      const moment = momentOfInstant(now(), zone)
      const order = { source, plan: plan(entries, source), answers, now: moment }
      const stored = historyStore.store(journal, order)
      services.warnings.reviewRecent(moment)
      return stored
    },
    undo: (importId: number) => historyStore.undo(journal, importId),
    addMine: (drafts: readonly EntryDraft[]) => {
      for (const draft of drafts)
        try {
          services.entryService.add(draft)
        } catch {
          // A second night of one night, which the journal refuses.
        }
    },
    emptyTrash: () => services.entryService.eraseAll(journal.trash.listIds()),
  }
}

const fatesOf = ({ fates }: ReturnType<typeof historyStore.plan>) => fates.map(({ fate }) => fate)
const countOf = (plan: ReturnType<typeof historyStore.plan>, wanted: string) =>
  fatesOf(plan).filter(fate => fate === wanted).length

/**
 * Journal without ids and instants of saving: entries by their content, and the rules whose cards are shown. For which of
 * several entries a card was raised, and so what it counts, depends on when the journal was reviewed.
 */
function contentOf({ journal, warnings }: ReturnType<typeof open>): unknown {
  const { entries, warnings: _raised, ...others } = exportJournal(journal)
  const withoutId = ({ id: _id, ...entry }: ArchivedEntry) =>
    JSON.stringify({ ...entry, loggedAt: entry.source === undefined ? 0 : entry.loggedAt })
  const cards = warnings.list(NOW).map(({ rule }) => rule)
  return { ...others, entries: entries.map(withoutId).sort(), cards: cards.sort() }
}

const recordOf = (draft: EntryDraft, key: string): HistoryEntry => ({ key, loggedAt: draft.at, draft })
const drink = (key: string, clock: string, volumeMl = 250) =>
  recordOf(fluidDraft({ ...momentAt('2026-11-10', clock, ZONE), volumeMl }), key)

describe('an import', () => {
  test('property: a second one of the same export changes nothing', () => {
    fc.assert(
      fc.property(
        anyExports,
        closing(({ older, mine, zone }) => {
          const it = open(zone)
          it.addMine(mine)
          it.import(older)
          const before = exportJournal(it.journal)
          const again = it.plan(older)
          expect(countOf(again, 'new') + countOf(again, 'updated')).toBe(0)
          it.import(older)
          expect(exportJournal(it.journal)).toEqual(before)
        }),
      ),
      { numRuns: propertyRuns(12, 400) },
    )
  })

  test('property: one after an older export is the newer export alone', () => {
    fc.assert(
      fc.property(
        anyExports,
        closing(({ older, newer, mine, zone }) => {
          const [both, alone] = [open(zone), open(zone)]
          for (const it of [both, alone]) it.addMine(mine)
          both.import(older)
          both.import(newer)
          alone.import(newer)
          expect(contentOf(both)).toEqual(contentOf(alone))
          const nights = both.journal.entries.listOfKind(
            'night',
            Number.MIN_SAFE_INTEGER,
            Number.MAX_SAFE_INTEGER,
          )
          expect(new Set(nights.map(getNightDay)).size).toBe(nights.length)
        }),
      ),
      { numRuns: propertyRuns(20, 600) },
    )
  })

  test('property: what the person edited, deleted or erased stays hers, and is counted', () => {
    const acts = fc.array(fc.constantFrom('edit', 'delete', 'erase', 'leave'), {
      minLength: 12,
      maxLength: 12,
    })
    fc.assert(
      fc.property(
        anyExports,
        acts,
        closing(({ older, newer, mine, zone }, chosen) => {
          const it = open(zone)
          it.addMine(mine)
          it.import(older)
          const imported = exportJournal(it.journal).entries.filter(({ source }) => source !== undefined)
          const done: Record<string, string> = {}
          for (const [index, { id, sourceKey = '' }] of imported.entries()) {
            const act = chosen[index] ?? 'leave'
            done[sourceKey] = act
            const stored = it.journal.entries.get(id)
            if (stored === undefined) throw new Error(`no entry ${id}`)
            const { id: _id, loggedAt: _l, editedAt: _e, source: _s, sourceKey: _k, ...draft } = stored
            if (act === 'edit') it.entryService.change(id, { ...draft, note: 'mine' } as EntryDraft)
            if (act === 'delete' || act === 'erase') it.entryService.delete(id)
            if (act === 'erase') it.entryService.eraseAll([id])
          }
          const keysOf = (act: string) => Object.keys(done).filter(key => done[key] === act)
          const versions = () =>
            exportJournal(it.journal).entries.filter(({ sourceKey = '' }) =>
              ['edit', 'delete'].includes(done[sourceKey] ?? ''),
            )
          const before = versions()
          const plan = it.plan(newer)
          const kept = plan.fates.flatMap(fate => (fate.fate === 'kept' ? fate.why : []))
          expect(kept.toSorted()).toEqual(
            [
              ...keysOf('edit').map(() => 'edited'),
              ...keysOf('delete').map(() => 'deleted'),
              ...keysOf('erase').map(() => 'erased'),
            ].toSorted(),
          )
          it.import(newer)
          expect(versions()).toEqual(before)
          const keys = exportJournal(it.journal).entries.map(({ sourceKey }) => sourceKey)
          for (const key of keysOf('erase')) expect(keys).not.toContain(key)
        }),
      ),
      { numRuns: propertyRuns(12, 400) },
    )
  })

  test('property: Undo is the journal before, with ids, ends of wearings and warnings', () => {
    fc.assert(
      fc.property(
        anyExports,
        closing(({ older, newer, mine, zone }) => {
          const it = open(zone)
          it.addMine(mine)
          const empty = exportJournal(it.journal)
          const first = it.import(older)
          const before = exportJournal(it.journal)
          it.undo(it.import(newer).importId)
          expect(exportJournal(it.journal)).toEqual(before)
          expect(() => it.undo(first.importId)).toThrow('cannot be taken back')
          const again = open(zone)
          again.addMine(mine)
          again.undo(again.import(older).importId)
          expect(exportJournal(again.journal)).toEqual(empty)
        }),
      ),
      { numRuns: propertyRuns(12, 400) },
    )
  })

  test('property: a removed source was never imported once the trash is empty, and can be restored before', () => {
    fc.assert(
      fc.property(
        anyExports,
        closing(({ older, newer, mine, zone }) => {
          const [it, never] = [open(zone), open(zone)]
          for (const one of [it, never]) one.addMine(mine)
          it.import(older)
          const [imported] = exportJournal(it.journal).entries.filter(({ source }) => source !== undefined)
          if (imported !== undefined) it.entryService.delete(imported.id)
          const { sourceId } = it.import(newer)
          for (const { kind, months } of it.sheetService.list(sourceId))
            for (const { fromDate } of months)
              it.sheetService.answer({ source: sourceId, kind, fromDate, answer: 'complete' })
          const before = exportJournal(it.journal)
          it.sourceService.restore(it.sourceService.remove(sourceId))
          expect(exportJournal(it.journal)).toEqual(before)
          it.sourceService.remove(sourceId)
          it.emptyTrash()
          expect(contentOf(it)).toEqual(contentOf(never))
          const again = it.plan(newer)
          expect(fatesOf(again)).toEqual(fatesOf(never.plan(newer)))
        }),
      ),
      { numRuns: propertyRuns(12, 400) },
    )
  })
})

describe('the plan of an import', () => {
  test('leaves out what cannot be, with the reason, and takes the rest', () => {
    const it = open()
    it.addMine([
      nightDraft({ ...momentAt('2026-11-10', '23:00', ZONE) }),
      fluidDraft(momentAt('2026-11-10', '08:00', ZONE)),
      activityDraft({ ...momentAt('2026-11-10', '17:00', ZONE), durationMinutes: 40 }),
    ])
    const garmin = { reader: 'garmin', name: 'Garmin' }
    it.import(
      [recordOf(activityDraft({ ...momentAt('2026-11-12', '17:00', ZONE), activity: 'walk' }), 'a')],
      garmin,
    )
    const entries = [
      recordOf(nightDraft(momentAt('2026-11-11', '00:30', ZONE)), '1'),
      drink('2', '08:00', 300),
      recordOf(activityDraft({ ...momentAt('2026-11-10', '17:05', ZONE), durationMinutes: 30 }), '3'),
      recordOf(activityDraft({ ...momentAt('2026-11-12', '17:02', ZONE), activity: 'other' }), '4'),
      recordOf(fluidDraft(momentAt('2026-11-21', '08:00', ZONE)), '5'),
      recordOf(fluidDraft({ volumeMl: 9000 }), '6'),
      recordOf(footwearDraft({ shoeId: 77 }), '7'),
      ...['8', '9', '10', '11', '12'].map(key => drink(key, '09:00', 4500)),
      drink('2', '10:00'),
      drink('13', '08:01'),
    ]
    const plan = it.plan(entries)
    expect(listLeftOut(entries, plan)).toEqual([
      {
        reason: 'you have written down this night yourself',
        what: 'The night',
        when: '2026-11-11 00:30',
      },
      {
        reason: 'you have written down this drink yourself',
        what: 'Drink, 300 ml',
        when: '2026-11-10 08:00',
      },
      {
        reason: 'you have written down this activity yourself',
        what: 'Activity, 30 minutes',
        when: '2026-11-10 17:05',
      },
      {
        reason: 'this activity came from Garmin already',
        what: 'Activity, 40 minutes',
        when: '2026-11-12 17:02',
      },
      { reason: 'in the future', what: 'Drink, 250 ml', when: '2026-11-21 08:00' },
      {
        reason: 'cannot be an entry: Enter a number from 1 to 5000 ml',
        what: 'Drink, 9000 ml',
        when: '2026-11-19 14:00',
      },
      { reason: 'names what is not in the journal any more', what: 'Footwear', when: '2026-11-19 14:00' },
      {
        reason: 'more drinks, or caffeine, than one day can hold',
        what: 'Drink, 4500 ml',
        when: '2026-11-10 09:00',
      },
      { reason: 'twice in the file', what: 'Drink, 250 ml', when: '2026-11-10 10:00' },
    ])
    expect(countOf(plan, 'new')).toBe(5)
  })

  test('three equal glasses in a minute are three entries, and an entry of an import is not from memory', () => {
    const it = open()
    it.import([drink('a', '08:00'), drink('b', '08:00'), drink('c', '08:00')])
    const stored = exportJournal(it.journal).entries
    expect(stored.map(({ sourceKey, loggedAt, at }) => [sourceKey, loggedAt - at])).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ])
  })

  test('a night that the program has put together in another way replaces the one before', () => {
    const it = open()
    const bed = momentAt('2026-11-10', '23:00', ZONE)
    it.import([recordOf(nightDraft({ ...bed, wakeAt: bed.at + 4 * 3_600_000 }), 'first half')])
    const [{ id } = { id: 0 }] = exportJournal(it.journal).entries
    it.import([recordOf(nightDraft({ ...bed, wakeAt: bed.at + 8 * 3_600_000 }), 'whole')])
    expect(exportJournal(it.journal).entries).toMatchObject([
      { id, sourceKey: 'whole', wakeAt: bed.at + 8 * 3_600_000, editedAt: null },
    ])
  })

  test('a record that is another kind of entry in the newer export takes its place, and Undo brings the first back', () => {
    const it = open()
    const at = momentAt('2026-11-10', '08:00', ZONE)
    it.import([recordOf(activityDraft({ ...at, activity: 'other' }), 'a')])
    const before = exportJournal(it.journal)
    const { importId } = it.import([recordOf(crampDraft(at), 'a')])
    expect(exportJournal(it.journal).entries).toMatchObject([{ kind: 'cramp', sourceKey: 'a' }])
    it.undo(importId)
    expect(exportJournal(it.journal)).toEqual(before)
  })

  test('shoes that were merged keep their activity as it is', () => {
    const it = open()
    const from = it.journal.shoes.add(shoeDraft({ name: 'From Strava' })).id
    const into = it.journal.shoes.add(shoeDraft({ name: 'Blue' })).id
    const worn = [recordOf(activityDraft({ ...momentAt('2026-11-10', '08:00', ZONE), shoeId: from }), 'a')]
    const empty = exportJournal(it.journal)
    const { importId } = it.import(worn)
    expect(exportJournal(it.journal).entries.map(({ kind, source }) => [kind, source])).toEqual([
      ['activity', 'Apple Health'],
      ['footwear', undefined],
    ])
    it.undo(importId)
    expect(exportJournal(it.journal)).toEqual(empty)
    const { sourceId } = it.import(worn)
    const imported = exportJournal(it.journal)
    it.sourceService.restore(it.sourceService.remove(sourceId))
    expect(exportJournal(it.journal)).toEqual(imported)
    it.closetService.merge(from, into)
    const before = exportJournal(it.journal)
    expect(it.plan(worn).fates).toEqual([{ fate: 'kept', why: 'merged' }])
    it.import(worn)
    expect(exportJournal(it.journal)).toEqual(before)
    const unnamed = [recordOf(activityDraft({ ...momentAt('2026-11-10', '08:00', ZONE), shoeId: null }), 'a')]
    expect(fatesOf(it.plan(unnamed))).toEqual(['same'])
  })
})

describe('Undo of an import', () => {
  test('leaves what the person has changed since, and ends no wearing that it began', () => {
    const it = open()
    const shoeId = it.journal.shoes.add(shoeDraft()).id
    const on = (clock: string) =>
      footwearDraft({ ...momentAt('2026-11-20', clock, ZONE), shoeId, takenOffAt: null })
    it.addMine([on('08:00')])
    const before = exportJournal(it.journal)
    const { importId } = it.import([recordOf(on('10:00'), 'a'), drink('b', '08:00'), drink('c', '09:00')])
    expect(exportJournal(it.journal).entries[0]).toMatchObject({ takenOffAt: on('10:00').at })
    const edited = exportJournal(it.journal).entries.find(({ sourceKey }) => sourceKey === 'b')
    it.entryService.change(
      edited?.id ?? 0,
      fluidDraft({ ...momentAt('2026-11-10', '08:00', ZONE), note: 'mine' }),
    )
    it.undo(importId)
    const after = exportJournal(it.journal)
    expect(after.entries.map(({ sourceKey, note }) => [sourceKey, note])).toEqual([
      [undefined, ''],
      ['b', 'mine'],
    ])
    expect(after.entries[0]).toEqual(before.entries[0])
    expect(() => it.undo(importId)).toThrow('cannot be taken back')
  })
})

describe('the sheet after an import', () => {
  test('makes known only what the person says: dates with a drink, and every date for cramps', () => {
    const it = open()
    const { sourceId } = it.import([
      ...['2026-09-28', '2026-09-29', '2026-10-02', '2026-10-05', '2026-10-06'].map(date =>
        recordOf(fluidDraft(momentAt(date, '08:00', ZONE)), `d ${date}`),
      ),
      recordOf(crampDraft(momentAt('2026-10-03', '03:00', ZONE)), 'c'),
    ])
    expect(it.journal.checkIns.listArchived()).toEqual([])
    const month = (fromDate: string, toDate: string, days: number) => ({
      fromDate,
      toDate,
      days,
      answer: null,
    })
    expect(it.sheetService.list(sourceId)).toEqual([
      {
        ...{ source: sourceId, name: 'Apple Health', kind: 'cramp' },
        months: [month('2026-09-29', '2026-09-30', 2), month('2026-10-01', '2026-10-05', 5)],
      },
      {
        ...{ source: sourceId, name: 'Apple Health', kind: 'fluid' },
        months: [month('2026-09-29', '2026-09-29', 1), month('2026-10-02', '2026-10-05', 2)],
      },
    ])
    const answer = (kind: 'cramp' | 'fluid', fromDate: string, given: 'complete' | 'incomplete' | null) =>
      it.sheetService.answer({ source: sourceId, kind, fromDate, answer: given })
    const given = () =>
      it.journal.checkIns.listArchived().map(({ date, kind, source }) => [kind, date, source])
    answer('fluid', '2026-10-02', 'complete')
    answer('cramp', '2026-09-29', 'incomplete')
    expect(given()).toEqual([
      ['fluid', '2026-10-02', 'Apple Health'],
      ['fluid', '2026-10-05', 'Apple Health'],
    ])
    const answers = it.sheetService.list(null).flatMap(({ months }) => months.map(one => one.answer))
    expect(answers).toEqual(['incomplete', null, null, 'complete'])
    answer('fluid', '2026-10-02', null)
    expect(given()).toEqual([])
  })

  test('asks again when a newer export holds more of the month, and Undo leaves no day complete without its drinks', () => {
    const it = open()
    const upTo = (days: number) =>
      Array.from({ length: days }, (_, index) => {
        const date = `2026-10-${String(index + 1).padStart(2, '0')}`
        return recordOf(fluidDraft(momentAt(date, '08:00', ZONE)), date)
      })
    const { sourceId } = it.import(upTo(5))
    const complete = () =>
      it.sheetService.answer({ source: sourceId, kind: 'fluid', fromDate: '2026-10-02', answer: 'complete' })
    const read = () => it.sheetService.list(sourceId)[0]?.months.map(({ days, answer }) => [days, answer])
    complete()
    expect(read()).toEqual([[3, 'complete']])
    const before = exportJournal(it.journal)
    const { importId } = it.import(upTo(9))
    expect(read()).toEqual([[7, null]])
    complete()
    expect(read()).toEqual([[7, 'complete']])
    it.undo(importId)
    expect(exportJournal(it.journal)).toEqual(before)
  })
})

test('a decade of imported cramps raises no card about what is long over', () => {
  const it = open()
  it.import(
    Array.from({ length: 900 }, (_, index) => {
      const at = momentAt('2016-01-01', '03:00', ZONE).at + index * 4 * 86_400_000
      const draft = crampDraft({
        at,
        offsetMinutes: 60,
        intensity: 10,
        symptoms: ['dark-urine'],
      })
      return recordOf(draft, String(index))
    }),
  )
  expect(exportJournal(it.journal).entries).toHaveLength(900)
  expect(exportJournal(it.journal).warnings).toEqual([])
})

test('answers are remembered up to what a file can hold, the last ones first', () => {
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`q${index}`, 'x'.repeat(200)]))
  const kept = trimAnswers(many)
  expect(Object.keys(kept).at(-1)).toBe('q1999')
  expect(givenAnswers.parse(kept)).toEqual(kept)
  expect(Object.keys(kept).length).toBeGreaterThan(400)
})
