import { Button, Checkbox, Group, MultiSelect, Radio, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../shared/history/history.ts'
import type { AskedQuestion } from '../../shared/history-calls.ts'
import { QuantityField } from '../ui/fields/QuantityField.tsx'
import { describeQuestion } from './question-words.ts'

interface AnswerFieldProps {
  question: AskedQuestion
  onAnswer: (answer: Answer) => void
}

/** Options that are shown at once; more of them are searched in a list. */
const SHOWN_AT_ONCE = 5
const TICKED_AT_ONCE = 15

type FieldOf<Kind extends AskedQuestion['answer']['kind']> = AnswerFieldProps & {
  answer: Extract<AskedQuestion['answer'], { kind: Kind }>
}

/** Input of one question, by the type of its answer. */
export function AnswerField({ question, onAnswer }: AnswerFieldProps) {
  const { answer } = question
  const shared = { question, onAnswer }
  switch (answer.kind) {
    case 'one':
      return <OneOption {...shared} answer={answer} />
    case 'several':
      return <SeveralOptions {...shared} answer={answer} />
    case 'number':
      return <NumberAnswer {...shared} answer={answer} />
    case 'text':
      return <TextAnswer {...shared} answer={answer} />
    case 'zone':
      return null
  }
}

const textOf = (given: Answer | null) => (typeof given === 'string' ? given : '')

function OneOption({ question, answer: { options }, onAnswer }: FieldOf<'one'>) {
  const { text, given } = question
  const description = describeQuestion(question)
  if (options.length <= SHOWN_AT_ONCE)
    return (
      <Radio.Group label={text} description={description} value={textOf(given)} onChange={onAnswer}>
        <Stack gap={6} mt={6}>
          {options.map(({ id, label }) => (
            <Radio key={id} value={id} label={label} />
          ))}
        </Stack>
      </Radio.Group>
    )
  return (
    <Select
      label={text}
      description={description}
      placeholder="Choose"
      searchable
      clearable={!question.isNeeded}
      allowDeselect={false}
      maxDropdownHeight={280}
      data={options.map(({ id, label }) => ({ value: id, label }))}
      value={textOf(given) || null}
      onChange={picked => onAnswer(picked ?? '')}
    />
  )
}

function SeveralOptions({ question, answer: { options }, onAnswer }: FieldOf<'several'>) {
  const { text, given } = question
  const description = describeQuestion(question)
  const picked = given === null || typeof given === 'string' ? [] : [...given]
  return (
    <div>
      {options.length <= TICKED_AT_ONCE ? (
        <Checkbox.Group label={text} description={description} value={picked} onChange={onAnswer}>
          <Stack gap={6} mt={6}>
            {options.map(({ id, label }) => (
              <Checkbox key={id} value={id} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : (
        <MultiSelect
          label={text}
          description={description}
          placeholder={picked.length === 0 ? 'Choose any number' : ''}
          searchable
          maxDropdownHeight={280}
          data={options.map(({ id, label }) => ({ value: id, label }))}
          value={picked}
          onChange={onAnswer}
        />
      )}
      {given === null && (
        <Group mt="xs">
          <Button variant="default" size="compact-sm" onClick={() => onAnswer([])}>
            None of them
          </Button>
        </Group>
      )}
    </div>
  )
}

/** Text that counts once the field is left: each answer plans the import again. */
function TextAnswer({ question, answer: { maxLength }, onAnswer }: FieldOf<'text'>) {
  const given = textOf(question.given)
  const [typed, setTyped] = useState<string | null>(null)
  const leave = () => {
    if (typed !== null && typed.trim() !== given) onAnswer(typed.trim())
    setTyped(null)
  }
  return (
    <TextInput
      label={question.text}
      description={describeQuestion(question)}
      maxLength={maxLength}
      autoComplete="off"
      value={typed ?? given}
      onChange={event => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={event => event.key === 'Enter' && leave()}
    />
  )
}

function NumberAnswer({ question, answer: { min, max, unit }, onAnswer }: FieldOf<'number'>) {
  const given = textOf(question.given)
  const [value, setValue] = useState<number | string>(given === '' ? '' : Number(given))
  const isPossible = (number: number) => number >= min && number <= max
  const isWrong = typeof value === 'number' && !isPossible(value)
  return (
    <QuantityField
      label={question.text}
      description={describeQuestion(question)}
      unit={unit}
      unitName={unit}
      value={value}
      onChange={setValue}
      onLeave={left => {
        if (left === '') onAnswer('')
        else if (typeof left === 'number' && isPossible(left) && String(left) !== given)
          onAnswer(String(left))
      }}
      isPossible={isPossible}
      error={isWrong && `Enter a number from ${min} to ${max} ${unit}.`}
      maw={240}
    />
  )
}
