import type { Database } from 'better-sqlite3'
import type { CoinActionKey } from '../../../shared/experiments/coin-actions.ts'
import type {
  ArchivedCoinExperiment,
  CoinAnswer,
  CoinExperiment,
  CoinExperimentDraft,
} from '../../../shared/experiments/coin-experiment.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { writeRow } from './write-row.ts'

interface CoinRow {
  id: number
  actions: string
  first_date: CalendarDate
  seed: number
  created_at: number
  stopped_on: CalendarDate | null
}

interface AnswerRow {
  date: CalendarDate
  action: CoinActionKey
  followed: number
  answered_at: number
}

const fromRow = (row: CoinRow): CoinExperiment => ({
  id: row.id,
  actions: JSON.parse(row.actions),
  firstDate: row.first_date,
  seed: row.seed,
  createdAt: row.created_at,
  stoppedOn: row.stopped_on,
})

/** Repository of experiments with coins, and of the answers about their nights. */
export function createCoinRepository(db: Database) {
  const insert = db.prepare<Record<string, string | number | null>, CoinRow>(
    `insert into coin_experiment (actions, first_date, seed, created_at, stopped_on)
     values (@actions, @first_date, @seed, @created_at, @stopped_on) returning *`,
  )
  const get = db.prepare<[number], CoinRow>('select * from coin_experiment where id = ?')
  const list = db.prepare<[], CoinRow>('select * from coin_experiment order by first_date desc, id desc')
  const stop = db.prepare<[CalendarDate | null, number]>(
    'update coin_experiment set stopped_on = ? where id = ?',
  )
  const remove = db.prepare<[number]>('delete from coin_experiment where id = ?')
  const answer = db.prepare<[number, CalendarDate, CoinActionKey, number, number]>(
    `insert into coin_answer (experiment_id, date, action, followed, answered_at) values (?, ?, ?, ?, ?)
     on conflict (experiment_id, date, action)
     do update set followed = excluded.followed, answered_at = excluded.answered_at`,
  )
  const takeBack = db.prepare<[number, CalendarDate, CoinActionKey]>(
    'delete from coin_answer where experiment_id = ? and date = ? and action = ?',
  )
  const listAnswers = db.prepare<[number], AnswerRow>(
    'select date, action, followed, answered_at from coin_answer where experiment_id = ? order by date, action',
  )

  function add({ actions, ...draft }: Omit<CoinExperiment, 'id'>): CoinExperiment {
    const row = writeRow(insert, {
      actions: JSON.stringify(actions),
      first_date: draft.firstDate,
      seed: draft.seed,
      created_at: draft.createdAt,
      stopped_on: draft.stoppedOn,
    })
    if (row === undefined) throw new Error('insert returned no row')
    return fromRow(row)
  }

  return {
    add: (draft: CoinExperimentDraft): CoinExperiment => add({ ...draft, stoppedOn: null }),
    get: (id: number): CoinExperiment | undefined => {
      const row = get.get(id)
      return row && fromRow(row)
    },
    /** Newest first. */
    list: (): CoinExperiment[] => list.all().map(fromRow),
    /** Sets the date from which nights no longer count; null resumes the experiment. */
    setStop: (id: number, date: CalendarDate | null): void => void stop.run(date, id),
    remove: (id: number): void => void remove.run(id),
    /** Stores an answer, replacing an earlier one; null deletes it. */
    answer: (
      id: number,
      date: CalendarDate,
      { action, followed }: { readonly action: CoinActionKey; readonly followed: boolean | null },
      now: number,
    ): void => {
      if (followed === null) takeBack.run(id, date, action)
      else answer.run(id, date, action, Number(followed), now)
    },
    /** Sorted by date. */
    listAnswers: (id: number): CoinAnswer[] =>
      listAnswers.all(id).map(({ date, action, followed }) => ({ date, action, followed: followed === 1 })),
    /** All experiments with their answers, for a file of the journal: oldest first. */
    listArchived: (): ArchivedCoinExperiment[] =>
      list
        .all()
        .reverse()
        .map(row => {
          const { id, ...experiment } = fromRow(row)
          const answers = listAnswers.all(id).map(one => ({
            date: one.date,
            action: one.action,
            followed: one.followed === 1,
            answeredAt: one.answered_at,
          }))
          return { ...experiment, answers }
        }),
    addArchived: ({ answers, ...archived }: ArchivedCoinExperiment): void => {
      const { id } = add(archived)
      for (const { date, answeredAt, ...given } of answers) {
        const { action, followed } = given
        answer.run(id, date, action, Number(followed), answeredAt)
      }
    },
  }
}
