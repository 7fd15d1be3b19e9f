import { Button, Loader, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { NO_CRAMP_FROM_HOUR } from '../../../shared/kinds/check-in.ts'
import type { DayQuestions, OpenQuestion } from '../../../shared/kinds/finish-day-calls.ts'
import type { OwnFactor } from '../../../shared/kinds/own-factor.ts'
import { isolate } from '../../../shared/locale/bidi.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { getNow, useClock, useNow } from '../../data/clock.ts'
import { formatDate, formatTime } from '../../data/format.ts'
import { formatHour } from '../../data/format-hour.ts'
import { useDayQuestions, useDayStart, useShoes } from '../../data/queries.ts'
import { isOfWholeDay, nameEntry } from '../../log/entry-text.ts'
import { requestNew, useOpenForm } from '../../log/requests.ts'
import { useTextOptions } from '../../log/use-text-options.ts'
import { whenOf } from '../../log/when.ts'
import { useUndoLast } from '../../ui/components/Undo.tsx'
import classes from './FinishSheet.module.css'
import { listFactorAnswers } from './factor-answers.ts'
import { QuestionRow, type SheetRow } from './QuestionRow.tsx'
import { nameFinishedDay, nameQuestion, sayEntries, sayNothing, sayOrdinary } from './question-words.ts'
import { KeyCap, useSheetKeys } from './sheet-keys.tsx'
import { idOfFactor, useFinish } from './use-finish.ts'

export interface FinishSheetProps {
  /** Journal day that is finished; null while the sheet is shut. */
  date: CalendarDate | null
  today: CalendarDate
  onClose: () => void
  /** Opens the sheet again, once a form that it opened was stored. */
  onReopen: (date: CalendarDate) => void
}

/** Sheet with the open questions of a day, each answered by one key. */
export function FinishSheet({ date, today, onClose, onReopen }: FinishSheetProps) {
  return (
    <Modal
      opened={date !== null}
      onClose={onClose}
      size="38rem"
      title={
        date !== null && (
          <>
            Finish {nameFinishedDay(date, today)}
            <span className={classes.date}>{formatDate(date, 'full')}</span>
          </>
        )
      }
      // Keys count from the first frame on.
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {date !== null && <LoadedSheet key={date} {...{ date, today, onClose, onReopen }} />}
    </Modal>
  )
}

interface SheetProps extends FinishSheetProps {
  date: CalendarDate
}

function LoadedSheet(props: SheetProps) {
  const { data, error, isFetching } = useDayQuestions(props.date)
  // The questions at opening: an answered one stays in view, with the way back.
  const [asked, setAsked] = useState<DayQuestions | null>(null)
  if (asked === null && data !== undefined && !isFetching) setAsked(data)
  if (asked !== null) return <Questions {...props} asked={asked} />
  if (error) return <Text>{error.message} Nothing in your journal has changed.</Text>
  return <Loader aria-label="Loading the questions" />
}

function Questions({ date, today, asked, onClose, onReopen }: SheetProps & { asked: DayQuestions }) {
  const clock = useClock()
  const now = useNow()
  const openForm = useOpenForm()
  const undoLast = useUndoLast()
  const { data: shoes = [] } = useShoes()
  const options = useTextOptions(shoes)
  const dayStartMinutes = useDayStart()
  const dayName = nameFinishedDay(date, today)
  const finish = useFinish(dayName)
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const isOpen = ({ id }: Pick<SheetRow, 'id'>) => !finish.said.has(id)

  function rowOfKind(question: OpenQuestion): SheetRow {
    const { kind, usual } = question
    const nothing = sayNothing(question, now)
    const answers = [{ key: 'n', text: nothing, run: () => finish.giveNothing(question, nothing) }]
    if (usual !== null) {
      const name = nameEntry(usual, options)
      const text = isOfWholeDay(usual) ? name : `${name}, ${formatTime(usual)}`
      answers.push({
        key: 'u',
        text: `As usual: ${text}`,
        run: () => finish.addEntry(kind, usual, name, name),
      })
    }
    const getWhen = (usualClock: string) =>
      date === today ? whenOf(getNow(clock)) : { date, clock: usualClock }
    answers.push({
      key: 'w',
      text: kind === 'cramp' ? 'There was a cramp' : 'Write it down',
      run: () => {
        onClose()
        openForm(requestNew(kind, { date, getWhen }), () => onReopen(date))
      },
    })
    return {
      id: kind,
      name: nameQuestion(question),
      about: sayEntries(question),
      isLarge: kind === 'cramp',
      doubts: question.doubts,
      answers,
    }
  }

  const rowOfFactor = (factor: OwnFactor): SheetRow => ({
    id: idOfFactor(factor.id),
    name: factor.name,
    about: '',
    isLarge: false,
    doubts: [],
    answers: listFactorAnswers(factor, {
      date,
      today,
      usual: asked.usualAmounts.find(({ factorId }) => factorId === factor.id)?.amount ?? null,
      finish,
      clock,
      dayStartMinutes,
      write: values => {
        onClose()
        openForm({ kind: 'own-factor', entry: null, values }, () => onReopen(date))
      },
    }),
  })

  const rows = [...asked.questions.map(rowOfKind), ...asked.factors.map(rowOfFactor)]
  const open = rows.filter(isOpen)
  const current = open.find(({ id }) => !skipped.includes(id)) ?? open[0]
  const ordinary = asked.questions.filter(
    question => question.ordinary !== null && !finish.said.has(question.kind),
  )
  const stillAsked = open.filter(({ id }) => ordinary.every(({ kind }) => kind !== id))

  const skip = () => {
    if (current !== undefined) setSkipped(before => [...before, current.id])
  }

  async function giveOrdinary() {
    if (ordinary.length === 0) return
    const texts = ordinary.map(question => sayOrdinary(question, now))
    if ((await finish.giveOrdinary(ordinary, texts)) && stillAsked.length === 0) onClose()
  }

  useSheetKeys(stroke => {
    if (stroke === 'mod+z') undoLast()
    else if (stroke === 'Enter') onClose()
    else if (stroke === 'o') void giveOrdinary()
    else if (stroke === 's') skip()
    else {
      const answer = current?.answers.find(({ key }) => key === stroke)
      if (answer === undefined) return false
      answer.run()
    }
    return true
  })

  const listRows = (some: readonly SheetRow[]) =>
    some.length > 0 && (
      <ul className={classes.questions}>
        {some.map(row => (
          <QuestionRow
            key={row.id}
            row={row}
            isCurrent={row === current}
            onSkip={skip}
            said={finish.said.get(row.id) ?? null}
            onTakeBack={() => finish.takeBack(row.id)}
          />
        ))}
      </ul>
    )

  return (
    <div className={classes.sheet}>
      {rows.length === 0 && <Text>Everything you follow is answered for this day.</Text>}
      {rows.length > 0 && open.length === 0 && (
        <Text fw={550} role="status">
          That is everything for {dayName}.
        </Text>
      )}
      {listRows(rows.filter(({ isLarge }) => isLarge))}
      {ordinary.length > 0 && (
        <section className={classes.ordinary} aria-label="An ordinary day">
          <Button variant="light" rightSection={<KeyCap name="O" />} onClick={giveOrdinary}>
            An ordinary day
          </Button>
          <Text size="sm">Stores: {ordinary.map(question => sayOrdinary(question, now)).join('; ')}.</Text>
          {stillAsked.length > 0 && (
            <Text size="sm" c="dimmed">
              Still asked: {stillAsked.map(({ name }) => isolate(name)).join(', ')}.
            </Text>
          )}
        </section>
      )}
      {listRows(rows.filter(({ isLarge }) => !isLarge))}
      <footer className={classes.footer}>
        {rows.some(({ isLarge }) => isLarge) && (
          <Text size="xs" c="dimmed">
            “No cramp” covers noon to noon and can be given from {formatHour(NO_CRAMP_FROM_HOUR)} on. A cramp
            you write down later counts instead.
          </Text>
        )}
        <Button
          variant={open.length === 0 ? 'filled' : 'default'}
          rightSection={<KeyCap name="Enter" />}
          onClick={onClose}
        >
          Done
        </Button>
      </footer>
    </div>
  )
}
