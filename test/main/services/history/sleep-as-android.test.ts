import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { describeDraft, readHistory, scanHistory } from '../../../support/read-history.ts'

const FIXTURES = 'test/fixtures/history/sleep-as-android'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const HEADER = 'Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo'
const save = (...lines: readonly string[]) => {
  const path = join(folder, 'sleep-export.csv')
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
const describeAll = async (path: string, answers = {}) =>
  (await readHistory([path], answers)).entries.map(({ draft }) => describeDraft(draft))

describe('samples, as read by hand', () => {
  // Both hold the night of 26 November 2020 that was added by hand, and trials of a minute or two next morning.
  test.each([
    [1, ['27. 11. 2020 7:38'], []],
    [2, ['27. 11. 2020 8:54', '27. 11. 2020 8:50', '27. 11. 2020 7:38'], [['Ratings of nights', 1]]],
  ])('zip %i', async (number, trials, ignored) => {
    const read = await readHistory([`${FIXTURES}/sleepdiary-sleep-export.${number}.zip`], {})
    expect(read.entries.map(({ draft }) => describeDraft(draft))).toEqual([
      '2020-11-26 20:00 +0, night, wakeAt 07:00, Manually added',
    ])
    expect(read.leftOut).toEqual(
      trials.map(when => ({ reason: 'shorter than 10 minutes', what: 'Sleep', when })),
    )
    expect([read.reader, read.questions, [...read.ignored]]).toEqual(['sleep-as-android', [], ignored])
  })
})

describe('records, after their description', () => {
  test('the id and the hours count, by the zone of the record', async () => {
    const start = momentAt('2020-05-03', '23:22:30', 'Europe/Brussels').at
    const path = save(
      `${HEADER},"23:25","23:30",Event`,
      `"${start}","Europe/Brussels","03. 05. 2020 23:22","04. 05. 2020 7:52","04. 05. 2020 7:30","8.520","4.0","Late \\n\\, #cold","10007","-1","-1.0","3","0.4","0","hash","1","2","TRACKING_STARTED-1"`,
      '"","","","","","","","","","","","","","","","9","9",""',
    )
    expect(await describeAll(path)).toEqual(['2020-05-03 23:22 +2, night, wakeAt 07:53, Late \n, #cold'])
    const { interpret } = await scanHistory([path])
    expect(interpret({}).questions.map(({ id }) => id)).toEqual(['tags:room'])
    const { entries } = interpret({ 'tags:room': 'yes' })
    expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
      '2020-05-03 23:22 +2, night, wakeAt 07:53, roomFeel cold, Late \n, #cold',
    ])
  })

  test('a spreadsheet has rounded the id: the wall clocks count, with the same key', async () => {
    const row = (id: string) =>
      `${id},Europe/London,20. 06. 2020 23:06,21. 06. 2020 7:10,21. 06. 2020 7:10,8.07,0,,10007,-1,-1,-1,-1,0,`
    const start = momentAt('2020-06-20', '23:06:42', 'Europe/London').at
    const [whole, resaved] = await Promise.all(
      [row(String(start)), row('1.59269E+12')].map(async (line, index) => {
        const path = join(folder, `resaved-${index}.csv`)
        writeFileSync(path, `${HEADER},,\r\n${line},,\r\n`)
        return (await readHistory([path], {})).entries
      }),
    )
    expect(resaved?.map(({ draft }) => describeDraft(draft))).toEqual([
      '2020-06-20 23:06 +1, night, wakeAt 07:10',
    ])
    expect(resaved?.map(({ key }) => key)).toEqual(whole?.map(({ key }) => key))
  })

  test('a spreadsheet has saved it with semicolons and decimal commas', async () => {
    const start = momentAt('2020-06-20', '23:06', 'Europe/London').at
    const path = save(
      HEADER.replaceAll(',', ';'),
      `${start};Europe/London;20. 06. 2020 23:06;21. 06. 2020 7:10;;8,5;0;Hm`,
    )
    expect(await describeAll(path)).toEqual(['2020-06-20 23:06 +1, night, wakeAt 07:36, Hm'])
  })

  test('across both clock changes the hours count, not the wall clocks', async () => {
    const record = (date: string) => {
      const { at } = momentAt(date, '23:00', 'Europe/Berlin')
      return `"${at}","Europe/Berlin","","","","8.000","0.0",""`
    }
    const path = save(HEADER, record('2026-03-28'), HEADER, record('2026-10-24'))
    expect((await readHistory([path], {})).entries.map(({ draft }) => draft)).toMatchObject([
      { offsetMinutes: 60, wakeAt: momentAt('2026-03-29', '08:00', 'Europe/Berlin').at },
      { offsetMinutes: 120, wakeAt: momentAt('2026-10-25', '06:00', 'Europe/Berlin').at },
    ])
  })

  test('a record without a zone is asked about', async () => {
    const path = save(HEADER, '"1606420800000","Mars/Olympus","26. 11. 2020 20:00","","","11.000","0.0",""')
    expect(await readHistory([path], {})).toMatchObject({
      entries: [],
      questions: [{ id: 'zone', isNeeded: true }],
    })
    expect(await describeAll(path, { zone: 'America/New_York' })).toEqual([
      '2020-11-26 15:00 -5, night, wakeAt 02:00',
    ])
  })

  test('a sleep of less than two hours, without a length, or without a time is left out', async () => {
    const record = (id: string, hours: string) => `"${id}","UTC","1","2","","${hours}","0.0",""`
    const path = save(
      HEADER,
      record('1606420800000', '1.999'),
      HEADER,
      record('1606520800000', '-1'),
      HEADER,
      record('12', '8'),
    )
    const { entries, leftOut } = await readHistory([path], {})
    expect([entries, leftOut.map(({ reason }) => reason)]).toEqual([
      [],
      ['a time that Unknot cannot read', 'a time that Unknot cannot read', 'shorter than 2 hours'],
    ])
  })

  test.each([
    ['after a header', [HEADER]],
    ['within a record', [HEADER, '"1606420800000","UTC","26. 11']],
  ])('a table that ends %s is refused as a whole', async (_, lines) => {
    await expect(readHistory([save(...lines)], {})).rejects.toThrow(/incomplete/)
  })
})
