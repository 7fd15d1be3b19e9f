import { expect, test } from 'vitest'
import type { Entry, EntryDraft } from '../../../shared/kinds/entry.ts'
import { findUsualEntry } from '../../../shared/kinds/usual-entry.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { MS_PER_HOUR } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { activityDraft, fluidDraft, footwearDraft, stretchDraft } from './drafts.ts'

const ZONE = 'Europe/Berlin'
const at = (date: string, clock: string) => momentAt(date, clock, ZONE)
let lastId = 0
const store = (draft: EntryDraft): Entry => ({
  ...draft,
  id: ++lastId,
  loggedAt: draft.at,
  editedAt: null,
})
const find = (
  kind: 'activity' | 'fluid' | 'footwear' | 'stretch',
  entries: readonly Entry[],
  now = at('2026-11-19', '23:30').at,
) =>
  findUsualEntry(kind, {
    date: '2026-11-19',
    now,
    entries,
    dayStartMinutes: 240,
    timeZone: ZONE,
  })
const lastDays = (count: number) =>
  Array.from({ length: count }, (_, index) => addDays('2026-11-19', index - count))

test('the most frequent values come back at the clock time of the last time, without the note', () => {
  const walks = lastDays(3).map((date, index) =>
    store(activityDraft({ ...at(date, `17:0${index}`), activity: 'walk', note: 'rain' })),
  )
  const run = store(activityDraft({ ...at('2026-11-18', '19:00'), activity: 'run' }))
  expect(find('activity', [...walks, run])).toEqual(
    activityDraft({ ...at('2026-11-19', '17:02'), activity: 'walk' }),
  )
})

test('two equal entries are not usual, nor are those before the look-back or of the day itself', () => {
  const stretched = (date: string) => store(stretchDraft(at(date, '21:00')))
  expect(find('stretch', lastDays(2).map(stretched))).toBeNull()
  expect(find('stretch', ['2026-10-20', ...lastDays(2)].map(stretched))).toBeNull()
  expect(find('stretch', ['2026-11-19', ...lastDays(2)].map(stretched))).toBeNull()
  expect(find('stretch', ['2026-10-22', ...lastDays(2)].map(stretched))).not.toBeNull()
})

test('nothing is stored ahead of its time', () => {
  const stretches = lastDays(5).map(date => store(stretchDraft(at(date, '22:00'))))
  expect(find('stretch', stretches, at('2026-11-19', '21:59').at)).toBeNull()
  expect(find('stretch', stretches, at('2026-11-19', '22:00').at)).toMatchObject(at('2026-11-19', '22:00'))
})

test('a shoe keeps both clock times over the change to winter time, and one that is still on is not repeated', () => {
  const worn = ['2026-10-22', '2026-10-23', '2026-10-24'].map(date => {
    const on = at(date, '08:00')
    return store(footwearDraft({ ...on, takenOffAt: on.at + 10 * MS_PER_HOUR }))
  })
  const found = findUsualEntry('footwear', {
    date: '2026-10-25',
    now: at('2026-10-25', '20:00').at,
    entries: worn,
    dayStartMinutes: 240,
    timeZone: ZONE,
  })
  expect(found).toEqual(
    footwearDraft({ ...at('2026-10-25', '08:00'), takenOffAt: at('2026-10-25', '18:00').at }),
  )
  const on = lastDays(3).map(date => store(footwearDraft({ ...at(date, '08:00'), takenOffAt: null })))
  expect(find('footwear', on)).toBeNull()
})

test('drinks are never assumed', () => {
  expect(
    find(
      'fluid',
      lastDays(9).map(date => store(fluidDraft(at(date, '10:00')))),
    ),
  ).toBeNull()
})
