/** Measures of one screen, read from the running page: what a person meets before scrolling, and how far they can scroll. */
import type { Page } from '@playwright/test'

export interface ScreenMeasures {
  /** Elements of an interactive role, at least half of whose box lies in the viewport. */
  readonly controls: number
  /** Words of which at least half lies in the viewport. Text typed into fields is not counted. */
  readonly words: number
  /** Smallest type of the window, in CSS pixels. The report's sheet is measured apart. */
  readonly smallestPx: number
  /** Smallest type on the report's sheet as printed, in points; null on screens without it. */
  readonly sheetPt: number | null
  /** Height of the whole screen, in CSS pixels. */
  readonly height: number
}

/** Interactive roles of WAI-ARIA: its widgets that a person operates, and the link. */
const controlRoles = [
  'button',
  'checkbox',
  'combobox',
  'link',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
  'treeitem',
] as const

export async function measureScreen(page: Page): Promise<ScreenMeasures> {
  await page.evaluate(() => window.scrollTo(0, 0))
  return { controls: await countControls(page), ...(await page.evaluate(measureText)) }
}

/** Roles and names come from Playwright's accessibility tree, so hidden and inert elements are left out. */
async function countControls(page: Page): Promise<number> {
  let controls = 0
  for (const role of controlRoles) controls += await page.getByRole(role).evaluateAll(countInView)
  return controls
}

/**
 * Elements in view. A radio button or checkbox that is drawn by its label counts by the label's box; any other element
 * that is clipped to a pixel, such as the link past the navigation, is not on screen.
 */
function countInView(elements: (SVGElement | HTMLElement)[]): number {
  const isShown = ({ width, height }: DOMRect) => width > 2 && height > 2
  const boxes = elements.map(element => {
    const box = element.getBoundingClientRect()
    if (isShown(box)) return box
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
    return label?.getBoundingClientRect() ?? box
  })
  return boxes.filter(box => {
    const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0)
    const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)
    return isShown(box) && width > 0 && height > 0 && width * height >= (box.width * box.height) / 2
  }).length
}

function measureText(): Omit<ScreenMeasures, 'controls'> {
  const POINTS_PER_PIXEL = 0.75
  const sheet = document.querySelector('[aria-label="Preview"] article')
  let words = 0
  let smallestPx = Number.POSITIVE_INFINITY
  let sheetPt: number | null = null
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    const text = node.textContent ?? ''
    if (parent === null || text.trim() === '' || !isDrawn(parent)) continue
    const px =
      Number.parseFloat(getComputedStyle(parent).fontSize) * parent.currentCSSZoom * getDrawingScale(parent)
    if (sheet?.contains(parent))
      sheetPt = Math.min(sheetPt ?? Number.POSITIVE_INFINITY, px * POINTS_PER_PIXEL)
    else smallestPx = Math.min(smallestPx, px)
    if (parent.getBoundingClientRect().top < innerHeight) words += countWords(node, text)
  }
  return { words, smallestPx, sheetPt, height: document.documentElement.scrollHeight }

  /** Scale of the drawing that a text belongs to: its view box may be drawn smaller than it is. */
  function getDrawingScale(element: Element): number {
    return element instanceof SVGGraphicsElement ? Math.abs(element.getCTM()?.d ?? 1) : 1
  }

  /** False for text that only a screen reader gets: it is clipped to a pixel. */
  function isDrawn(element: Element): boolean {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      const { width, height } = one.getBoundingClientRect()
      if (getComputedStyle(one).overflow === 'hidden' && (width <= 2 || height <= 2)) return false
    }
    return true
  }

  function countWords(node: Node, text: string): number {
    let count = 0
    const range = document.createRange()
    for (const { 0: word, index } of text.matchAll(/\S*[\p{L}\p{N}]\S*/gu)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const { left, top, width, height } = range.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      count += Number(width > 0 && x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight)
    }
    return count
  }
}
