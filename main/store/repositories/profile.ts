import type { Database } from 'better-sqlite3'
import type { Profile } from '../../../shared/kinds/profile.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { writeRow } from './write-row.ts'

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
  date_order: Profile['dateOrder']
  hour_cycle: Profile['hourCycle']
  first_weekday: Profile['firstWeekday']
  paper: Profile['paper']
  decimal_sign: Profile['decimalSign']
  volume_unit: Profile['volumeUnit']
  temperature_unit: Profile['temperatureUnit']
  day_start_minutes: number
  tracked_kinds: string
  reminder_hour: number | null
  reminder_asked: 0 | 1
  reminded_on: string | null
  cramp_muscles: string
  cramp_times: string
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
  dateOrder: row.date_order,
  hourCycle: row.hour_cycle,
  firstWeekday: row.first_weekday,
  paper: row.paper,
  decimalSign: row.decimal_sign,
  volumeUnit: row.volume_unit,
  temperatureUnit: row.temperature_unit,
  dayStartMinutes: row.day_start_minutes,
  trackedKinds: JSON.parse(row.tracked_kinds),
  reminderHour: row.reminder_hour,
  reminderAsked: row.reminder_asked === 1,
  crampMuscles: JSON.parse(row.cramp_muscles),
  crampTimes: JSON.parse(row.cramp_times),
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
  date_order: profile.dateOrder,
  hour_cycle: profile.hourCycle,
  first_weekday: profile.firstWeekday,
  paper: profile.paper,
  decimal_sign: profile.decimalSign,
  volume_unit: profile.volumeUnit,
  temperature_unit: profile.temperatureUnit,
  day_start_minutes: profile.dayStartMinutes,
  tracked_kinds: JSON.stringify(profile.trackedKinds),
  reminder_hour: profile.reminderHour,
  reminder_asked: profile.reminderAsked ? 1 : 0,
  cramp_muscles: JSON.stringify(profile.crampMuscles),
  cramp_times: JSON.stringify(profile.crampTimes),
})

/** Repository of the profile, a table of one row. */
export function createProfileRepository(db: Database) {
  const get = db.prepare<[], ProfileRow>('select * from profile')
  const change = db.prepare<Record<string, string | number | null>, ProfileRow>(
    `update profile set name = @name, date_of_birth = @date_of_birth, sex = @sex, height_cm = @height_cm,
       weight_kg = @weight_kg, conditions = @conditions, pregnancy_week = @pregnancy_week,
       off_weekdays = @off_weekdays, region = @region, date_order = @date_order,
       hour_cycle = @hour_cycle, first_weekday = @first_weekday, paper = @paper, decimal_sign = @decimal_sign,
       volume_unit = @volume_unit, temperature_unit = @temperature_unit, day_start_minutes = @day_start_minutes,
       tracked_kinds = @tracked_kinds, reminder_hour = @reminder_hour, reminder_asked = @reminder_asked,
       cramp_muscles = @cramp_muscles, cramp_times = @cramp_times
     returning *`,
  )
  const welcome = db.prepare<[number]>('update profile set welcomed_at = ? where welcomed_at is null')
  const remind = db.prepare<[CalendarDate]>('update profile set reminded_on = ?')
  const oneRow = (row: ProfileRow | undefined): ProfileRow => {
    if (row === undefined) throw new Error('the journal has no profile row')
    return row
  }
  return {
    get: (): Profile => toProfile(oneRow(get.get())),
    change: (profile: Profile): Profile => toProfile(oneRow(writeRow(change, toRow(profile)))),
    isWelcomed: (): boolean => oneRow(get.get()).welcomed_at !== null,
    /** Date of the last reminder that was shown; null before the first. */
    getRemindedOn: (): CalendarDate | null => oneRow(get.get()).reminded_on,
    setRemindedOn: (date: CalendarDate): void => void remind.run(date),
    acknowledgeWelcome: (now: number): void => void welcome.run(now),
  }
}
