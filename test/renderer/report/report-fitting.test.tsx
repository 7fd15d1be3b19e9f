import { render, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useFitting } from '../../../renderer/report/page/fitting.ts'
import { LAST_CUT_LEVEL } from '../../../shared/report/cuts.ts'
import type { PageLayout } from '../../../shared/report/page-fit.ts'

const PAGE_PX = 1000

/** Unzoomed content height at each cut level, since jsdom has no layout. */
let heightAt: (level: number) => number
/** Scale of the preview. */
let scale = 1

beforeEach(() => {
  scale = 1
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const { level, zoom } = this.dataset
    const height = level === undefined ? PAGE_PX : heightAt(Number(level)) * Number(zoom)
    return new DOMRect(0, 0, 500, height * scale)
  })
  Object.defineProperty(document, 'fonts', { value: { ready: Promise.resolve() }, configurable: true })
})
afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(document, 'fonts')
})

function Page({ fixed, onFitted }: { fixed: PageLayout | null; onFitted: (layout: PageLayout) => void }) {
  const { pageRef, contentRef, level, zoom } = useFitting(onFitted, fixed)
  return (
    <section ref={pageRef}>
      <div ref={contentRef} data-level={level} data-zoom={zoom} />
    </section>
  )
}

async function fitPage(fixed: PageLayout | null = null): Promise<PageLayout> {
  const onFitted = vi.fn<(layout: PageLayout) => void>()
  render(<Page fixed={fixed} onFitted={onFitted} />)
  await waitFor(() => expect(onFitted).toHaveBeenCalled())
  const [layout] = onFitted.mock.lastCall ?? expect.fail()
  if (fixed === null) expect(heightAt(layout.level) * layout.zoom).toBeLessThanOrEqual(PAGE_PX + 1)
  return layout
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

test('a page that is drawn smaller is fitted as the paper is', async () => {
  heightAt = level => 1300 - 30 * level
  const onPaper = await fitPage()
  scale = 0.37
  expect(await fitPage()).toEqual(onPaper)
})

test('a layout that was fitted before is used as it is', async () => {
  heightAt = () => 5000
  const fixed = { level: 4, zoom: 1.09 }
  expect(await fitPage(fixed)).toEqual(fixed)
})
