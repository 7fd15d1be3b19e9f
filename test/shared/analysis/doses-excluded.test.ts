/** Doses taken as needed are part of no finding: an analgesic is taken because of a cramp, and a link would read as advice. */
import { expect, test } from 'vitest'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { exposures } from '../../../shared/analysis/exposures/exposures.ts'
import { DEMO_SEED, makeDemoJournal } from '../../../shared/demo/demo-journal.ts'
import { trialIds } from '../../../shared/experiments/trials.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { kindsByName } from '../../../shared/kinds/kinds.ts'

const timeZone = 'Europe/Berlin'
const demo = makeDemoJournal({ lastDate: '2026-11-20', timeZone, seed: DEMO_SEED, weeks: 8 })
const rest = { checkIns: demo.checkIns, shoes: demo.shoes, dayStartMinutes: 0, offWeekdays: [5, 6], timeZone }

/** A dose shortly before and after each cramp, in another zone. */
const doses = demo.entries
  .filter(({ kind }) => kind === 'cramp')
  .flatMap(({ at }, index) =>
    [-30, 5].map(
      (minutes, part): EntryOf<'dose'> => ({
        kind: 'dose',
        id: 1_000_000 + 2 * index + part,
        at: at + minutes * 60_000,
        offsetMinutes: -300,
        note: '',
        name: 'Simvastatin',
        amount: '400 mg',
        loggedAt: at,
        editedAt: null,
      }),
    ),
  )

test('a diary with doses around every cramp is the diary without them', () => {
  expect(doses.length).toBeGreaterThan(10)
  const diary = createDiary({ ...rest, entries: demo.entries })
  expect(createDiary({ ...rest, entries: [...demo.entries, ...doses] })).toEqual(diary)
})

test('neither an exposure that can be suspected nor an experiment is about doses', () => {
  expect(kindsByName.dose.tracked).toBeNull()
  const named = exposures.flatMap(({ key, suspected, needs }) => [key, suspected, ...needs])
  expect([...named, ...trialIds].join(' ')).not.toMatch(/\bdoses?\b|painkiller|as.needed/i)
})
