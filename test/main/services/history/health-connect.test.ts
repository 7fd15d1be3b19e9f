import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CallFailure } from '../../../../main/files/failures.ts'
import { JobCancelled } from '../../../../main/jobs/job.ts'
import { healthConnectReader } from '../../../../main/services/history/health-connect.ts'
import { openHistoryFiles } from '../../../../main/services/history/open-files.ts'
import { recogniseExport } from '../../../../main/services/history/readers.ts'
import type { Answers, Interpretation } from '../../../../shared/history/history.ts'
import { describeDraft, historyContext, readHistory, scanHistory } from '../../../support/read-history.ts'
import { makeZip } from '../../../support/zip.ts'

const SAMPLE = 'test/fixtures/history/health-connect/with-rows-SYNTHETIC.zip'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const describeAll = ({ entries }: Interpretation) => entries.map(({ draft }) => describeDraft(draft))
const describeLeftOut = ({ leftOut }: Interpretation) =>
  leftOut.map(({ reason, what, when }) => `${when} ${what}: ${reason}`)

const DRINKS = { 'drink:Water app': 'water', 'drink:Food app': 'coffee' }
const TABLETS = { 'supplements:Food app': 'yes' }
const STRETCH = { 'stretch:muscles': ['calf'], 'stretch:before-bed': 'no' }

describe('the sample, as read by hand', () => {
  test('every record, by the order of apps that the person gave the system', async () => {
    const read = await readHistory([SAMPLE], { ...DRINKS, ...STRETCH, ...TABLETS })
    expect(read.reader).toBe('health-connect')
    expect(describeAll(read)).toEqual([
      '2025-01-15 08:00 +1, fluid, drink water, volumeMl 250',
      // The water app is preferred; that it was a coffee only the other one's caffeine tells.
      '2025-07-15 08:00 +2, fluid, drink water, volumeMl 330, caffeineMg 80',
      '2025-07-20 23:30 -5, fluid, drink water, volumeMl 500',
      '2025-07-15 23:10 +2, night, wakeAt 06:50',
      // From summer time into winter: nine hours, 07:00 by the clock of the morning.
      '2025-10-25 23:00 +2, night, wakeAt 08:00',
      '2025-07-15 17:00 +2, activity, activity walk, durationMinutes 45',
      '2025-07-16 18:00 +2, activity, activity run, durationMinutes 40, distanceKm 7.12',
      '2025-07-16 21:00 +2, stretch, muscles calf, durationMinutes 10',
      '2025-07-17 18:00 +2, activity, activity strength, durationMinutes 60',
      '2025-07-18 07:00 +2, activity, activity swim, durationMinutes 30',
      '2025-07-18 20:00 +2, activity, activity other, durationMinutes 30',
      '2025-07-15 20:00 +2, food, magnesiumSupplementMg 300',
    ])
    expect(describeLeftOut(read)).toEqual([
      '2025-07-21 00:00 Drink, 2100 ml (Food app): the total of several hours, not one drink',
      '2025-07-22 09:00 Drink, 0 ml (Water app): less than 1 ml',
      '2025-07-15 08:00 Drink, 330 ml (Food app): the same drink from a second app',
      '2025-07-16 13:00 Sleep: a nap in the daytime',
    ])
    expect(Object.fromEntries(read.ignored)).toEqual({ Steps: 1, 'Body fat': 1, Height: 2 })
    expect(read.notes).toEqual([])
    // Drinks were typed in a minute later; watches write by themselves.
    expect(read.entries.map(({ loggedAt, draft }) => (loggedAt - draft.at) / 1000)).toEqual([
      ...[61, 61, 61, 0, 0, 0, 0],
      ...[660, 3660, 0, 1860, 61],
    ])
    expect(read.entries.slice(0, 2).map(({ key }) => key)).toEqual([
      '00000000000000000000000000001001',
      '00000000000000000000000000001002',
    ])
  })

  test('its questions, and nothing presumed', async () => {
    const { interpret } = await scanHistory([SAMPLE])
    const { questions, entries, ignored } = interpret({})
    expect(questions.map(({ id, suggested }) => [id, suggested])).toEqual([
      ['drink:Water app', null],
      ['drink:Food app', null],
      ['stretch:muscles', null],
      ['stretch:before-bed', null],
      ['supplements:Food app', null],
    ])
    expect(ignored.get('Minerals, of food or tablets')).toBe(1)
    expect(
      entries.map(({ draft }) => draft.kind).filter(kind => kind === 'fluid' || kind === 'stretch'),
    ).toEqual([])
    // Without the water app its twin of the food app counts.
    expect(describeAll(interpret({ 'drink:Food app': 'coffee' }))[0]).toBe(
      '2025-07-15 08:00 +2, fluid, drink coffee, volumeMl 330, caffeineMg 80',
    )
  })
})

/** A database with the columns of an old version, and what `change` adds. */
function makeDatabase(name: string, change: (db: Sqlite.Database) => void): string {
  const path = join(folder, name)
  rmSync(path, { force: true })
  const db = new Sqlite(path)
  db.pragma('synchronous = OFF')
  db.exec(`CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT, app_name TEXT);
    INSERT INTO application_info_table VALUES (1, 'a.water', 'App'), (2, 'b.water', 'App');
    CREATE TABLE hydration_record_table (uuid BLOB, app_info_id INTEGER, start_time INTEGER, end_time INTEGER,
      start_zone_offset INTEGER, last_modified_time INTEGER, recording_method INTEGER, volume REAL)`)
  change(db)
  db.close()
  return path
}

const START = Date.parse('2025-07-15T06:00:00Z')
const addDrink = (db: Sqlite.Database, values: Partial<Record<string, unknown>> = {}) => {
  const row = { app: 1, start: START, offset: 7200, modified: START + 60_000, volume: 0.25, ...values }
  db.prepare('INSERT INTO hydration_record_table VALUES (?, ?, ?, ?, ?, ?, 3, ?)').run(
    ...[null, row.app, row.start, row.start, row.offset, row.modified, row.volume],
  )
}
const WATER: Answers = { 'drink:App': 'water', 'drink:App (b.water)': 'water' }

describe('other databases', () => {
  test('missing columns, tables, offsets and identities', async () => {
    const path = makeDatabase('old.db', db => {
      db.exec('ALTER TABLE hydration_record_table DROP COLUMN last_modified_time')
      db.exec(`INSERT INTO hydration_record_table VALUES (NULL, 1, ${START}, ${START}, NULL, 3, 0.2),
        (NULL, 2, ${START + 600_000}, ${START + 600_000}, 5000, 3, 0.3), (NULL, 2, NULL, 'x', 0, 3, 0.3)`)
    })
    const { interpret } = await scanHistory([path])
    expect(interpret(WATER).entries).toEqual([])
    expect(interpret(WATER).questions.map(({ id }) => id)).toEqual([
      'zone',
      'drink:App',
      'drink:App (b.water)',
    ])
    const read = interpret({ ...WATER, zone: 'America/New_York' })
    expect(describeAll(read)).toEqual([
      '2025-07-15 02:00 -4, fluid, drink water, volumeMl 200',
      '2025-07-15 02:10 -4, fluid, drink water, volumeMl 300',
    ])
    expect(read.notes).toEqual(['1 of Hydration cannot be read: their times or amounts are damaged.'])
  })

  test('identities are unique, even where the file repeats one', async () => {
    const path = makeDatabase('twice.db', db => {
      addDrink(db)
      addDrink(db, { start: START + 3_600_000 })
      db.exec("UPDATE hydration_record_table SET uuid = x'01'")
    })
    const { entries } = await readHistory([path], WATER)
    expect(new Set(entries.map(({ key }) => key)).size).toBe(2)
    expect(entries[0]?.key).toBe('01')
  })

  test('a restored backup tells no time of writing, and world time is pointed out', async () => {
    const path = makeDatabase('restored.db', db => {
      for (let day = 0; day < 6; day++)
        addDrink(db, {
          start: START + day * 86_400_000,
          modified: START + 9e9 + day,
          ...(day === 5 ? { app: 2, offset: 0 } : {}),
        })
    })
    const read = await readHistory([path], WATER)
    expect(read.entries).toHaveLength(6)
    expect(read.entries.every(({ loggedAt, draft }) => loggedAt === draft.at)).toBe(true)
    expect(read.notes).toEqual([
      '“App (b.water)” writes its times by world time (UTC). They may be off by hours.',
    ])
  })

  test('it can be cancelled, and closes what it has open', async () => {
    const files = await openHistoryFiles([SAMPLE], folder)
    const steps: number[] = []
    const scan = healthConnectReader.scan(files, (done, total) => {
      steps.push(done)
      if (total > 1) throw new JobCancelled()
    })
    await expect(scan).rejects.toThrow(JobCancelled)
    await files.close()
    expect(readdirSync(folder).filter(name => name.startsWith('unknot-history-'))).toEqual([])
  })

  test('a database with a write-ahead log, and one that is none of Health Connect', async () => {
    const wal = makeDatabase('wal.db', db => {
      db.pragma('journal_mode = WAL')
      addDrink(db)
    })
    expect((await readHistory([wal], WATER)).entries).toHaveLength(1)
    const other = makeDatabase('other.db', db => db.exec('DROP TABLE application_info_table'))
    const files = await openHistoryFiles([other], folder)
    expect(await recogniseExport(files)).toBeNull()
    await files.close()
  })
})

describe('hostile databases', () => {
  test('views, virtual tables, triggers and checks are not run', async () => {
    const endless =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS app_info_id FROM n'
    const path = makeDatabase('hostile.db', db => {
      addDrink(db)
      db.exec(`CREATE VIEW sleep_session_record_table AS ${endless};
        CREATE VIEW steps_record_table AS ${endless};
        CREATE VIRTUAL TABLE exercise_session_record_table USING fts5(exercise_type, start_time, end_time);
        PRAGMA ignore_check_constraints = ON;
        CREATE TABLE nutrition_record_table (start_time INTEGER, end_time INTEGER,
          caffeine REAL CHECK (length(randomblob(500000000)) = 1));
        INSERT INTO nutrition_record_table VALUES (${START}, ${START}, NULL);
        CREATE TRIGGER loud AFTER INSERT ON hydration_record_table BEGIN SELECT raise(ABORT, 'ran'); END`)
    })
    const read = await readHistory([path], WATER)
    expect(describeAll(read)).toEqual(['2025-07-15 08:00 +2, fluid, drink water, volumeMl 250'])
    expect(Object.fromEntries(read.ignored)).toEqual({ Nutrition: 1 })
  })

  test('one with generated columns is refused', async () => {
    const path = makeDatabase('generated.db', db =>
      db.exec('CREATE TABLE height_record_table (a INTEGER, b GENERATED ALWAYS AS (zeroblob(a)))'),
    )
    await expect(readHistory([path], WATER)).rejects.toThrow('This export is damaged')
  })

  test('long texts count as none, and a wrong type as damaged', async () => {
    const path = makeDatabase('long.db', db => {
      db.exec(`UPDATE application_info_table SET app_name = '${'x'.repeat(30_000)}'`)
      addDrink(db)
      addDrink(db, { volume: 'much' })
    })
    const { interpret } = await scanHistory([path])
    expect(interpret({}).questions.map(({ id }) => id)).toEqual(['drink:a.water'])
    expect(interpret({}).notes).toHaveLength(1)
  })

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 9000)],
    ['overwritten', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(8192, 0xff)])],
    ['only its mark', () => Buffer.from('SQLite format 3\0')],
  ])('one that is %s is refused with a sentence', async (_, spoil) => {
    const path = makeDatabase('spoiled.db', db => {
      db.transaction(() => {
        for (let i = 0; i < 300; i++) addDrink(db, { start: START + i * 3_600_000 })
      })()
    })
    const zip = join(folder, 'spoiled.zip')
    writeFileSync(zip, makeZip([{ name: 'health_connect_export.db', content: spoil(readFileSync(path)) }]))
    await expect(readHistory([zip], WATER)).rejects.toThrow('This export is damaged')
  })

  test('one with overwritten bytes is read or refused, and nothing else', async () => {
    const path = makeDatabase('bytes.db', db => {
      db.transaction(() => {
        for (let i = 0; i < 40; i++) addDrink(db, { start: START + i * 3_600_000 })
      })()
    })
    const bytes = readFileSync(path)
    const spoiled = join(folder, 'spoiled.db')
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 4 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async changes => {
        const copy = Buffer.from(bytes)
        for (const [place, values] of changes) copy.set(values.subarray(0, copy.length - place), place)
        writeFileSync(spoiled, copy)
        const files = await openHistoryFiles([spoiled], folder)
        try {
          if (await healthConnectReader.recognise(files))
            healthConnectReader.interpret(
              await healthConnectReader.scan(files, () => {}),
              WATER,
              historyContext,
            )
        } catch (error) {
          expect(error).toBeInstanceOf(CallFailure)
        } finally {
          await files.close()
        }
      }),
    )
  })
})
