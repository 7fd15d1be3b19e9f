import { Button, Checkbox, Group, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { type CoinActionKey, getCoinAction } from '../../shared/experiments/coin-actions.ts'
import type { CoinSide, CoinView } from '../../shared/experiments/coin-view.ts'
import { cramp } from '../../shared/kinds/cramp.ts'
import { NIGHT_CLOCK } from '../../shared/kinds/onset.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { useAnswerCoins } from '../data/experiment-queries.ts'
import { formatDate } from '../data/format.ts'
import { useDayStart } from '../data/queries.ts'
import { blankForm } from '../log/kind-form.ts'
import { useOpenForm } from '../log/requests.ts'
import { showError } from '../ui/components/messages.ts'
import { type ShortcutName, useShortcuts } from '../ui/components/shortcuts.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import classes from './ExperimentCard.module.css'
import { KeyCap } from './finish/sheet-keys.tsx'
import { useCheckIn } from './use-check-in.ts'

export interface CoinQuestionProps {
  coins: Pick<CoinView, 'id'>
  question: NonNullable<CoinView['question']>
  today: CalendarDate
}

/** The one question that is open about a night: its cramps, then if the coin was followed. One key or click answers. */
export function CoinQuestion({ coins, question, today }: CoinQuestionProps) {
  const isLastNight = question.date === addDays(today, -1)
  const night = isLastNight ? 'Last night' : `Night of ${formatDate(question.date, 'weekday')}`
  return question.asksCramps ? (
    <CrampQuestion date={question.date} night={night} />
  ) : (
    <FollowedQuestion id={coins.id} question={question} night={night} />
  )
}

function CrampQuestion({ date, night }: { date: CalendarDate; night: string }) {
  const checkIn = useCheckIn()
  const openForm = useOpenForm()
  const dayStartMinutes = useDayStart()
  const when = { date: addDays(date, 1), clock: NIGHT_CLOCK }
  return (
    <Answers
      words={`${night}: did you have a cramp?`}
      isPending={checkIn.isPending}
      answers={[
        {
          text: 'No cramp',
          give: () => checkIn.give({ date, kind: 'cramp', dayStartMinutes }, `${night}: no cramp.`),
        },
        {
          text: 'A cramp',
          give: () =>
            openForm({
              kind: 'cramp',
              entry: null,
              values: { ...blankForm(cramp, when), onsetPrecision: 'night' },
            }),
        },
      ]}
    />
  )
}

interface FollowedProps {
  id: number
  question: CoinQuestionProps['question']
  night: string
}

function FollowedQuestion({ id, question: { date, sides }, night }: FollowedProps) {
  const answerCoins = useAnswerCoins()
  const offerUndo = useOfferUndo()
  const [asksEach, setAsksEach] = useState(false)
  const [only] = sides

  async function give(isFollowed: (action: CoinActionKey) => boolean) {
    const answersOf = (followed: (action: CoinActionKey) => boolean | null) => ({
      id,
      date,
      answers: sides.map(({ action }) => ({ action, followed: followed(action) })),
    })
    try {
      await answerCoins.mutateAsync(answersOf(isFollowed))
      offerUndo({
        message: `Thank you. ${night} counts either way.`,
        undo: () => answerCoins.mutateAsync(answersOf(() => null)),
        undone: `${night} has no answer again.`,
      })
    } catch (error) {
      showError(error)
    }
  }

  if (asksEach)
    return <EachFollowed sides={sides} onSave={followed => give(action => followed.includes(action))} />
  const words =
    sides.length === 1 && only !== undefined
      ? getCoinAction(only).followed[only.arm]
      : 'Did you do as all the coins said?'
  return (
    <Answers
      words={`${night}: ${words}`}
      isPending={answerCoins.isPending}
      answers={[
        { text: 'Yes', give: () => give(() => true) },
        { text: 'No', give: () => (sides.length === 1 ? give(() => false) : setAsksEach(true)) },
      ]}
    />
  )
}

interface EachFollowedProps {
  sides: readonly CoinSide[]
  onSave: (followed: readonly CoinActionKey[]) => void
}

/** Which coins were followed, where not all were. */
function EachFollowed({ sides, onSave }: EachFollowedProps) {
  const [followed, setFollowed] = useState<readonly CoinActionKey[]>([])
  return (
    <fieldset className={classes.followed}>
      <legend>Which did you do?</legend>
      {sides.map(({ action, arm, own }) => (
        <Checkbox
          key={action}
          label={getCoinAction({ action, own }).followed[arm]}
          checked={followed.includes(action)}
          onChange={() =>
            setFollowed(
              followed.includes(action) ? followed.filter(one => one !== action) : [...followed, action],
            )
          }
        />
      ))}
      <Button size="compact-sm" variant="light" w="fit-content" onClick={() => onSave(followed)}>
        Save
      </Button>
    </fieldset>
  )
}

interface Answer {
  readonly text: string
  readonly give: () => unknown
}

interface AnswersProps {
  words: string
  answers: readonly [Answer, Answer]
  isPending: boolean
}

/** Two answers, by click or by the keys 1 and 2. */
function Answers({ words, answers, isPending }: AnswersProps) {
  const id = useId()
  const unlessPending = (answer: Answer) => () => {
    if (!isPending) answer.give()
  }
  const [first, second] = answers
  const keys: Partial<Record<ShortcutName, () => void>> = {
    coinFirst: unlessPending(first),
    coinSecond: unlessPending(second),
  }
  useShortcuts(keys)
  return (
    <Group role="group" aria-labelledby={id} gap="0.375rem 0.75rem">
      <Text id={id} size="sm" fw={550}>
        {words}
      </Text>
      <Group gap={6}>
        {answers.map((answer, index) => (
          <Button
            key={answer.text}
            size="compact-sm"
            variant={index === 0 ? 'light' : 'default'}
            disabled={isPending}
            aria-keyshortcuts={String(index + 1)}
            rightSection={<KeyCap name={String(index + 1)} />}
            onClick={answer.give}
          >
            {answer.text}
          </Button>
        ))}
      </Group>
    </Group>
  )
}
