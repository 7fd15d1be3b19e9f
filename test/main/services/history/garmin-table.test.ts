import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeDraft, readHistory, scanHistory } from '../../../support/read-history.ts'

// No real table is at hand: these are written after the description of the format, in four of its languages.

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const save = (...lines: readonly string[]) => {
  const path = join(folder, 'Activities.csv')
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const ENGLISH =
  'Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Pace,Total Ascent,Total Descent,Steps'
const GERMAN =
  'Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø Herzfrequenz,Max. HF,Ø Pace,Anstieg gesamt,Abstieg gesamt,Schritte'
const SWEDISH =
  'Aktivitetstyp,Datum,Favorit,Namn,Sträcka,Kalorier,Tid,Medelpuls,Maxpuls,Medeltempo,Total nedstigning,Total stigning,Steg'
const PORTUGUESE =
  'Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo,FC Média,FC máxima,Ritmo médio,Subida total,Descida total,Passos'

const CLOCK = 'Times are by the clock of the place where you were.'
const KM = { zone: 'Europe/Berlin', 'distance-unit': 'km' }
const describeAll = async (path: string, answers: Readonly<Record<string, string>> = KM) =>
  (await readHistory([path], answers)).entries.map(({ draft }) => describeDraft(draft))

describe('languages', () => {
  test.each([
    [ENGLISH, 'Running', 'activity run', '', '117', '98'],
    [GERMAN, 'Laufen', 'activity run', '', '117', '98'],
    [SWEDISH, 'Löpning', 'activity run', '', '98', '117'],
    [PORTUGUESE, 'Corrida', 'activity run', '', '117', '98'],
    [
      ENGLISH.replace('Total Ascent', 'Elev Gain'),
      'Indoor Rowing',
      'activity other',
      'Indoor Rowing\n',
      '117',
      '98',
    ],
  ])('%s', async (header, type, activity, name, first, second) => {
    const path = save(
      header,
      `${type},2023-03-31 08:10:41,false,"Berlin, slowly","8.21","512","00:47:58","150","171","5:51","${first}","${second}","7,902"`,
      `${type},2023-03-30 08:10:41,false,"Berlin","--","--","0:31","--","--","--","--","--","--"`,
    )
    const { reader, entries, leftOut } = await readHistory([path], KM)
    expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
      `2023-03-31 08:10 +2, activity, ${activity}, durationMinutes 48, distanceKm 8.21, climbM 117, ${name}Berlin, slowly`,
    ])
    expect([reader, leftOut]).toEqual([
      'garmin-table',
      [{ reason: 'shorter than a minute', what: type, when: '2023-03-30 08:10' }],
    ])
  })
})

describe('units', () => {
  const RUN =
    'Running,2023-03-31 08:10:41,false,"A","5.00","512","00:47:58","150","171","9:35","400","98","7,902"'
  const POOL =
    'Pool Swim,2023-03-31 12:00:00,false,"B","1,200","412","00:30:00.5","--","--","2:30","--","--","--"'
  const OPEN =
    'Open Water Swimming,2023-03-31 15:00:00,false,"C","1.50","412","00:40:00","--","--","2:40","--","--","--"'

  test('are asked, with the one that the pace speaks for', async () => {
    const { interpret } = await scanHistory([save(ENGLISH, RUN, POOL)])
    const { entries, questions } = interpret({ zone: 'Europe/Berlin' })
    expect(entries).toEqual([])
    expect(questions.map(({ id, isNeeded, suggested }) => [id, isNeeded, suggested])).toEqual([
      ['zone', true, 'Europe/London'],
      ['distance-unit', true, 'mi'],
      ['pool-unit', true, null],
    ])
  })

  test('miles and feet, yards and metres of a pool, kilometres of a lake', async () => {
    const path = save(ENGLISH, RUN, POOL, OPEN)
    expect(await describeAll(path, { ...KM, 'distance-unit': 'mi', 'pool-unit': 'yd' })).toEqual([
      '2023-03-31 08:10 +2, activity, activity run, durationMinutes 48, distanceKm 8.047, climbM 122, A',
      '2023-03-31 12:00 +2, activity, activity swim, durationMinutes 30, distanceKm 1.097, B',
      '2023-03-31 15:00 +2, activity, activity swim, durationMinutes 40, distanceKm 2.414, C',
    ])
    expect(await describeAll(path, { ...KM, 'pool-unit': 'm' })).toContain(
      '2023-03-31 12:00 +2, activity, activity swim, durationMinutes 30, distanceKm 1.2, B',
    )
  })

  test('a swim under a name that is not known has metres once the person says that it is one', async () => {
    const path = save(
      ENGLISH,
      RUN,
      'Lanes,2023-03-31 12:00:00,false,"B","1,200","1","00:30:00","1","1","2:30","--","--","1"',
    )
    const told = { ...KM, 'activity:Lanes': 'swim', 'pool-unit': 'm' }
    expect(await describeAll(path, told)).toContain(
      '2023-03-31 12:00 +2, activity, activity swim, durationMinutes 30, distanceKm 1.2, B',
    )
  })

  test('an impossible pace is pointed out', async () => {
    const fast = RUN.replace('"5.00"', '"25.00"')
    const { notes } = await readHistory([save(ENGLISH, fast)], KM)
    expect(notes).toEqual([
      CLOCK,
      'By this unit your runs take about 1.9 minutes for a kilometre. Check if it is the right one.',
    ])
  })
})

describe('lines', () => {
  test('without quotes are put together again where commas cut them', async () => {
    const rest = '00:47:58,150,171,5:51,117,98'
    const path = save(
      ENGLISH,
      `Running,2023-03-31 08:10:41,false,Berlin, slowly, again,8.21,512,${rest},902`,
      `Running,2023-03-30 08:10:41,false,Long,28.21,1,512,02:47:58,150,171,5:51,117,98,902`,
      `Running,2023-03-29 08:10:41,false,Steps,8.21,512,${rest},7,902`,
      `Pool Swim,2023-03-28 08:10:41,false,Lanes,1,200,512,${rest},--`,
    )
    expect(await describeAll(path, { ...KM, 'pool-unit': 'm' })).toEqual([
      '2023-03-31 08:10 +2, activity, activity run, durationMinutes 48, distanceKm 8.21, climbM 117, Berlin, slowly, again',
      '2023-03-30 08:10 +2, activity, activity run, durationMinutes 168, distanceKm 28.21, climbM 117, Long',
      '2023-03-29 08:10 +2, activity, activity run, durationMinutes 48, distanceKm 8.21, Steps',
      '2023-03-28 08:10 +2, activity, activity swim, durationMinutes 48, distanceKm 1.2, climbM 117, Lanes',
    ])
  })

  test('at a clock change: the first of two times, and the one after a gap', async () => {
    const run = (date: string) => `Running,${date},false,,"5.00","1","00:30:00","1","1","6:00","1","1","1"`
    const { entries, notes } = await readHistory(
      [save(ENGLISH, run('2026-10-25 02:30:00'), run('2026-03-29 02:30:00'))],
      KM,
    )
    expect(entries.map(({ draft }) => describeDraft(draft).slice(0, 19))).toEqual([
      '2026-10-25 02:30 +2',
      '2026-03-29 03:30 +2',
    ])
    expect(notes).toEqual([
      CLOCK,
      'One activity begins in the hour that comes twice in autumn. The first one is taken.',
    ])
  })

  test('dates in another language, with the weekday before them', async () => {
    const run = (date: string) =>
      `Course à pied,"${date}",false,,"8,25","1","00:48:00","1","1","6:00","1","1","1"`
    const path = save(
      ENGLISH,
      ...['lun., 3 nov. 2014 18:30', 'mar., 21 oct. 2014 18:30', 'mar. 4 mars 2014 18:30'].map(run),
    )
    expect((await describeAll(path, KM)).map(line => line.slice(0, 19))).toEqual([
      '2014-11-03 18:30 +1',
      '2014-10-21 18:30 +2',
      '2014-03-04 18:30 +1',
    ])
  })

  test('unknown names are asked, and equal lines have keys of their own', async () => {
    const line = 'Kvidditch,2023-03-31 08:10:41,false,"A","5.00","1","00:30:00","1","1","6:00","1","1","1"'
    const { entries, questions } = await readHistory([save(ENGLISH, line, line)], {
      ...KM,
      'activity:Kvidditch': 'court-or-field-sport',
    })
    expect(questions.map(({ id }) => id)).toEqual(['zone', 'distance-unit', 'activity:Kvidditch'])
    expect(new Set(entries.map(({ key }) => key)).size).toBe(2)
  })

  test('a table that ends within a line is refused as a whole', async () => {
    const run = 'Running,2023-03-31 08:10:41,false,"A","5.00","1","00:30:00","1","1","6:00","1","1","1"'
    await expect(readHistory([save(ENGLISH, run, 'Running,2023-03-30 08:1')], KM)).rejects.toThrow(
      /incomplete/,
    )
  })
})

describe('tables that cannot be entries are refused with what to use instead', () => {
  test.each([
    [
      'Sleep Score 4 Weeks,Score,Duration\nAug 22-28,78,7h 32min\nJul 31 - Aug 6,--,6h 58min',
      /averages of whole weeks/,
    ],
    ['Date,Score,Duration,Bedtime\n28. Juli - 3. Aug.,78,7:32,23:10', /averages of whole weeks/],
    [
      'Date,Move Minutes count,Calories (kcal),Walking duration (ms)\n2021-03-01,30,1800.5,1800000',
      /no times/,
    ],
    [
      '\uFEFFcom.samsung.health.water_intake,6211003,2\nstart_time,amount,time_offset\n2024-03-01 08:10:00.000,250.0,UTC+0530,',
      /turn on Health Connect/,
    ],
    [
      'Date,Scheduled Date,Medication,Nickname,Dosage,Scheduled Dosage,Unit,Status\n2023-02-16 08:38:00 +1030,,Magnesium ,,1,1,tablet,Taken',
      /lists of doses/,
    ],
    ['Name,X\nAttacks,1\n\n#,Started,Lasted,Pain Level\n1,3/12/24 14:05,01h 30m,7', /list of headaches/],
  ])('%s', async (text, sentence) => {
    await expect(readHistory([save(text)], {})).rejects.toThrow(sentence)
  })
})
