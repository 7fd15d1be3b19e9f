/** Date, time and number inputs typed key by key, under the conventions of four regions. */
import { MantineProvider } from '@mantine/core'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { startConventions } from '../../../../renderer/data/conventions.ts'
import { DateInput } from '../../../../renderer/ui/fields/DateInput.tsx'
import { NumberInput } from '../../../../renderer/ui/fields/NumberInput.tsx'
import { TimeInput } from '../../../../renderer/ui/fields/TimeInput.tsx'
import { describeSystemRegion, plainRegion } from '../../../../shared/locale/system-region.ts'

function startRegion(locale: string) {
  startConventions(describeSystemRegion({ time: locale, number: locale, measurement: locale, paper: locale }))
}
afterEach(() => startConventions(plainRegion))

type Value = number | string

interface Typed {
  readonly field: HTMLElement
  readonly user: ReturnType<typeof userEvent.setup>
  /** Value after each key and each answer. */
  readonly values: Value[]
}

type Kind = 'date' | 'time' | 'number'

interface FieldProps {
  kind: Kind
  initial: Value
  onChange: (value: Value) => void
}

function Field({ kind, initial, onChange }: FieldProps) {
  const [value, setValue] = useState(initial)
  const change = (next: Value) => {
    onChange(next)
    setValue(next)
  }
  if (kind === 'number') return <NumberInput label="Field" value={value} onChange={change} units={['kg']} />
  if (kind === 'time') return <TimeInput label="Field" value={String(value)} onChange={change} />
  return <DateInput label="Field" value={String(value)} onChange={change} maxDate="2026-11-20" />
}

function open(kind: Kind, locale: string, initial: Value = ''): Typed {
  startRegion(locale)
  const values: Value[] = []
  render(
    <MantineProvider env="test">
      <Field kind={kind} initial={initial} onChange={value => values.push(value)} />
    </MantineProvider>,
  )
  return { field: screen.getByRole('textbox', { name: 'Field' }), user: userEvent.setup(), values }
}

const shown = (field: HTMLElement) => field instanceof HTMLInputElement && field.value

describe('a date is read in the order of the region, and written as it was read', () => {
  test.each([
    ['en-GB', '03/04/2019', '2019-04-03', '3 Apr 2019'],
    ['en-US', '03/04/2019', '2019-03-04', 'Mar 4, 2019'],
    ['de-DE', '3.4.2019', '2019-04-03', '3 Apr 2019'],
    ['ar-SA', '٣/٤/٢٠١٩', '2019-04-03', '3 Apr 2019'],
    ['fa-IR', '2019/4/3', '2019-04-03', '2019 Apr 3'],
    ['en-US', '13/04/2019', '2019-04-13', 'Apr 13, 2019'],
  ])('%s: %s', async (locale, text, date, written) => {
    const { field, user, values } = open('date', locale)
    await user.type(field, text)
    expect(values.at(-1)).toBe(date)
    expect(shown(field)).toBe(text)
    await user.tab()
    expect(shown(field)).toBe(written)
  })
})

describe('a time is read on the clock of the region', () => {
  test.each([
    ['en-GB', '1605', '16:05', '16:05'],
    ['en-US', '4:05 pm', '16:05', '4:05 PM'],
    ['de-DE', '16.05', '16:05', '16:05'],
    ['ar-SA', '٤:٠٥ pm', '16:05', '4:05 pm'],
    ['en-GB', '4pm', '16:00', '16:00'],
  ])('%s: %s', async (locale, text, clock, written) => {
    const { field, user, values } = open('time', locale)
    await user.type(field, text)
    expect(values.at(-1)).toBe(clock)
    await user.tab()
    expect(shown(field)).toBe(written)
  })
})

describe('a number is read with point and comma', () => {
  test.each([
    ['en-GB', '72.50', 72.5, '72.5'],
    ['en-GB', '72,5', 72.5, '72.5'],
    ['en-GB', '1,000', 1000, '1000'],
    ['en-US', '1,000.5 kg', 1000.5, '1000.5'],
    ['de-DE', '72.50', 72.5, '72,5'],
    ['de-DE', '1.000', 1000, '1000'],
    ['ar-SA', '٧٢٫٥', 72.5, '72.5'],
    ['fr-FR', '1 000,5', 1000.5, '1000,5'],
  ])('%s: %s', async (locale, text, value, written) => {
    const { field, user, values } = open('number', locale)
    await user.type(field, text)
    expect(values.at(-1)).toBe(value)
    expect(shown(field)).toBe(text)
    await user.tab()
    expect(shown(field)).toBe(written)
  })
})

describe('what can be read in two ways is asked about once the field is left', () => {
  test.each([
    ['number', 'de-DE', '1,000', ['1', '1000'], '1000', 1000],
    ['number', 'en-GB', '1.000', ['1', '1000'], '1', 1],
    ['time', 'en-US', '4:05', ['4:05 AM', '4:05 PM'], '4:05 PM', '16:05'],
    ['date', 'ja-JP', '03/04/2019', ['2019 Apr 3', '2019 Mar 4'], '2019 Mar 4', '2019-03-04'],
  ] as const)('%s in %s: %s', async (kind, locale, text, answers, chosen, value) => {
    const { field, user, values } = open(kind, locale)
    await user.type(field, text)
    expect(screen.queryByRole('group')).toBeNull()
    await user.keyboard('{Enter}')
    const question = within(screen.getByRole('group', { name: `What “${text}” means` }))
    expect(question.getAllByRole('button').map(button => button.textContent)).toEqual(answers)
    expect(shown(field)).toBe(text)
    expect(typeof values.at(-1)).toBe('string')
    await user.click(question.getByRole('button', { name: chosen }))
    expect(values.at(-1)).toBe(value)
    expect(shown(field)).toBe(chosen)
    expect(screen.queryByRole('group')).toBeNull()
  })
})

describe('what cannot be read stays as it was typed, and says what to enter', () => {
  test.each([
    ['date', 'en-GB', '13/13', 'Enter a date such as 20 Nov 2026.'],
    ['date', 'en-US', 'soon', 'Enter a date such as Nov 20, 2026.'],
    ['time', 'en-GB', '25:00', 'Enter a time such as 16:05.'],
    ['time', 'en-US', 'half four', 'Enter a time such as 4:05 PM.'],
    ['number', 'en-GB', '72..5', 'Enter a number such as 12.5.'],
    ['number', 'de-DE', 'viel', 'Enter a number such as 12,5.'],
  ] as const)('%s in %s: %s', async (kind, locale, text, hint) => {
    const { field, user, values } = open(kind, locale)
    await user.type(field, text)
    expect(screen.queryByText(hint)).toBeNull()
    await user.tab()
    expect(screen.getByText(hint)).toBeTruthy()
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(shown(field)).toBe(text)
    expect(String(values.at(-1))).toContain(text)
    await user.type(field, '{Backspace}')
    expect(screen.queryByText(hint)).toBeNull()
  })
})

test('a stored value is written by the conventions, and emptying the field empties it', async () => {
  const { field, user, values } = open('date', 'en-US', '2026-11-20')
  expect(shown(field)).toBe('Nov 20, 2026')
  await user.clear(field)
  await user.tab()
  expect(values).toEqual([''])
  expect(shown(field)).toBe('')
})

test('a date can be picked from the calendar by keyboard', async () => {
  const { field, user, values } = open('date', 'en-GB', '2026-11-18')
  await user.click(field)
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open the calendar' }))
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('button', { name: '17 November 2026' }))
  expect(values).toEqual(['2026-11-17'])
  expect(shown(field)).toBe('17 Nov 2026')
})
