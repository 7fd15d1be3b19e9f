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
  const { pageRef, contentRef, level, zoom, runsOn } = useFitting(onFitted, fixed)
  return (
    <section ref={pageRef} data-runs-on={runsOn}>
      <div ref={contentRef} data-level={level} data-zoom={zoom} />
    </section>
  )
}

async function fitPage(fixed: PageLayout | null = null): Promise<PageLayout & { runsOn: boolean }> {
  const onFitted = vi.fn<(layout: PageLayout) => void>()
  const { container, unmount } = render(<Page fixed={fixed} onFitted={onFitted} />)
  await waitFor(() => expect(onFitted).toHaveBeenCalled())
  const [layout] = onFitted.mock.lastCall ?? expect.fail()
  const runsOn = container.querySelector('section')?.dataset.runsOn === 'true'
  unmount()
  if (!runsOn) expect(heightAt(layout.level) * layout.zoom).toBeLessThanOrEqual(PAGE_PX + 1)
  // Zoom 1 is 9 pt.
  if (fixed === null) expect(layout.zoom).toBeGreaterThanOrEqual(1)
  return { ...layout, runsOn }
}

test('a short page is set in larger type, up to a limit', async () => {
  heightAt = () => 500
  expect(await fitPage()).toEqual({ level: 0, zoom: 1.15, runsOn: false })
})

test('a page that just fits gets the largest type that fits', async () => {
  heightAt = () => 930
  const { level, zoom } = await fitPage()
  expect(level).toBe(0)
  expect(zoom).toBeGreaterThan(1.04)
})

test('nothing is cut for the sake of larger type alone', async () => {
  heightAt = level => (level === 0 ? 999 : 700)
  expect(await fitPage()).toEqual({ level: 0, zoom: 1, runsOn: false })
})

test('where something must be cut, what is missed least is, and type stays at 9 pt', async () => {
  heightAt = level => 1010 - 40 * level
  expect(await fitPage()).toEqual({ level: 1, zoom: 1, runsOn: false })
  heightAt = level => 1300 - 30 * level
  expect(await fitPage()).toEqual({ level: 10, zoom: 1, runsOn: false })
})

test('what not even the last cut makes fit runs on to the next sheet rather than shrink', async () => {
  heightAt = () => 1500
  expect(await fitPage()).toEqual({ level: LAST_CUT_LEVEL, zoom: 1, runsOn: true })
})

test('a page that is drawn smaller is fitted as the paper is', async () => {
  heightAt = level => 1300 - 30 * level
  const onPaper = await fitPage()
  scale = 0.37
  expect(await fitPage()).toEqual(onPaper)
})

test('a layout that was fitted before is used as it is', async () => {
  heightAt = () => 900
  const fixed = { level: 4, zoom: 1.09 }
  expect(await fitPage(fixed)).toEqual({ ...fixed, runsOn: false })
  heightAt = () => 5000
  expect(await fitPage(fixed)).toEqual({ ...fixed, runsOn: true })
})
