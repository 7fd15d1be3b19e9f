import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { draftOf, entry as entrySchema } from '../../../../shared/kinds/entry.ts'
import { MS_PER_HOUR, wallClockMs } from '../../../../shared/time/moment.ts'
import {
  activityDraft,
  crampDraft,
  fluidDraft,
  footwearDraft,
  noonish,
  shoeDraft,
} from '../../../shared/kinds/drafts.ts'

const NOW = noonish.at + 6 * MS_PER_HOUR
const ALWAYS = [Date.UTC(1900, 0, 1), Date.UTC(2200, 0, 1)] as const

let journal: JournalStore
beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  journal.shoes.add(shoeDraft())
  return () => journal.close()
})

describe('entries of every kind', () => {
  const drafts = [
    crampDraft(),
    crampDraft({ onsetPrecision: 'night', durationSeconds: null, intensity: null, wokeMe: null, relief: [] }),
    crampDraft({ symptoms: ['numb', 'swelling'], sorenessHours: 12, note: 'naïve “note” – 日本 \u0000 end' }),
    fluidDraft(),
    fluidDraft({ drink: 'beer', alcoholPercent: 4.9, caffeineMg: 0 }),
    footwearDraft(),
    footwearDraft({ takenOffAt: null }),
    activityDraft(),
    activityDraft({ activity: 'standing', wholeDay: true, newOrHarder: null, cold: true, distanceKm: null }),
  ]

  test.each(drafts)('come back as they were stored: $kind', draft => {
    const stored = journal.entries.add(draft, NOW)
    expect(draftOf(stored)).toEqual(draft)
    expect(stored).toMatchObject({ loggedAt: NOW, editedAt: null })
    expect(entrySchema.parse(stored)).toEqual(stored)
    expect(journal.entries.get(stored.id)).toEqual(stored)
  })

  test('at the same instant are both kept', () => {
    const first = journal.entries.add(fluidDraft(), NOW)
    const second = journal.entries.add(fluidDraft(), NOW)
    expect(second.id).not.toBe(first.id)
    expect(journal.entries.listBetween(...ALWAYS)).toEqual([first, second])
  })

  test('are listed by what the clock showed where they were made, oldest first', () => {
    const late = journal.entries.add(fluidDraft({ at: noonish.at + 1 }), NOW)
    const early = journal.entries.add(crampDraft(), NOW)
    // Same instant as `late`, logged nine hours further east, where it is evening.
    const inTokyo = journal.entries.add(activityDraft({ at: noonish.at + 1, offsetMinutes: 540 }), NOW)
    const wall = wallClockMs(noonish)
    expect(journal.entries.listBetween(wall - 24 * MS_PER_HOUR, wall + MS_PER_HOUR)).toEqual([early, late])
    expect(journal.entries.listBetween(wall + MS_PER_HOUR, wall + 24 * MS_PER_HOUR)).toEqual([inTokyo])
    expect(journal.entries.listOfKind('fluid', ...ALWAYS)).toEqual([late])
  })

  test('can be changed, and say when', () => {
    const { id } = journal.entries.add(fluidDraft(), NOW)
    const changed = journal.entries.change(id, fluidDraft({ volumeMl: 500, note: 'a big one' }), NOW + 1)
    expect(changed).toMatchObject({ id, volumeMl: 500, note: 'a big one', loggedAt: NOW, editedAt: NOW + 1 })
    expect(journal.entries.get(id)).toEqual(changed)
  })

  test('cannot become another kind', () => {
    const stored = journal.entries.add(fluidDraft(), NOW)
    expect(journal.entries.change(stored.id, crampDraft(), NOW)).toBeUndefined()
    expect(journal.entries.get(stored.id)).toEqual(stored)
  })

  test('go into the trash and come back unchanged, each once', () => {
    const stored = journal.entries.add(crampDraft(), NOW)
    expect(journal.entries.delete(stored.id, NOW)).toBe(true)
    expect(journal.entries.delete(stored.id, NOW)).toBe(false)
    expect(journal.entries.get(stored.id)).toBeUndefined()
    expect(journal.entries.listBetween(...ALWAYS)).toEqual([])
    expect(journal.entries.change(stored.id, crampDraft(), NOW)).toBeUndefined()
    expect(journal.entries.restore(stored.id)).toEqual(stored)
    expect(journal.entries.restore(stored.id)).toBeUndefined()
    expect(journal.entries.listBetween(...ALWAYS)).toEqual([stored])
  })

  test('that storage itself refuses leave nothing behind', () => {
    expect(() => journal.entries.add(fluidDraft({ volumeMl: -1 }), NOW)).toThrow(/CHECK constraint/)
    expect(() => journal.entries.add(footwearDraft({ shoeId: 99 }), NOW)).toThrow(/FOREIGN KEY/)
    expect(journal.entries.listBetween(...ALWAYS)).toEqual([])
  })

  test('property: whatever was added, changed, deleted and restored, the list is what is left', () => {
    const step = fc.record({
      action: fc.constantFrom('add', 'change', 'delete', 'restore'),
      pick: fc.nat(9),
      ml: fc.integer({ min: 1, max: 5000 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        const fresh = createJournalStore(openJournal(':memory:'))
        const model: { id: number; volumeMl: number; there: boolean }[] = []
        for (const { action, pick, ml } of steps) {
          const target = model[pick]
          if (action === 'add') {
            const { id } = fresh.entries.add(fluidDraft({ volumeMl: ml }), NOW)
            model.push({ id, volumeMl: ml, there: true })
          } else if (target === undefined) continue
          else if (action === 'change') {
            const changed = fresh.entries.change(target.id, fluidDraft({ volumeMl: ml }), NOW)
            expect(changed !== undefined).toBe(target.there)
            if (target.there) target.volumeMl = ml
          } else if (action === 'delete') {
            expect(fresh.entries.delete(target.id, NOW)).toBe(target.there)
            target.there = false
          } else {
            expect(fresh.entries.restore(target.id) !== undefined).toBe(!target.there)
            target.there = true
          }
        }
        const listed = fresh.entries
          .listOfKind('fluid', ...ALWAYS)
          .map(({ id, volumeMl }) => ({ id, volumeMl }))
        expect(listed).toEqual(
          model.filter(({ there }) => there).map(({ id, volumeMl }) => ({ id, volumeMl })),
        )
        fresh.close()
      }),
      { numRuns: 30 },
    )
  })
})

describe('what is on the feet', () => {
  test('is the shoe put on last, unless it was taken off', () => {
    const { id } = journal.entries.add(footwearDraft({ takenOffAt: null }), NOW)
    expect(journal.shoesWorn.getWearingId(NOW)).toBe(id)
    journal.entries.change(id, footwearDraft({ takenOffAt: noonish.at + MS_PER_HOUR }), NOW)
    expect(journal.shoesWorn.getWearingId(NOW)).toBeUndefined()
  })

  test('is unknown when the shoe was put on more than a day ago', () => {
    journal.entries.add(footwearDraft({ takenOffAt: null }), NOW)
    expect(journal.shoesWorn.getWearingId(noonish.at + 25 * MS_PER_HOUR)).toBeUndefined()
  })

  test('is taken off by putting on another, but never a day later', () => {
    const forgotten = journal.entries.add(
      footwearDraft({ at: noonish.at - 30 * MS_PER_HOUR, takenOffAt: null }),
      NOW,
    )
    const worn = journal.entries.add(footwearDraft({ takenOffAt: null }), NOW)
    const next = journal.entries.add(
      footwearDraft({ at: noonish.at + 2 * MS_PER_HOUR, takenOffAt: null }),
      NOW,
    )
    journal.shoesWorn.takeOffBefore(next)
    expect(journal.entries.get(next.id)).toEqual(next)
    expect(journal.entries.get(worn.id)).toMatchObject({ takenOffAt: noonish.at + 2 * MS_PER_HOUR })
    expect(journal.entries.get(forgotten.id)).toMatchObject({ takenOffAt: null })
  })
})

describe('what is usual', () => {
  test('is what was drunk most often in the last four weeks, relief not counted', () => {
    const cramp = journal.entries.add(crampDraft(), NOW)
    const add = (times: number, fields: Parameters<typeof fluidDraft>[0]) => {
      for (let time = 0; time < times; time++) journal.entries.add(fluidDraft(fields), NOW)
    }
    add(2, { drink: 'tea', volumeMl: 200 })
    add(3, { drink: 'water', volumeMl: 330 })
    add(9, { drink: 'juice', at: noonish.at - 29 * 24 * MS_PER_HOUR })
    add(9, { drink: 'sports-drink', reliefOf: cramp.id })
    expect(journal.usuals.listDrinks(wallClockMs(noonish) + MS_PER_HOUR)).toEqual([
      { drink: 'water', volumeMl: 330, alcoholPercent: null, caffeineMg: null },
      { drink: 'tea', volumeMl: 200, alcoholPercent: null, caffeineMg: null },
    ])
  })

  test('is the shoe put on most often, unless it is retired', () => {
    const [blue] = journal.shoes.list()
    const clogs = journal.shoes.add(shoeDraft({ name: 'Clogs' }))
    if (blue === undefined) throw new Error('the closet is empty')
    for (const shoeId of [clogs.id, clogs.id, blue.id]) journal.entries.add(footwearDraft({ shoeId }), NOW)
    const until = wallClockMs(noonish) + MS_PER_HOUR
    expect(journal.usuals.listShoeIds(until)).toEqual([clogs.id, blue.id])
    journal.shoes.change({ ...clogs, retired: true })
    expect(journal.usuals.listShoeIds(until)).toEqual([blue.id])
  })
})

describe('check-ins', () => {
  test('are given once, listed by date, and taken back', () => {
    const thursday = { date: '2026-11-19', kind: 'fluid', dayStartMinutes: 240 } as const
    journal.checkIns.give(thursday, NOW)
    journal.checkIns.give(thursday, NOW)
    journal.checkIns.give({ date: '2026-11-21', kind: 'cramp', dayStartMinutes: 0 }, NOW)
    expect(journal.checkIns.list('2026-11-19', '2026-11-20')).toEqual([thursday])
    journal.checkIns.takeBack(thursday)
    expect(journal.checkIns.list('2026-11-01', '2026-11-30')).toEqual([
      { date: '2026-11-21', kind: 'cramp', dayStartMinutes: 0 },
    ])
  })
})
