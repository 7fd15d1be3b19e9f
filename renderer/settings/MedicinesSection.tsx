import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { medication } from '../../shared/kinds/medication.ts'
import { listCourses, type MedicationCourse } from '../../shared/kinds/medication-courses.ts'
import { medicineClasses } from '../../shared/kinds/medicines.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { getToday, useNow } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useDayStart, useMedication } from '../data/queries.ts'
import { DayForms } from '../log/DayForms.tsx'
import { blankForm, type FormOf } from '../log/kind-form.ts'
import { useOpenForm } from '../log/requests.ts'
import { useListDeletion } from '../log/use-list-deletion.ts'
import { whenOf } from '../log/when.ts'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

/** Current and former medicines, derived from the logged entries. */
export function MedicinesSection() {
  return (
    <DayForms date={getToday(useNow(), useDayStart())}>
      <SettingsSection
        title="Medicines"
        lead="What you take is listed on the report, and used for a few warning signs. Please ask your doctor or pharmacist before changing any medicine."
      >
        <CourseList />
      </SettingsSection>
    </DayForms>
  )
}

function CourseList() {
  const { data: entries = [] } = useMedication()
  const openForm = useOpenForm()
  const deleteEntries = useListDeletion()
  const now = useNow()
  const courses = listCourses(entries.filter(entry => entry.kind === 'medication')).reverse()
  // Opens with the present time: a usual hour might be in the future, which is refused.
  const blank: FormOf<typeof medication> = { ...blankForm(medication, whenOf(now)), change: 'taking' }
  return (
    <>
      {courses.length === 0 && <Text c="dimmed">No medicines yet.</Text>}
      <ul className={classes.shoes}>
        {courses.map(course => (
          <li key={course.changes[0]?.id} className={classes.shoe}>
            <div className={course.stoppedAt === null ? undefined : classes.retired}>
              <Text fw={550}>{[course.name, course.dose].filter(Boolean).map(isolate).join(', ')}</Text>
              <Text size="sm" c="dimmed">
                {describeCourse(course)}
              </Text>
            </div>
            <Group gap="xs">
              {course.stoppedAt === null && (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={`Note a change of ${course.name}`}
                  onClick={() =>
                    openForm({
                      kind: 'medication',
                      entry: null,
                      values: {
                        ...blank,
                        name: course.name,
                        medicineClass: course.medicineClass,
                        dose: course.dose,
                        change: null,
                      },
                    })
                  }
                >
                  Note a change
                </Button>
              )}
              <Button
                variant="subtle"
                color="red"
                size="compact-md"
                aria-label={`Delete ${course.name}`}
                onClick={() =>
                  void deleteEntries(
                    course.changes.map(({ id }) => id),
                    nameDeleted(course),
                  )
                }
              >
                Delete
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => openForm({ kind: 'medication', entry: null, values: blank })}
        >
          Add a medicine
        </Button>
      </div>
    </>
  )
}

/** Name of a course whose entries are deleted together. */
const nameDeleted = ({ name, changes }: MedicationCourse) =>
  changes.length === 1 ? name : `${name}, with its ${changes.length} entries`

function describeCourse({ medicineClass, startedAt, stoppedAt, changes }: MedicationCourse): string {
  // Each date in the UTC offset that its change was logged with.
  const dateOf = (at: number) =>
    formatDate(
      calendarDate({ at, offsetMinutes: changes.find(change => change.at === at)?.offsetMinutes ?? 0 }),
    )
  return [
    medicineClasses.words[medicineClass],
    startedAt === null ? 'since before the diary' : `since ${dateOf(startedAt)}`,
    ...(stoppedAt === null ? [] : [`stopped ${dateOf(stoppedAt)}`]),
  ].join(', ')
}
