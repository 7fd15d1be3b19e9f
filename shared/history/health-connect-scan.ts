/** Scan of a Health Connect export: only records that a journal has a field for, as the database tells them. */
import type { Mineral } from './mineral-entries.ts'

export interface HealthConnectRecord {
  /** `uuid` of the record in hexadecimal digits; null if it has none. */
  readonly uuid: string | null
  /** Name of the app that wrote it. */
  readonly app: string
  /** UTC milliseconds. */
  readonly start: number
  readonly end: number
  /** Minutes ahead of UTC where it was recorded; null if the file has none, or none that a clock can have. */
  readonly offsetMinutes: number | null
  /** UTC milliseconds of its last change; null if the file does not say. */
  readonly modified: number | null
  /** True if the person typed it in. */
  readonly isTyped: boolean
}

interface HealthConnectDrink extends HealthConnectRecord {
  readonly volumeL: number
}

/** Nutrition of which a part is known, in grams. */
export interface HealthConnectNutrition extends HealthConnectRecord {
  /** 0 for none. */
  readonly caffeineG: number
  readonly mineralsG: Readonly<Partial<Record<Mineral, number>>>
}

export interface HealthConnectSession extends HealthConnectRecord {
  /** Number of the platform's list, which is not that of the library for apps. */
  readonly type: number
  /** Sum of the same app's distances within the session; null if there are none. */
  readonly distanceM: number | null
  readonly climbM: number | null
  /** 0 to 10; null if not stated. */
  readonly exertion: number | null
  readonly texts: readonly string[]
}

/** Apps in the order in which the person lets them win, by category of the system. */
export interface AppPriorities {
  readonly activity: readonly string[]
  readonly nutrition: readonly string[]
  readonly sleep: readonly string[]
}

export interface HealthConnectScan {
  readonly drinks: readonly HealthConnectDrink[]
  readonly nutrition: readonly HealthConnectNutrition[]
  readonly sleeps: readonly HealthConnectRecord[]
  readonly sessions: readonly HealthConnectSession[]
  readonly priorities: AppPriorities
  /** Records that no field exists for, by table: `steps_record_table`. */
  readonly ignored: ReadonlyMap<string, number>
  /** Rows of a table that is read whose time or value cannot be. */
  readonly unreadable: ReadonlyMap<string, number>
}
