/**
 * Medicine courses, derived from the entered changes.
 *
 *     start        dose-up          stop              start
 *       |-------------|--------------|                  |----------------->
 *       |<------- first course ----->|                  |<- second course, still taken
 *
 * Names are compared without regard to case and spaces. A course whose first entry is not a start ("already taken", a new
 * dose, a stop) began earlier, at an unknown time.
 */
import { type WallHours, wallClockMs } from '../time/moment.ts'
import type { EntryOf } from './entry.ts'
import type { MedicineClass } from './medicines.ts'

type MedicationEntry = EntryOf<'medication'>

export interface MedicationCourse {
  /** Name, kind and dose as last written down. */
  readonly name: string
  readonly medicineClass: MedicineClass
  readonly dose: string
  /** UTC milliseconds; null when it was taken before anything was written down about it. */
  readonly startedAt: number | null
  /** UTC milliseconds; null while it is taken. */
  readonly stoppedAt: number | null
  /** Every change of this course, oldest first. */
  readonly changes: readonly MedicationEntry[]
}

/** The courses of every medicine in `entries` (in any order), by their first change, oldest first. */
export function listCourses(entries: readonly MedicationEntry[]): MedicationCourse[] {
  const byName = new Map<string, MedicationEntry[]>()
  for (const entry of entries.toSorted((a, b) => a.at - b.at || a.id - b.id)) {
    const key = normalizeMedicineName(entry.name)
    byName.set(key, [...(byName.get(key) ?? []), entry])
  }
  return [...byName.values()]
    .flatMap(splitIntoCourses)
    .sort((a, b) => (a.changes[0]?.at ?? 0) - (b.changes[0]?.at ?? 0))
}

/** Class of the medicine of that name as last written down; null for a new name. */
export const findCourseClass = (entries: readonly MedicationEntry[], name: string): MedicineClass | null =>
  listCourses(entries.filter(entry => normalizeMedicineName(entry.name) === normalizeMedicineName(name))).at(
    -1,
  )?.medicineClass ?? null

/** Comparison key of a name, without regard to case and spaces. */
export const normalizeMedicineName = (name: string): string =>
  name.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Each stop ends a course, and what comes after it begins another. */
function splitIntoCourses(changes: readonly MedicationEntry[]): MedicationCourse[] {
  const courses: MedicationEntry[][] = []
  let open: MedicationEntry[] | undefined
  for (const change of changes) {
    if (open === undefined) {
      open = []
      courses.push(open)
    }
    open.push(change)
    if (change.change === 'stop') open = undefined
  }
  return courses.flatMap((course, index) => describeCourse(course, index === 0) ?? [])
}

function describeCourse(
  changes: readonly MedicationEntry[],
  isFirstOfItsName: boolean,
): MedicationCourse | undefined {
  const [first, last] = [changes[0], changes.at(-1)]
  if (first === undefined || last === undefined) return undefined
  // Stopped twice: the second says nothing new, and must not stretch a course from the first stop to the second.
  if (!isFirstOfItsName && first.change === 'stop') return undefined
  return {
    name: last.name,
    medicineClass: last.medicineClass,
    dose: changes.findLast(({ dose }) => dose !== '')?.dose ?? '',
    // After a stop, another dose can only mean that it was taken up again, at the latest then.
    startedAt: isFirstOfItsName && first.change !== 'start' ? null : first.at,
    stoppedAt: last.change === 'stop' ? last.at : null,
    changes,
  }
}

/** True if a course was under way at any time from `fromAt` to `toAt` (UTC milliseconds, both included). */
export function isTakenBetween(course: MedicationCourse, fromAt: number, toAt: number): boolean {
  return (course.startedAt ?? fromAt) <= toAt && (course.stoppedAt === null || course.stoppedAt > fromAt)
}

/** The same for hours by the wall clock: each change counts by the clock of where it was written down. */
export function isTakenWithin(
  { startedAt, stoppedAt, changes }: MedicationCourse,
  { fromWallMs, toWallMs }: WallHours,
): boolean {
  const [first, last] = [changes[0], changes.at(-1)]
  const hasBegun = startedAt === null || first === undefined || wallClockMs(first) < toWallMs
  const isOver = stoppedAt !== null && last !== undefined && wallClockMs(last) <= fromWallMs
  return hasBegun && !isOver
}

/** The kinds of medicine taken at some time of these hours by the wall clock. */
export function getClassesTakenWithin(
  entries: readonly MedicationEntry[],
  hours: WallHours,
): Set<MedicineClass> {
  return new Set(
    listCourses(entries)
      .filter(course => isTakenWithin(course, hours))
      .map(({ medicineClass }) => medicineClass),
  )
}

/** The kinds of medicine taken at some time from `fromAt` to `toAt`; the same instant twice asks for that instant. */
export function getClassesTaken(
  entries: readonly MedicationEntry[],
  fromAt: number,
  toAt: number,
): Set<MedicineClass> {
  return new Set(
    listCourses(entries)
      .filter(course => isTakenBetween(course, fromAt, toAt))
      .map(({ medicineClass }) => medicineClass),
  )
}
