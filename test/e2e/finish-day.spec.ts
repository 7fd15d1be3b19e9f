/** Finishing a day by keys, counted: an ordinary day, and one on which everything is answered by itself. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { createJournalStore, type JournalStore } from '../../main/store/journal-store.ts'
import { openJournal } from '../../main/store/open.ts'
import type { TrackedKind } from '../../shared/kinds/check-in.ts'
import type { EntryDraft } from '../../shared/kinds/entry.ts'
import { getDayToFinish } from '../../shared/kinds/finish-day.ts'
import { emptyProfile } from '../../shared/kinds/profile.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { MS_PER_HOUR } from '../../shared/time/moment.ts'
import { momentAt, momentOfInstant } from '../../shared/time/time-zone.ts'
import { activityDraft, fluidDraft, footwearDraft, shoeDraft } from '../shared/kinds/drafts.ts'
import { shareFolder, startApp } from './app.ts'
import { getCard } from './person.ts'
import { specClock, timeZone } from './surroundings.ts'

const folder = shareFolder()
const { dayStartMinutes } = emptyProfile
const getDueDay = () => getDayToFinish(momentOfInstant(specClock.now(), timeZone), dayStartMinutes).date
const at = (daysBefore: number, clock: string) => momentAt(addDays(getDueDay(), -daysBefore), clock, timeZone)

/** Presses keys one after the other and counts them. */
function countKeys(page: Page) {
  let count = 0
  return {
    press: async (key: string) => {
      count++
      await page.keyboard.press(key)
    },
    getCount: () => count,
  }
}

/** A journal in use, with the drinks of the day that is due, started in a folder of its own. */
async function startWith(
  name: string,
  followed: readonly TrackedKind[],
  fill: (journal: JournalStore) => void,
) {
  const userData = join(folder(), name)
  mkdirSync(userData)
  const path = join(userData, 'journal.sqlite')
  const journal = createJournalStore(openJournal(path))
  journal.profile.acknowledgeWelcome(specClock.now())
  journal.profile.change({ ...emptyProfile, trackedKinds: [...followed], reminderAsked: true })
  journal.entries.add(fluidDraft({ ...at(0, '11:00'), volumeMl: 1500 }), at(0, '11:00').at)
  fill(journal)
  journal.close()
  const app = await startApp({ userData })
  await expect(getCard(app.page, 'Cramps')).toBeVisible()
  return { ...app, path }
}

const getSheet = (page: Page) => page.getByRole('dialog', { name: /^Finish / })

interface Given {
  kind: string
  in_one_press: 0 | 1
}

function readAnswers(path: string): { given: Given[]; entries: number } {
  const db = new Sqlite(path, { readonly: true })
  try {
    return {
      given: db
        .prepare<[string], Given>('select kind, in_one_press from check_in where date >= ? order by kind')
        .all(addDays(getDueDay(), -1)),
      entries:
        db.prepare<[], number>('select count(*) from entry where deleted_at is null').pluck().get() ?? 0,
    }
  } finally {
    db.close()
  }
}

test('an ordinary day is two keys: it is shown, stores answers and no entry, and can be taken back', async () => {
  const kinds = ['cramp', 'fluid', 'activity', 'stretch'] as const
  const { page, path, close } = await startWith('ordinary', kinds, journal => {
    for (let daysBefore = 2; daysBefore < 10; daysBefore++)
      for (const kind of ['cramp', 'activity', 'stretch'] as const)
        journal.checkIns.give(
          { kind, date: addDays(getDueDay(), -daysBefore), dayStartMinutes },
          specClock.now(),
        )
  })
  const { entries } = readAnswers(path)
  const keys = countKeys(page)
  await keys.press('e')
  const preview = getSheet(page).getByRole('region', { name: 'An ordinary day' })
  await expect(preview).toContainText(
    /Stores: no cramp .*; drinks: the one written down is all; no activity; no/,
  )
  await keys.press('o')
  await expect(getSheet(page)).toBeHidden()
  expect(keys.getCount()).toBe(2)
  expect(readAnswers(path)).toEqual({
    given: kinds.toSorted().map(kind => ({ kind, in_one_press: 1 })),
    entries,
  })
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('They are unanswered again.')).toBeVisible()
  expect(readAnswers(path)).toEqual({ given: [], entries })
  await close()
})

test('six things, each answered by itself, are eight keys', async () => {
  const kinds = ['cramp', 'fluid', 'footwear', 'activity', 'stretch', 'night'] as const
  const { page, path, close } = await startWith('each', kinds, journal => {
    const shoe = journal.shoes.add(shoeDraft())
    for (let daysBefore = 2; daysBefore < 5; daysBefore++) {
      const add = (draft: EntryDraft) => journal.entries.add(draft, draft.at)
      const on = at(daysBefore, '08:00')
      add(footwearDraft({ ...on, shoeId: shoe.id, takenOffAt: on.at + 2 * MS_PER_HOUR }))
      add(activityDraft({ ...at(daysBefore, '09:00'), activity: 'walk' }))
    }
  })
  const { entries } = readAnswers(path)
  const keys = countKeys(page)
  await keys.press('e')
  await expect(getSheet(page)).toBeVisible()
  // No cramp, no more drinks, the usual shoe, the usual walk, no stretching, a night left blank.
  for (const key of ['n', 'n', 'u', 'u', 'n', 'n']) await keys.press(key)
  await expect(getSheet(page).getByText(/^That is everything for /)).toBeVisible()
  await keys.press('Enter')
  await expect(getSheet(page)).toBeHidden()
  expect(keys.getCount()).toBe(8)
  await expect
    .poll(() => readAnswers(path))
    .toEqual({
      given: ['cramp', 'fluid', 'night', 'stretch'].map(kind => ({ kind, in_one_press: 0 })),
      entries: entries + 2,
    })
  await close()
})
