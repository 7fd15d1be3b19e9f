import { Button, Text } from '@mantine/core'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import classes from './FinishSheet.module.css'
import { KeyCap } from './sheet-keys.tsx'

export interface Answer {
  /** Key that gives it while its question is the current one. */
  readonly key: string
  readonly text: string
  readonly run: () => void
}

export interface SheetRow {
  readonly id: string
  readonly name: string
  /** "5 written down"; empty where there is nothing to add. */
  readonly about: string
  readonly isLarge: boolean
  /** Questions about the first answer. */
  readonly doubts: readonly string[]
  readonly answers: readonly Answer[]
}

export interface QuestionRowProps {
  row: SheetRow
  /** True for the question that the keys answer. */
  isCurrent: boolean
  /** Given answer; null while the question is open. */
  said: string | null
  onSkip: () => void
  onTakeBack: () => void
}

/** One question of the sheet: its answers, or the one that was given and the way back. */
export function QuestionRow({ row, isCurrent, said, onSkip, onTakeBack }: QuestionRowProps) {
  const { name, about, isLarge, doubts, answers } = row
  return (
    <li
      className={classes.question}
      data-current={isCurrent || undefined}
      data-large={isLarge || undefined}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <div className={classes.title}>
        <Text span fw={600} size={isLarge ? 'lg' : 'sm'} dir="auto">
          {name}
        </Text>
        {about !== '' && (
          <Text span size="sm" c="dimmed">
            {about}
          </Text>
        )}
      </div>
      {said === null ? (
        <>
          {doubts.map(doubt => (
            <Text key={doubt} size="sm">
              {doubt}
            </Text>
          ))}
          <div className={classes.answers}>
            {answers.map(({ key, text, run }, index) => (
              <Button
                key={key}
                variant={index > 0 ? 'default' : isLarge ? 'filled' : 'light'}
                size={isLarge && index === 0 ? 'md' : 'compact-md'}
                classNames={{ root: classes.answer, label: classes.wrapped }}
                aria-label={`${name}: ${text}`}
                rightSection={isCurrent && <KeyCap name={key.toUpperCase()} />}
                onClick={run}
              >
                {text}
              </Button>
            ))}
            {isCurrent && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-md"
                aria-label={`Skip: ${name}`}
                rightSection={<KeyCap name="S" />}
                onClick={onSkip}
              >
                Skip
              </Button>
            )}
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
