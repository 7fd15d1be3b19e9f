import { Button, Kbd, Loader, Modal, Text } from '@mantine/core'
import { readLocalStorageValue } from '@mantine/hooks'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useEffectEvent, useLayoutEffect, useState } from 'react'
import type { OpenQuestion } from '../../../shared/kinds/finish-day-calls.ts'
import { kindsByName } from '../../../shared/kinds/kinds.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { momentAtOffset } from '../../../shared/time/time-zone.ts'
import { getNow, useClock, useNow } from '../../data/clock.ts'
import { formatDate, formatTime } from '../../data/format.ts'
import { useDayQuestions, useShoes } from '../../data/queries.ts'
import { nameEntry } from '../../log/entry-text.ts'
import { requestNew, useOpenForm } from '../../log/requests.ts'
import { useTextOptions } from '../../log/use-text-options.ts'
import { whenOf } from '../../log/when.ts'
import { readKey } from '../../ui/components/pressed-key.ts'
import { SINGLE_KEYS_STORAGE } from '../../ui/components/shortcuts.ts'
import { useUndoLast } from '../../ui/components/Undo.tsx'
import classes from './FinishSheet.module.css'
import { nameFinishedDay, nameQuestion, sayEntries, sayNothing, sayOrdinary } from './question-words.ts'
import { useFinish } from './use-finish.ts'

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
  const [asked, setAsked] = useState<readonly OpenQuestion[] | null>(null)
  if (asked === null && data !== undefined && !isFetching) setAsked(data)
  if (asked !== null) return <Questions {...props} asked={asked} />
  if (error) return <Text>{error.message} Nothing in your journal has changed.</Text>
  return <Loader aria-label="Loading the questions" />
}

interface Answer {
  readonly key: string
  readonly text: string
  readonly run: () => void
}

function Questions({
  date,
  today,
  asked,
  onClose,
  onReopen,
}: SheetProps & { asked: readonly OpenQuestion[] }) {
  const clock = useClock()
  const now = useNow()
  const openForm = useOpenForm()
  const undoLast = useUndoLast()
  const { data: shoes = [] } = useShoes()
  const options = useTextOptions(shoes)
  const finish = useFinish(nameFinishedDay(date, today))
  const [skipped, setSkipped] = useState<readonly OpenQuestion[]>([])
  const open = asked.filter(({ kind }) => !finish.said.has(kind))
  const current = open.find(question => !skipped.includes(question)) ?? open[0]
  const ordinary = open.filter(question => question.ordinary !== null)

  function write({ kind }: OpenQuestion) {
    const getWhen = (usualClock: string) =>
      date === today ? whenOf(getNow(clock)) : { date, clock: usualClock }
    onClose()
    openForm(requestNew(kind, { date, getWhen }), () => onReopen(date))
  }

  async function giveOrdinary() {
    if (ordinary.length === 0) return
    const isLast = ordinary.length === open.length
    const texts = ordinary.map(question => sayOrdinary(question, now))
    if ((await finish.giveOrdinary(ordinary, texts)) && isLast) onClose()
  }

  function listAnswers(question: OpenQuestion): Answer[] {
    const { kind, usual } = question
    const nothing = sayNothing(question, now)
    const written = kind === 'cramp' ? 'There was a cramp' : kindsByName[kind].inTitle
    return [
      { key: 'n', text: nothing, run: () => finish.giveNothing(question, nothing) },
      ...(usual === null
        ? []
        : [
            {
              key: 'u',
              text: `As usual: ${nameEntry(usual, options)}, ${formatTime(usual)}`,
              run: () => finish.addUsual(question, usual, nameEntry(usual, options)),
            },
          ]),
      {
        key: 'w',
        text: kind === 'cramp' ? written : `Write down ${written}`,
        run: () => write(question),
      },
      { key: 's', text: 'Skip', run: () => setSkipped(before => [...before, question]) },
    ]
  }

  useSheetKeys(stroke => {
    if (stroke === 'mod+z') undoLast()
    else if (stroke === 'Enter') onClose()
    else if (stroke === 'o') void giveOrdinary()
    else if (current !== undefined) {
      const answer = listAnswers(current).find(({ key }) => key === stroke)
      if (answer === undefined) return false
      answer.run()
    } else return false
    return true
  })

  return (
    <div className={classes.sheet}>
      {asked.length === 0 && <Text>Everything you follow is answered for this day.</Text>}
      {asked.length > 0 && open.length === 0 && (
        <Text fw={550} role="status">
          That is everything for {nameFinishedDay(date, today)}.
        </Text>
      )}
      {ordinary.length > 0 && (
        <section className={classes.ordinary} aria-label="An ordinary day">
          <Button variant="light" rightSection={<Key name="O" />} onClick={giveOrdinary}>
            An ordinary day
          </Button>
          <Text size="sm">Stores: {ordinary.map(question => sayOrdinary(question, now)).join('; ')}.</Text>
          {ordinary.length < open.length && (
            <Text size="sm" c="dimmed">
              Still asked:{' '}
              {open
                .filter(question => !ordinary.includes(question))
                .map(nameQuestion)
                .join(', ')}
              .
            </Text>
          )}
        </section>
      )}
      <ol className={classes.questions}>
        {asked.map(question => (
          <QuestionRow
            key={question.kind}
            question={question}
            isCurrent={question === current}
            said={finish.said.get(question.kind) ?? null}
            answers={listAnswers(question)}
            onTakeBack={() => finish.takeBack(question.kind)}
          />
        ))}
      </ol>
      <footer className={classes.footer}>
        {asked.some(({ kind }) => kind === 'cramp') && (
          <Text size="xs" c="dimmed">
            “No cramp” covers noon to noon and can be given from {formatTime(fiveInTheMorning)} on. A cramp
            you write down later counts instead.
          </Text>
        )}
        <Button
          variant={open.length === 0 ? 'filled' : 'default'}
          rightSection={<Key name="Enter" />}
          onClick={onClose}
        >
          Done
        </Button>
      </footer>
    </div>
  )
}

/** Any date: only the clock time is shown. */
const fiveInTheMorning = momentAtOffset('2026-11-16', '05:00', 0)

interface QuestionRowProps {
  question: OpenQuestion
  /** The question that the keys answer. */
  isCurrent: boolean
  /** Given answer; null while it is open. */
  said: string | null
  answers: readonly Answer[]
  onTakeBack: () => void
}

function QuestionRow({ question, isCurrent, said, answers, onTakeBack }: QuestionRowProps) {
  const name = nameQuestion(question)
  const isCramp = question.kind === 'cramp'
  return (
    <li
      className={classes.question}
      data-current={isCurrent || undefined}
      data-large={isCramp || undefined}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <div className={classes.title}>
        <Text span fw={600} size={isCramp ? 'lg' : 'sm'}>
          {name}
        </Text>
        <Text span size="sm" c="dimmed">
          {sayEntries(question)}
        </Text>
      </div>
      {said === null ? (
        <>
          {question.doubts.map(doubt => (
            <Text key={doubt} size="sm">
              {doubt}
            </Text>
          ))}
          <div className={classes.answers}>
            {answers.map(({ key, text, run }, index) => (
              <Button
                key={key}
                variant={index > 0 ? 'default' : isCramp ? 'filled' : 'light'}
                size={isCramp && index === 0 ? 'md' : 'compact-md'}
                classNames={{ root: classes.answer, label: classes.wrapped }}
                aria-label={`${name}: ${text}`}
                rightSection={isCurrent && <Key name={key.toUpperCase()} />}
                onClick={run}
              >
                {text}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <div className={classes.answers}>
          <span className={classes.said}>
            <IconCheck size={16} stroke={2.4} aria-hidden />
            {said}
          </span>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            aria-label={`Take back: ${name}, ${said}`}
            onClick={onTakeBack}
          >
            Take back
          </Button>
        </div>
      )}
    </li>
  )
}

const areKeysOn = () => readLocalStorageValue({ key: SINGLE_KEYS_STORAGE, defaultValue: true })

/** Cap of a key; none where single keys are switched off. */
function Key({ name }: { name: string }) {
  return name === 'Enter' || areKeysOn() ? (
    <Kbd size="xs" aria-hidden>
      {name}
    </Kbd>
  ) : null
}

/** Keys of the sheet. The shortcuts of the page wait while a dialog is open. @param run false for an unknown key */
function useSheetKeys(run: (stroke: string) => boolean): void {
  const answer = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.altKey) return
    const hasMod = event.ctrlKey || event.metaKey
    const key = readKey(event, hasMod)
    // Enter on a button presses that button.
    if (key === 'Enter' && event.target instanceof HTMLButtonElement) return
    if (key !== 'Enter' && !hasMod && !areKeysOn()) return
    if (run(hasMod ? `mod+${key}` : key)) event.preventDefault()
  })
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => answer(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
