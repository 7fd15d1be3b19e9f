/** Exports of devices through the job of an import: twice is once, and an older export before a newer one changes nothing. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createHistoryTasks } from '../../../../main/services/history/history-tasks.ts'
import { openHistoryFiles } from '../../../../main/services/history/open-files.ts'
import { historyReaders } from '../../../../main/services/history/readers.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import type { Answers } from '../../../../shared/history/history.ts'
import { draftOf } from '../../../../shared/kinds/entry.ts'
import { entryKinds } from '../../../../shared/kinds/kinds.ts'
import { describeDraft, historyContext } from '../../../support/read-history.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const FIXTURES = 'test/fixtures/history'
const TAKEOUT = `${FIXTURES}/google-health-takeout/SYNTHETIC`

/** The first lines of a table, as an export of some years ago would have them. */
function firstLines(path: string, count: number): string {
  const shorter = join(newFolder(), 'activities.csv')
  writeFileSync(shorter, `${readFileSync(path, 'utf8').split('\n').slice(0, count).join('\n')}\n`)
  return shorter
}

/** Imports the exports one after the other, and lists what the journal holds then. */
async function importAll(paths: readonly string[], answers: Answers) {
  const journalPath = join(newFolder(), 'journal.sqlite')
  const journal = createJournalStore(openJournal(journalPath))
  const tasks = createHistoryTasks({ readers: historyReaders, openFiles: openHistoryFiles })
  const counts: number[][] = []
  for (const [index, path] of paths.entries()) {
    const order = {
      ...{ session: String(index), paths: [path], journalPath, answers },
      ...{ now: historyContext.now, timeZone: 'Europe/London' },
    }
    const { plan } = await tasks.previewHistory(order, () => undefined)
    const { added, updated } = await tasks.runHistory({ ...order, plan }, () => undefined)
    counts.push([added, updated])
  }
  const held = entryKinds
    .flatMap(kind => journal.entries.listOfKind(kind, 0, Number.POSITIVE_INFINITY))
    .map(entry => describeDraft(draftOf(entry)))
  journal.close()
  return { counts, held }
}

test.each([
  [
    'Strava',
    firstLines(`${FIXTURES}/strava/en-2025-99-columns.csv`, 21),
    `${FIXTURES}/strava/en-2025-99-columns.csv`,
    [20, 40],
  ],
  [
    'Sleep as Android',
    `${FIXTURES}/sleep-as-android/sleepdiary-sleep-export.1.zip`,
    `${FIXTURES}/sleep-as-android/sleepdiary-sleep-export.2.zip`,
    [1, 1],
  ],
  // The old layer alone, and then both: the exercise gains its distance and its offset.
  ['Fitbit', `${TAKEOUT}/Takeout/Google Health/Global Export Data`, TAKEOUT, [1, 2]],
  [
    'Garmin',
    `${FIXTURES}/garmin/gdpr-2025_summarizedActivities-SYNTHETIC.json`,
    `${FIXTURES}/garmin`,
    [1, 2],
  ],
])('%s: an older export, a newer one, and that one again', async (_, older, newer, [before, after]) => {
  const answers = { zone: 'Europe/Berlin' }
  const first = await importAll([older, newer, newer], answers)
  const second = await importAll([newer], answers)
  expect(first.held).toEqual(second.held)
  expect(first.counts.at(-1)).toEqual([0, 0])
  expect([first.counts[0]?.[0], second.held.length]).toEqual([before, after])
})
