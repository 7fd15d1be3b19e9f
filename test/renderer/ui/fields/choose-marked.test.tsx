import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { chooseMarked } from '../../../../renderer/ui/fields/choose-marked.ts'

test.each([
  { marked: true, chosen: 1, seen: 0 },
  { marked: false, chosen: 0, seen: 1 },
])(
  'Enter chooses the marked line itself, and leaves the key to the field without one: $marked',
  async one => {
    const [choose, press] = [vi.fn(), vi.fn()]
    render(
      <>
        <form onKeyDownCapture={chooseMarked}>
          <input aria-label="Name" aria-controls="list" onKeyDown={press} />
        </form>
        <div id="list" role="listbox">
          <button type="button" data-combobox-selected={one.marked || undefined} onClick={choose}>
            Tight shoes
          </button>
        </div>
      </>,
    )
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), '{Enter}')
    expect(choose).toHaveBeenCalledTimes(one.chosen)
    expect(press).toHaveBeenCalledTimes(one.seen)
  },
)
