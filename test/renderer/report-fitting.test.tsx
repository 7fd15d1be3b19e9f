import { render, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useFitting } from '../../renderer/report/page/fitting.ts'
import { LAST_CUT_LEVEL } from '../../shared/report/cuts.ts'

const PAGE_PX = 1000

/** How high the content is in its own type, at each level of cutting; jsdom lays nothing out. */
let heightAt: (level: number) => number

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.dataset.level === undefined ? PAGE_PX : heightAt(Number(this.dataset.level))
  })
  Object.defineProperty(document, 'fonts', { value: { ready: Promise.resolve() }, configurable: true })
})
afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(document, 'fonts')
})

function Page({ onFitted }: { onFitted: (level: number, zoom: number) => void }) {
  const { pageRef, contentRef, level, zoom } = useFitting(() => onFitted(level, zoom))
  return (
    <section ref={pageRef}>
      <div ref={contentRef} data-level={level} />
    </section>
  )
}

async function fitPage(): Promise<{ level: number; zoom: number }> {
  const onFitted = vi.fn()
  render(<Page onFitted={onFitted} />)
  await waitFor(() => expect(onFitted).toHaveBeenCalled())
  const [level, zoom] = onFitted.mock.lastCall ?? expect.fail()
  expect(heightAt(level) * zoom).toBeLessThanOrEqual(PAGE_PX + 1)
  return { level, zoom }
}

test('a short page is set in larger type, up to a limit', async () => {
  heightAt = () => 500
  expect(await fitPage()).toEqual({ level: 0, zoom: 1.3 })
})

test('a page that just fits gets the largest type that fits', async () => {
  heightAt = () => 900
  const { level, zoom } = await fitPage()
  expect(level).toBe(0)
  expect(zoom).toBeGreaterThan(1.07)
})

test('nothing is cut for the sake of larger type alone', async () => {
  heightAt = level => (level === 0 ? 999 : 700)
  expect(await fitPage()).toEqual({ level: 0, zoom: 1 })
})

test('where something must be cut, what is missed least is, in type that is easy to read', async () => {
  heightAt = level => 1010 - 40 * level
  const { level, zoom } = await fitPage()
  expect(level).toBe(3)
  expect(zoom).toBeGreaterThan(1.08)
})

test('then type and lists give way together, and at the very end type alone', async () => {
  heightAt = level => 1300 - 30 * level
  expect(await fitPage()).toEqual({ level: 10, zoom: 1 })
  heightAt = () => 1500
  const { level, zoom } = await fitPage()
  expect(level).toBe(LAST_CUT_LEVEL)
  expect(zoom).toBeLessThan(0.67)
})
