import { expect, test } from 'vitest'
import { fillWithDemo } from '../../../main/services/demo.ts'
import { createServices } from '../../../main/services/services.ts'
import { createWarningService } from '../../../main/services/warnings/warning-service.ts'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { openJournal } from '../../../main/store/open.ts'
import { entry as entrySchema } from '../../../shared/kinds/entry.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

const clock = {
  now: () => momentAt('2026-11-20', '10:00', 'Europe/Berlin').at,
  timeZone: () => 'Europe/Berlin',
}
const ALWAYS = [Date.UTC(1900, 0, 1), Date.UTC(2200, 0, 1)] as const

/** Open cards, as on Today, of a demo started on that morning. */
function listCards(date: string) {
  const now = momentAt(date, '10:00', 'Europe/Berlin').at
  const journal = createJournalStore(openJournal(':memory:'))
  const onThatDay = { ...clock, now: () => now }
  fillWithDemo(createServices(journal, onThatDay))
  const cards = createWarningService(journal).listOpen(now)
  journal.close()
  return cards
}

test('the demo raises nothing but routine cards, on any day of a block, and only what is true of it', () => {
  const rules = new Set<string>()
  // Every seventh day of the period from 28 September 2026, and its last day.
  for (const days of [0, 7, 14, 21, 28, 35, 42, 49, 55]) {
    const cards = listCards(addDays('2026-09-28', days))
    // Cards about waking cramps and about frequent cramps.
    expect(cards.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['R7', 'R6']))
    expect(cards.every(({ level }) => level === 'routine')).toBe(true)
    for (const { rule, card } of cards) {
      rules.add(rule)
      // Card about the increase since the water tablet.
      if (rule === 'R10') expect(card.recorded).toContain('water tablet, thiazide-like')
    }
  }
  expect(rules).toEqual(new Set(['R10', 'R7', 'R6']))
})

test('the demo fills an empty journal once, with entries that name each other rightly', () => {
  const journal = createJournalStore(openJournal(':memory:'))
  fillWithDemo(createServices(journal, clock))
  const entries = journal.entries.listBetween(...ALWAYS)
  expect(entries.length).toBeGreaterThan(1000)
  for (const entry of entries) expect(entrySchema.safeParse(entry).success).toBe(true)
  const reliefs = journal.entries.listOfKind('fluid', ...ALWAYS).filter(drink => drink.reliefOf !== null)
  expect(reliefs.length).toBeGreaterThan(0)
  for (const { reliefOf } of reliefs) expect(journal.entries.get(reliefOf ?? 0)?.kind).toBe('cramp')

  // Cards are raised at the first start, before any entry is saved.
  const cards = createWarningService(journal).listOpen(clock.now())
  expect(cards.map(({ rule }) => rule)).toContain('R7')

  fillWithDemo(createServices(journal, clock))
  expect(journal.entries.listBetween(...ALWAYS)).toEqual(entries)
  journal.close()
})
