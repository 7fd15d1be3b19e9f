import type { Database } from 'better-sqlite3'
import type { Profile } from '../../shared/journal/profile.ts'

interface ProfileRow {
  name: string
  date_of_birth: string | null
  sex: Profile['sex']
  height_cm: number | null
  weight_kg: number | null
  conditions: string
  pregnancy_week: number | null
  off_weekdays: string
  region: Profile['region']
  volume_unit: Profile['volumeUnit']
  temperature_unit: Profile['temperatureUnit']
  day_start_minutes: number
  tracked_kinds: string
  welcomed_at: number | null
}

const toProfile = (row: ProfileRow): Profile => ({
  name: row.name,
  dateOfBirth: row.date_of_birth,
  sex: row.sex,
  heightCm: row.height_cm,
  weightKg: row.weight_kg,
  conditions: JSON.parse(row.conditions),
  pregnancyWeek: row.pregnancy_week,
  offWeekdays: JSON.parse(row.off_weekdays),
  region: row.region,
  volumeUnit: row.volume_unit,
  temperatureUnit: row.temperature_unit,
  dayStartMinutes: row.day_start_minutes,
  trackedKinds: JSON.parse(row.tracked_kinds),
})

const toRow = (profile: Profile) => ({
  name: profile.name,
  date_of_birth: profile.dateOfBirth,
  sex: profile.sex,
  height_cm: profile.heightCm,
  weight_kg: profile.weightKg,
  conditions: JSON.stringify(profile.conditions),
  pregnancy_week: profile.pregnancyWeek,
  off_weekdays: JSON.stringify(profile.offWeekdays),
  region: profile.region,
  volume_unit: profile.volumeUnit,
  temperature_unit: profile.temperatureUnit,
  day_start_minutes: profile.dayStartMinutes,
  tracked_kinds: JSON.stringify(profile.trackedKinds),
})

/** The one row of what the person has told about themselves. */
export function openProfile(db: Database) {
  const get = db.prepare<[], ProfileRow>('select * from profile')
  const change = db.prepare<Record<string, string | number | null>, ProfileRow>(
    `update profile set name = @name, date_of_birth = @date_of_birth, sex = @sex, height_cm = @height_cm,
       weight_kg = @weight_kg, conditions = @conditions, pregnancy_week = @pregnancy_week,
       off_weekdays = @off_weekdays, region = @region, volume_unit = @volume_unit,
       temperature_unit = @temperature_unit, day_start_minutes = @day_start_minutes, tracked_kinds = @tracked_kinds
     returning *`,
  )
  const welcome = db.prepare<[number]>('update profile set welcomed_at = ? where welcomed_at is null')
  const oneRow = (row: ProfileRow | undefined): ProfileRow => {
    if (row === undefined) throw new Error('the journal has no profile row')
    return row
  }
  return {
    get: (): Profile => toProfile(oneRow(get.get())),
    change: (profile: Profile): Profile => toProfile(oneRow(change.get(toRow(profile)))),
    isWelcomed: (): boolean => oneRow(get.get()).welcomed_at !== null,
    acknowledgeWelcome: (now: number): void => void welcome.run(now),
  }
}
