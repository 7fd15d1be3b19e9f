import type { Database } from 'better-sqlite3'
import type {
  ArchivedExperiment,
  Experiment,
  ExperimentDay,
  ExperimentDraft,
} from '../../../shared/experiments/experiment.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { writeRow } from './write-row.ts'

interface ExperimentRow {
  id: number
  subject: Experiment['subject']
  design: string
  first_date: CalendarDate
  seed: number
  arms: string
  created_at: number
  stopped_on: CalendarDate | null
}

interface DayRow {
  date: CalendarDate
  kept: number
  answered_at: number
}

const fromRow = (row: ExperimentRow): Experiment => ({
  id: row.id,
  subject: row.subject,
  design: JSON.parse(row.design),
  firstDate: row.first_date,
  seed: row.seed,
  arms: JSON.parse(row.arms),
  createdAt: row.created_at,
  stoppedOn: row.stopped_on,
})

/** Repository of experiments with their randomised order, and of the answers about their days. */
export function createExperimentRepository(db: Database) {
  const insert = db.prepare<Record<string, string | number | null>, ExperimentRow>(
    `insert into experiment (subject, design, first_date, seed, arms, created_at, stopped_on)
     values (@subject, @design, @first_date, @seed, @arms, @created_at, @stopped_on) returning *`,
  )
  const get = db.prepare<[number], ExperimentRow>('select * from experiment where id = ?')
  const list = db.prepare<[], ExperimentRow>('select * from experiment order by first_date desc, id desc')
  const stop = db.prepare<[CalendarDate | null, number]>('update experiment set stopped_on = ? where id = ?')
  const remove = db.prepare<[number]>('delete from experiment where id = ?')
  const answer = db.prepare<[number, CalendarDate, number, number]>(
    `insert into experiment_day (experiment_id, date, kept, answered_at) values (?, ?, ?, ?)
     on conflict (experiment_id, date) do update set kept = excluded.kept, answered_at = excluded.answered_at`,
  )
  const takeBack = db.prepare<[number, CalendarDate]>(
    'delete from experiment_day where experiment_id = ? and date = ?',
  )
  const listDays = db.prepare<[number], DayRow>(
    'select date, kept, answered_at from experiment_day where experiment_id = ? order by date',
  )

  function add({ design, arms, ...draft }: ExperimentDraft & Pick<Experiment, 'stoppedOn'>): Experiment {
    const row = writeRow(insert, {
      subject: draft.subject,
      design: JSON.stringify(design),
      first_date: draft.firstDate,
      seed: draft.seed,
      arms: JSON.stringify(arms),
      created_at: draft.createdAt,
      stopped_on: draft.stoppedOn,
    })
    if (row === undefined) throw new Error('insert returned no row')
    return fromRow(row)
  }

  return {
    add: (draft: ExperimentDraft): Experiment => add({ ...draft, stoppedOn: null }),
    get: (id: number): Experiment | undefined => {
      const row = get.get(id)
      return row && fromRow(row)
    },
    /** Newest first. */
    list: (): Experiment[] => list.all().map(fromRow),
    /** Sets the date from which days no longer count; null resumes the experiment. */
    setStop: (id: number, date: CalendarDate | null): void => void stop.run(date, id),
    remove: (id: number): void => void remove.run(id),
    /** Stores an answer, replacing an earlier one of that date; null deletes it. */
    answer: (id: number, date: CalendarDate, kept: boolean | null, now: number): void => {
      if (kept === null) takeBack.run(id, date)
      else answer.run(id, date, Number(kept), now)
    },
    /** Sorted by date. */
    listDays: (id: number): ExperimentDay[] =>
      listDays.all(id).map(({ date, kept }) => ({ date, kept: kept === 1 })),
    /**
     * All experiments with their answers, for a file of the journal: oldest first, the order in which an import adds
     * them.
     */
    listArchived: (): ArchivedExperiment[] =>
      list
        .all()
        .reverse()
        .map(row => {
          const { id, ...experiment } = fromRow(row)
          const days = listDays.all(id).map(day => ({
            date: day.date,
            kept: day.kept === 1,
            answeredAt: day.answered_at,
          }))
          return { ...experiment, days }
        }),
    addArchived: ({ days, ...archived }: ArchivedExperiment): void => {
      const { id } = add(archived)
      for (const { date, kept, answeredAt } of days) answer.run(id, date, Number(kept), answeredAt)
    },
  }
}
