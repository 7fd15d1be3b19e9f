import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { formatTime } from '../../../renderer/data/format.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { makeEntry } from '../../support/make-entry.ts'
import { renderPage, TIME_ZONE } from '../render-page.tsx'

const at = (clock: string) => momentAt('2026-11-20', clock, TIME_ZONE)
const water = (clock: string) =>
  makeEntry(1, {
    kind: 'fluid',
    ...at(clock),
    note: '',
    drink: 'water',
    volumeMl: 330,
    alcoholPercent: null,
    caffeineMg: null,
    reliefOf: null,
  })

async function openDay(clock: string) {
  const page = renderPage({ entries: [water(clock)] })
  const axis = within(await screen.findByRole('region', { name: 'The day by the hour' }))
  const mark = axis.getByRole('button', { name: `water, 330 ml, ${formatTime(at(clock))}` })
  return { ...page, axis, mark }
}

describe('an entry on the axis', () => {
  test('is moved by the arrow keys, stored once they pause, and can be moved back', async () => {
    const { backend, user, mark } = await openDay('09:00')
    mark.focus()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{Shift>}{ArrowLeft}{/Shift}')
    expect(screen.getByText(formatTime(at('08:05')))).toBeDefined()
    expect(backend.entries()[0]).toMatchObject(at('09:00'))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject(at('08:05')))
    expect(backend.calls.filter(({ call }) => call === 'changeEntry')).toHaveLength(1)
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject(at('09:00')))
  })

  test('is stored at once when the focus goes elsewhere, and left alone after Escape', async () => {
    const { backend, user, mark } = await openDay('09:00')
    mark.focus()
    await user.keyboard('{ArrowRight}{Escape}')
    await user.tab()
    expect(backend.calls.some(({ call }) => call === 'changeEntry')).toBe(false)
    mark.focus()
    await user.keyboard('{ArrowRight}')
    await user.tab()
    await waitFor(() => expect(backend.entries()[0]).toMatchObject(at('09:05')))
  })

  test('is stored when the page is turned before the keys have paused', async () => {
    const { backend, user, mark } = await openDay('09:00')
    mark.focus()
    await user.keyboard('{ArrowRight}[[')
    await waitFor(() => expect(backend.entries()[0]).toMatchObject(at('09:05')))
    expect(backend.calls.filter(({ call }) => call === 'changeEntry')).toHaveLength(1)
  })

  test('cannot be moved into the future, and says so', async () => {
    const { backend, user, mark } = await openDay('13:55')
    mark.focus()
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
    expect(await screen.findByText('This is in the future. Enter a time that has passed.')).toBeDefined()
    expect(backend.entries()[0]).toMatchObject(at('13:55'))
  })

  test('is dragged in steps of five minutes', async () => {
    const { backend, mark } = await openDay('09:00')
    Object.defineProperty(mark.parentElement, 'clientWidth', { value: 720 })
    mark.setPointerCapture = () => {}
    fireEvent.pointerDown(mark, { clientX: 100, pointerId: 1 })
    // Two minutes per pixel.
    fireEvent.pointerMove(mark, { clientX: 84, pointerId: 1 })
    expect(backend.entries()[0]).toMatchObject(at('09:00'))
    fireEvent.pointerUp(mark, { clientX: 84, pointerId: 1 })
    await waitFor(() => expect(backend.entries()[0]).toMatchObject(at('08:30')))
  })
})
