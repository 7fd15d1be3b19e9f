/** Report section on treatment: medicines with their changes, conditions and, if revealed, pregnancy and alcohol. */
import { getAlcoholUnits } from '../kinds/alcohol.ts'
import type { EntryOf } from '../kinds/entry.ts'
import { isTakenWithin, listCourses, type MedicationCourse } from '../kinds/medication-courses.ts'
import type { Period } from '../kinds/period.ts'
import type { Profile } from '../kinds/profile.ts'
import type { PrivateThing } from '../privacy/private-things.ts'
import { calendarDate, getPeriodHours } from '../time/moment.ts'
import { countDoses } from './doses.ts'
import { entriesOf, isWithin } from './facts.ts'
import { redactConditions } from './redaction.ts'
import type { ReportMedicine, Treatment } from './report.ts'
import { type ReportSection, show, withhold } from './section.ts'
import { type DatedEntries, groupByDates, listTrackedDates } from './tracked-days.ts'

interface TreatmentFacts {
  readonly diary: DatedEntries
  readonly medication: readonly EntryOf<'medication'>[]
  readonly profile: Profile
}

export function summarizeTreatment(
  { diary, medication, profile }: TreatmentFacts,
  period: Period,
  reveal: readonly PrivateThing[],
): ReportSection<Treatment> {
  const medicines = listMedicines(medication, period)
  const doses = countDoses(diary.entries, period)
  const conditions = redactConditions(profile.conditions, reveal)
  const pregnancyWeek = reveal.includes('pregnancy') ? profile.pregnancyWeek : null
  const alcohol = reveal.includes('alcohol') ? computeAlcohol(diary, period) : null
  const isEmpty = [medicines, doses, conditions].every(list => list.length === 0)
  if (isEmpty && pregnancyWeek === null && alcohol === null)
    return withhold(
      'No medicine and no condition has been written down. That does not mean that there is none: please ask.',
    )
  return show({ medicines, doses, conditions, pregnancyWeek, alcohol })
}

/** Medicines taken within the period: current ones first, then the newest. */
function listMedicines(
  medication: readonly EntryOf<'medication'>[],
  { fromDate, toDate }: Period,
): ReportMedicine[] {
  const hours = getPeriodHours(fromDate, toDate)
  return listCourses(medication)
    .filter(course => isTakenWithin(course, hours))
    .map(describeCourse)
    .sort(
      (a, b) =>
        Number(a.stoppedOn !== null) - Number(b.stoppedOn !== null) ||
        (b.startedOn ?? '').localeCompare(a.startedOn ?? ''),
    )
}

function describeCourse({ name, medicineClass, dose, startedAt, stoppedAt, changes }: MedicationCourse) {
  const dateOf = (at: number | null) => {
    const change = at === null ? undefined : changes.find(entry => entry.at === at)
    return change === undefined ? null : calendarDate(change)
  }
  return {
    name,
    medicineClass,
    dose,
    startedOn: dateOf(startedAt),
    stoppedOn: dateOf(stoppedAt),
    changes: changes
      .filter(({ change }) => change === 'dose-up' || change === 'dose-down')
      .map(entry => ({ date: calendarDate(entry), change: entry.change, dose: entry.dose })),
  }
}

/** Mean alcohol over days with complete drinks of known strength; null without such a day. */
function computeAlcohol(diary: DatedEntries, period: Period): Treatment['alcohol'] {
  const complete = listTrackedDates('fluid', diary)
  const drinks = groupByDates(entriesOf(diary.entries, 'fluid'), diary.hours.listDates)
  const unitsOfDays = [...complete]
    .filter(date => isWithin(date, period))
    .flatMap(date => {
      const units = (drinks.get(date) ?? []).map(drink => getAlcoholUnits(drink, diary.lists))
      return units.some(unit => unit === null)
        ? []
        : [units.reduce<number>((sum, unit) => sum + (unit ?? 0), 0)]
    })
  if (unitsOfDays.length === 0) return null
  const perDay = unitsOfDays.reduce((sum, units) => sum + units, 0) / unitsOfDays.length
  return { unitsPerWeek: 7 * perDay, trackedDays: unitsOfDays.length }
}
