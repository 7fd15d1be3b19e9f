/** Reader of Health Connect (Android): the zip of its scheduled export, or the database in it. */
import { interpretHealthConnect } from '../../../shared/history/health-connect.ts'
import type {
  AppPriorities,
  HealthConnectNutrition,
  HealthConnectRecord,
  HealthConnectScan,
  HealthConnectSession,
} from '../../../shared/history/health-connect-scan.ts'
import { minerals } from '../../../shared/history/mineral-entries.ts'
import { isOffset } from '../../../shared/history/zones.ts'
import { recordOf } from '../../../shared/kinds/record.ts'
import { EARLIEST_INSTANT, LATEST_INSTANT } from '../../../shared/time/moment.ts'
import type { OnStep } from '../../jobs/job.ts'
import { type ForeignDatabase, isDatabase, openForeignDatabase, type Row } from './foreign-database.ts'
import type { HistoryFile, HistoryFiles } from './history-files.ts'
import type { HistoryReader } from './reader.ts'
import { refuseExport } from './refuse-export.ts'

export const healthConnectReader: HistoryReader<HealthConnectScan> = {
  id: 'health-connect',
  name: 'Health Connect',
  reads: 'drinks, training, nights and supplements',
  async recognise(files) {
    for (const file of await findDatabases(files)) {
      const db = await openForeignDatabase(await file.copy())
      try {
        if (isHealthConnect(db)) return true
      } finally {
        db.close()
      }
    }
    return false
  },
  async scan(files, onStep) {
    for (const file of await findDatabases(files)) {
      const db = await openForeignDatabase(await file.copy(() => onStep(0, 1)))
      try {
        if (!isHealthConnect(db)) continue
        db.check()
        return readDatabase(db, onStep)
      } finally {
        db.close()
      }
    }
    throw new RangeError('health-connect: the export was recognised, and then not found')
  },
  interpret: interpretHealthConnect,
}

/** Databases that are looked into; the export has one. */
const MOST_DATABASES = 3

async function findDatabases({ list }: HistoryFiles): Promise<HistoryFile[]> {
  const found: HistoryFile[] = []
  for (const file of list) {
    if (found.length === MOST_DATABASES) break
    if (file.size > 0 && (list.length === 1 || file.name.endsWith('.db')) && (await isDatabase(file)))
      found.push(file)
  }
  return found
}

const APPS = 'application_info_table'
const DRINKS = 'hydration_record_table'
const FOOD = 'nutrition_record_table'
const SLEEPS = 'sleep_session_record_table'
const SESSIONS = 'exercise_session_record_table'
const readTables: ReadonlySet<string> = new Set([DRINKS, FOOD, SLEEPS, SESSIONS])
/** Tables that are read for the sessions. */
const sumTables: ReadonlySet<string> = new Set(['distance_record_table', 'elevation_gained_record_table'])

const isHealthConnect = ({ tables }: ForeignDatabase) =>
  tables.includes(APPS) && [...readTables].some(table => tables.includes(table))

/** Columns of every table of intervals. */
const intervalColumns = [
  ...['uuid', 'app_info_id', 'start_time', 'end_time', 'start_zone_offset', 'last_modified_time'],
  'recording_method',
]

/** Most records that are kept, of all tables. */
const MOST_RECORDS = 500_000
/** Rows between two steps. */
const ROWS_PER_STEP = 1_000

function readDatabase(db: ForeignDatabase, onStep: OnStep): HealthConnectScan {
  const apps = readApps(db)
  const unreadable = new Map<string, number>()
  const total = [...readTables, ...sumTables].reduce((sum, table) => sum + db.count(table), 0)
  let done = 0
  let kept = 0
  const step = () => {
    if (done % ROWS_PER_STEP === 0) onStep(done, total)
    done++
  }
  const readAll = <Record>(
    table: string,
    columns: readonly string[],
    make: (common: HealthConnectRecord, row: Row) => Record | null | 'damaged',
  ): Record[] => {
    const records: Record[] = []
    for (const row of db.rows(table, [...intervalColumns, ...columns])) {
      step()
      const common = readCommon(row, apps)
      const record = common === null ? 'damaged' : make(common, row)
      if (record === 'damaged') unreadable.set(table, (unreadable.get(table) ?? 0) + 1)
      else if (record !== null) {
        records.push(record)
        kept++
      }
      if (kept > MOST_RECORDS)
        throw refuseExport('This export holds more records than a person can have. Nothing was imported.')
    }
    return records
  }
  const drinks = readAll(DRINKS, ['volume'], (common, { volume }) =>
    isNumber(volume) ? { ...common, volumeL: volume } : 'damaged',
  )
  let ofNoUse = 0
  const nutrition = readAll(FOOD, ['caffeine', ...minerals], (common, row) => {
    const amount = (column: string) => (isNumber(row[column]) && row[column] > 0 ? row[column] : 0)
    const mineralsG = recordOf<HealthConnectNutrition['mineralsG']>(
      minerals.filter(mineral => amount(mineral) > 0).map(mineral => [mineral, amount(mineral)]),
    )
    if (amount('caffeine') > 0 || Object.keys(mineralsG).length > 0)
      return { ...common, caffeineG: amount('caffeine'), mineralsG }
    ofNoUse++
    return null
  })
  const sleeps = readAll(SLEEPS, [], common => common)
  const sessions = readAll(
    SESSIONS,
    ['exercise_type', 'title', 'notes', 'rate_of_perceived_exertion'],
    readSession,
  )
  const distanceOf = sumWithin(db.rows('distance_record_table', sumColumns('distance')), sessions, apps, step)
  const climbOf = sumWithin(
    db.rows('elevation_gained_record_table', sumColumns('elevation')),
    sessions,
    apps,
    step,
  )
  return {
    ...{ drinks, nutrition, sleeps, unreadable },
    sessions: sessions.map(session => ({
      ...session,
      distanceM: distanceOf.get(session) ?? null,
      climbM: climbOf.get(session) ?? null,
    })),
    priorities: readPriorities(db, apps),
    ignored: new Map([...listIgnored(db), ...(ofNoUse > 0 ? [[FOOD, ofNoUse] as const] : [])]),
  }
}

const isNumber = (cell: unknown): cell is number => typeof cell === 'number' && Number.isFinite(cell)
const isInstant = (cell: unknown): cell is number =>
  isNumber(cell) && cell >= EARLIEST_INSTANT && cell <= LATEST_INSTANT

const LONGEST_APP_NAME = 100
/** Most apps of one phone. */
const MOST_APPS = 1_000

/** Names of apps by row: apps of one name are told apart by their package. */
function readApps(db: ForeignDatabase): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  const taken = new Set<string>()
  for (const { row_id: id, app_name: name, package_name: pack } of db.rows(APPS, [
    ...['row_id', 'app_name', 'package_name'],
  ])) {
    if (!isNumber(id) || names.size === MOST_APPS) continue
    const packageName = typeof pack === 'string' ? pack : `App ${id}`
    const plain = typeof name === 'string' && name.trim() !== '' ? name.trim() : packageName
    const unique = taken.has(plain) ? `${plain} (${packageName})` : plain
    taken.add(unique)
    names.set(id, unique.slice(0, LONGEST_APP_NAME))
  }
  return names
}

/** `recording_method` of an entry that was typed in. */
const MANUAL = 3

function readCommon(row: Row, apps: ReadonlyMap<number, string>): HealthConnectRecord | null {
  const {
    uuid,
    start_time: start,
    end_time: end,
    start_zone_offset: seconds,
    last_modified_time: modified,
  } = row
  if (!isInstant(start) || !isInstant(end) || end < start) return null
  const offset = isNumber(seconds) ? seconds / 60 : Number.NaN
  return {
    uuid: Buffer.isBuffer(uuid) && uuid.length > 0 && uuid.length <= 50 ? uuid.toString('hex') : null,
    app: appOf(row, apps),
    ...{ start, end },
    offsetMinutes: isOffset(offset) ? offset : null,
    modified: isInstant(modified) ? modified : null,
    isTyped: row.recording_method === MANUAL,
  }
}

const appOf = ({ app_info_id: id }: Row, apps: ReadonlyMap<number, string>) =>
  (isNumber(id) ? apps.get(id) : undefined) ?? 'Unknown app'

function readSession(common: HealthConnectRecord, row: Row): HealthConnectSession | 'damaged' {
  const { exercise_type: type, rate_of_perceived_exertion: exertion } = row
  if (!isNumber(type)) return 'damaged'
  return {
    ...common,
    type,
    distanceM: null,
    climbM: null,
    exertion: isNumber(exertion) && exertion >= 1 && exertion <= 10 ? exertion : null,
    texts: [row.title, row.notes].filter(text => typeof text === 'string'),
  }
}

const sumColumns = (value: string) => ['app_info_id', 'start_time', 'end_time', value]

/** Sums of an app's rows by the session of the same app within which they lie: the tables have no link between them. */
function sumWithin(
  rows: Iterable<Row>,
  sessions: readonly HealthConnectSession[],
  apps: ReadonlyMap<number, string>,
  step: () => void,
): ReadonlyMap<HealthConnectSession, number> {
  const byApp = new Map<string, HealthConnectSession[]>()
  for (const session of sessions.toSorted((a, b) => a.start - b.start)) {
    const others = byApp.get(session.app)
    if (others === undefined) byApp.set(session.app, [session])
    else others.push(session)
  }
  const sums = new Map<HealthConnectSession, number>()
  for (const row of rows) {
    step()
    const { start_time: start, end_time: end } = row
    const value = row.distance ?? row.elevation
    if (!isNumber(start) || !isNumber(end) || !isNumber(value)) continue
    const session = findLastBefore(byApp.get(appOf(row, apps)) ?? [], start)
    if (session !== undefined && end <= session.end) sums.set(session, (sums.get(session) ?? 0) + value)
  }
  return sums
}

/** The last session that starts at `at` or before it. @param sessions by start */
function findLastBefore(
  sessions: readonly HealthConnectSession[],
  at: number,
): HealthConnectSession | undefined {
  let [low, high] = [0, sessions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sessions[middle]?.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return sessions[low - 1]
}

/** Numbers of the system's categories. */
const categories = { activity: 1, nutrition: 4, sleep: 5 } as const

function readPriorities(db: ForeignDatabase, apps: ReadonlyMap<number, string>): AppPriorities {
  const orders = new Map<number, readonly string[]>()
  for (const { health_data_category: category, app_id_priority_order: order } of db.rows(
    'health_data_category_priority_table',
    ['health_data_category', 'app_id_priority_order'],
  )) {
    if (isNumber(category) && typeof order === 'string')
      orders.set(
        category,
        order.split(',').flatMap(id => apps.get(Number(id)) ?? []),
      )
  }
  const orderOf = (category: number) => orders.get(category) ?? []
  return {
    activity: orderOf(categories.activity),
    nutrition: orderOf(categories.nutrition),
    sleep: orderOf(categories.sleep),
  }
}

/** Records of tables that are not read. */
const listIgnored = (db: ForeignDatabase): [table: string, count: number][] =>
  db.tables
    .filter(table => table.endsWith('_record_table') && !readTables.has(table) && !sumTables.has(table))
    .map((table): [string, number] => [table, db.count(table)])
    .filter(([, count]) => count > 0)
