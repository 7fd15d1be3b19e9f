import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { importJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { migrations } from '../../../../main/store/migrations/index.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { DEMO_SEED, makeDemoJournal } from '../../../../shared/demo/demo-journal.ts'
import type { EntryDraft } from '../../../../shared/kinds/entry.ts'
import { type EntryFilter, emptyFilter } from '../../../../shared/search/entry-filter.ts'
import { journalDay, wallClockMs } from '../../../../shared/time/moment.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { emptyJournalFile } from '../../../fixtures/journal-file.ts'
import {
  activityDraft,
  crampDraft,
  fluidDraft,
  footwearDraft,
  shoeDraft,
} from '../../../shared/kinds/drafts.ts'
import { temporaryFolders } from '../temporary-folder.ts'

const newFolder = temporaryFolders()
const FOUR = 240
const NOW = Date.UTC(2026, 10, 20)

let journal: JournalStore
beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  journal.shoes.add(shoeDraft())
  return () => journal.close()
})

const add = (draft: EntryDraft) => journal.entries.add(draft, NOW).id
const find = (filter: Partial<EntryFilter>) => journal.search.find({ ...emptyFilter, ...filter }, FOUR)
const idsOf = (filter: Partial<EntryFilter>) => find(filter).ids
const at = (date: string, clock: string) => momentAt(date, clock, 'Europe/Berlin')

describe('without a filter', () => {
  beforeEach(() => {
    const demo = makeDemoJournal({
      lastDate: '2026-11-20',
      until: at('2026-11-20', '14:00').at,
      timeZone: 'Europe/Berlin',
      seed: DEMO_SEED,
      weeks: 6,
    })
    journal.close()
    journal = createJournalStore(openJournal(':memory:'))
    importJournal(journal, {
      ...emptyJournalFile,
      profile: demo.profile,
      shoes: [...demo.shoes],
      entries: demo.entries.map(entry => ({ ...entry, deletedAt: entry.id % 7 === 0 ? NOW : null })),
    })
  })

  const listAll = () =>
    journal.entries
      .listBetween(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
      .sort((a, b) => wallClockMs(b) - wallClockMs(a) || b.id - a.id)

  test('everything but the trash is found, newest first', () => {
    const { ids } = find({})
    expect(ids.length).toBeGreaterThan(300)
    expect(ids).toEqual(listAll().map(({ id }) => id))
  })

  test('the days are those on which the entries stand, with how many there are of each', () => {
    const { days } = find({})
    const byDay = Map.groupBy(listAll(), entry => journalDay(entry, FOUR))
    expect(days).toEqual(Array.from(byDay, ([date, entries]) => ({ date, count: entries.length })))
  })

  test('all pages together are the list', () => {
    const { ids } = find({})
    const pages = Array.from({ length: Math.ceil(ids.length / 50) }, (_, page) =>
      ids.slice(page * 50, page * 50 + 50).flatMap(id => journal.entries.get(id) ?? []),
    )
    expect(pages.flat()).toEqual(listAll())
  })
})

describe('the day', () => {
  test('of a cramp at three is the evening’s, and one from before 1970 is no exception', () => {
    add(crampDraft({ ...at('1969-03-02', '03:00') }))
    expect(find({}).days).toEqual([{ date: '1969-03-01', count: 1 }])
  })

  test('begins and ends a period, both included', () => {
    const [before, first, last, after] = (
      [
        ['2026-11-10', '03:59'],
        ['2026-11-10', '04:00'],
        ['2026-11-13', '03:59'],
        ['2026-11-13', '04:00'],
      ] as const
    ).map(([date, clock]) => add(fluidDraft(at(date, clock))))
    expect(idsOf({ fromDate: '2026-11-10', toDate: '2026-11-12' })).toEqual([last, first])
    expect(idsOf({ fromDate: '2026-11-10' })).toEqual([after, last, first])
    expect(idsOf({ toDate: '2026-11-12' })).toEqual([last, first, before])
  })
})

describe('kinds and places', () => {
  const site = (muscle: 'calf' | 'toes', side: 'left' | 'right' | 'both') => ({ muscle, side })

  test('let only theirs through', () => {
    const cramp = add(crampDraft())
    const drink = add(fluidDraft())
    add(activityDraft())
    expect(idsOf({ kinds: ['fluid'] })).toEqual([drink])
    expect(idsOf({ kinds: ['cramp', 'fluid'] })).toEqual([drink, cramp])
    expect(idsOf({ muscle: 'calf' })).toEqual([cramp])
  })

  test('a side is that of the muscle asked for, and both sides are either', () => {
    const left = add(crampDraft({ sites: [site('calf', 'left'), site('toes', 'right')] }))
    const both = add(crampDraft({ sites: [site('calf', 'both')] }))
    const right = add(crampDraft({ sites: [site('calf', 'right')] }))
    expect(idsOf({ muscle: 'calf', side: 'left' })).toEqual([both, left])
    expect(idsOf({ muscle: 'calf', side: 'right' })).toEqual([right, both])
    expect(idsOf({ muscle: 'toes', side: 'left' })).toEqual([])
    expect(idsOf({ side: 'right' })).toEqual([right, both, left])
  })
})

describe('a search', () => {
  test.each([
    ['the beginning of a word', 'mag'],
    ['capitals and accents left out', 'CREME brulee'],
    ['words in any order', 'train magnesium'],
    ['a word in quotes', '"magnesium"'],
    ['an apostrophe', 'can’t'],
    ['a face', '😴'],
    ['a text without spaces', '筋'],
    ['punctuation', 'x->y'],
  ])('finds a note by %s', (_what, text) => {
    const id = add(fluidDraft({ note: 'Magnesium on the train, crème brûlée; can’t sleep 😴 の筋 x->y' }))
    add(fluidDraft({ note: 'Nothing of the kind' }))
    expect(idsOf({ text })).toEqual([id])
  })

  test.each([
    'NEAR(a b)',
    'a AND',
    'OR',
    'NOT note',
    'note : a',
    '{note} : a',
    '^a',
    'a*b*',
    '"',
    '""',
    '"unclosed',
    "'; drop table entry; --",
    '%',
    '-a',
    '+',
    '\\',
    'a\u0000b',
    '\u0000',
    '(((',
    'ﷺ',
    '\ud800',
  ])('takes %j for the words it is, not for a command', text => {
    add(fluidDraft({ note: 'plain' }))
    expect(idsOf({ text: `${text} nowhere` })).toEqual([])
    const id = add(fluidDraft({ note: text }))
    // Lone quotes are searched literally; only characters that cannot be typed are dropped.
    expect(idsOf({ text }).includes(id)).toBe(true)
  })

  test('never fails, whatever is typed, and finds each word of a note', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), text => {
        const id = add(fluidDraft({ note: text }))
        expect(idsOf({ text })).toContain(id)
      }),
    )
  })

  test('finds what is a letter only since the index was made', () => {
    // Two Vedic signs, letters since Unicode 12: the only ones that the tokenizer lacks.
    for (const sign of ['\u{1cf2}', '\u{1cf3}']) {
      const id = add(fluidDraft({ note: `before ${sign} after` }))
      expect(idsOf({ text: sign })).toContain(id)
    }
  })

  test('of blanks only leaves nothing out', () => {
    const id = add(fluidDraft())
    expect(idsOf({ text: ' \t ' })).toEqual([id])
  })

  test('knows what entries are called: drinks, activities, shoes, medicines, muscles and kinds', () => {
    const shoe = journal.shoes.add(shoeDraft({ name: 'Old Élan clogs' }))
    const coffee = add(fluidDraft({ drink: 'coffee' }))
    const worn = add(footwearDraft({ shoeId: shoe.id }))
    const run = add(activityDraft({ activity: 'run' }))
    const cramp = add(crampDraft({ sites: [{ muscle: 'arch', side: 'left' }] }))
    const medicine = add({
      kind: 'medication',
      ...at('2026-11-18', '08:00'),
      note: '',
      name: 'Ramipril',
      medicineClass: 'ace-inhibitor',
      change: 'start',
      dose: '',
    })
    const dose = add({ kind: 'dose', ...at('2026-11-18', '09:00'), note: '', name: 'Ramipril', amount: '' })
    expect(idsOf({ text: 'coff' })).toEqual([coffee])
    expect(idsOf({ text: 'elan' })).toEqual([worn])
    expect(idsOf({ text: 'run' })).toEqual([run])
    expect(idsOf({ text: 'arch' })).toEqual([cramp])
    expect(idsOf({ text: 'rami' })).toEqual([dose, medicine])
    expect(idsOf({ text: 'as-needed' })).toEqual([dose])
    expect(idsOf({ text: 'footw' })).toEqual([worn])
    journal.shoes.change({ ...shoe, name: 'Sandals' })
    expect(idsOf({ text: 'elan' })).toEqual([])
    expect(idsOf({ text: 'sandal' })).toEqual([worn])
  })

  test('joins names and notes', () => {
    const wanted = add(fluidDraft({ drink: 'coffee', note: 'On the train.' }))
    add(fluidDraft({ drink: 'coffee' }))
    add(fluidDraft({ note: 'On the train.' }))
    expect(idsOf({ text: 'coffee train' })).toEqual([wanted])
  })

  test('follows a note that changes, goes and comes back', () => {
    const id = add(fluidDraft({ note: 'before' }))
    journal.entries.change(id, fluidDraft({ note: 'after' }), NOW)
    expect([idsOf({ text: 'before' }), idsOf({ text: 'after' })]).toEqual([[], [id]])
    journal.entries.delete(id, NOW)
    expect(idsOf({ text: 'after' })).toEqual([])
    journal.entries.restore(id)
    expect(idsOf({ text: 'after' })).toEqual([id])
  })
})

describe('the index', () => {
  const beforeSearch = migrations.filter(({ version }) => version < 3)

  test('holds what was written down before there was one', () => {
    const path = join(newFolder(), 'journal.sqlite')
    const old = openJournal(path, beforeSearch)
    old.exec(`
      insert into entry (kind, at, offset_minutes, note, logged_at) values ('fluid', 0, 0, 'Hilly round', 0);
      insert into fluid (entry_id, drink, volume_ml) values (1, 'water', 250);`)
    old.close()
    const opened = createJournalStore(openJournal(path))
    expect(opened.search.find({ ...emptyFilter, text: 'hill' }, FOUR).ids).toEqual([1])
    opened.close()
  })

  test('agrees with the notes after all that can happen to them', () => {
    const db = openJournal(':memory:')
    const own = createJournalStore(db)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.string({ unit: 'grapheme' })), { maxLength: 20 }),
        steps => {
          for (const [step, note] of steps) {
            const { id } = own.entries.add(fluidDraft({ note }), NOW)
            if (step > 0) own.entries.change(id, fluidDraft({ note: `${note} again` }), NOW)
            if (step > 1) own.entries.delete(id, NOW)
            if (step > 1) own.trash.eraseAll([id])
          }
          db.exec("insert into entry_note (entry_note, rank) values ('integrity-check', 1)")
        },
      ),
      { numRuns: 30 },
    )
    own.close()
  })

  test('keeps no word of what was deleted for good', () => {
    const path = join(newFolder(), 'journal.sqlite')
    const db = openJournal(path)
    const own = createJournalStore(db)
    const { id } = own.entries.add(fluidDraft({ note: 'unutterable' }), NOW)
    own.entries.delete(id, NOW)
    expect(own.trash.eraseAll([id])).toBe(true)
    const terms = db.prepare("create virtual table temp.terms using fts5vocab('main', 'entry_note', 'row')")
    terms.run()
    expect(db.prepare('select term from temp.terms').all()).toEqual([])
    own.close()
  })
})

describe('finds by what the rows show', () => {
  test('the side of a place, with its muscle and alone', () => {
    const left = add(crampDraft({ sites: [{ muscle: 'calf', side: 'left' }] }))
    const both = add(crampDraft({ ...at('2026-11-18', '03:00'), sites: [{ muscle: 'calf', side: 'both' }] }))
    const right = add(
      crampDraft({ ...at('2026-11-17', '03:00'), sites: [{ muscle: 'arch', side: 'right' }] }),
    )
    expect(idsOf({ text: 'left calf' })).toEqual([left])
    expect(idsOf({ text: 'Calf on both sides' })).toEqual([both])
    expect(idsOf({ text: 'right' })).toEqual([right])
    expect(idsOf({ text: 'right calf' })).toEqual([])
  })

  test('stretching before bed, and what changed about a medicine', () => {
    const stretch = { kind: 'stretch', note: '', muscles: ['calf'], durationMinutes: 3 } as const
    const before = add({ ...stretch, ...at('2026-11-18', '22:00'), muscles: ['calf'], beforeBed: true })
    const after = add({ ...stretch, ...at('2026-11-19', '08:00'), muscles: ['calf'], beforeBed: false })
    const started = add({
      kind: 'medication',
      ...at('2026-11-17', '09:00'),
      note: '',
      name: 'Amlodipine',
      medicineClass: 'calcium-channel-blocker',
      change: 'start',
      dose: '5 mg',
    })
    expect(idsOf({ text: 'stretched' })).toEqual([after, before])
    expect(idsOf({ text: 'before bed' })).toEqual([before])
    expect(idsOf({ text: 'amlodipine started' })).toEqual([started])
  })
})
