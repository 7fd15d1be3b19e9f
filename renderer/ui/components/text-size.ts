/**
 * Text size of the page, 100 to 200 %: the font size of the root element, which every length of the styles follows (rem).
 * Kept in the page's storage like the appearance, since it belongs to the screen and not to the journal.
 */
import { readLocalStorageValue, useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useLayoutEffect } from 'react'

/** Percent of the usual size, ascending. */
export const textSizes = [100, 110, 125, 150, 175, 200] as const
export type TextSize = (typeof textSizes)[number]

const USUAL: TextSize = 100
const PX_PER_EM = 16

const findSize = (percent: unknown): TextSize | undefined => textSizes.find(size => size === percent)

const storage = {
  key: 'unknot-text-size',
  defaultValue: USUAL,
  // The first render has the stored size already.
  getInitialValueInEffect: false,
  serialize: String,
  deserialize: (text: string | undefined): TextSize => findSize(Number(text)) ?? USUAL,
}

export function useTextSize(): readonly [size: TextSize, setSize: (size: TextSize) => void] {
  const [size, setSize] = useLocalStorage<TextSize>(storage)
  return [size, setSize]
}

/** Factor for lengths that a script computes in pixels, such as the axes of charts: 1 to 2. */
export function useTextScale(): number {
  return useTextSize()[0] / 100
}

/** True in a window of at most `ems` letters' width, as `@container page (max-width: <ems>em)` has it in styles. */
export function useIsNarrow(ems: number): boolean {
  const width = ems * PX_PER_EM * useTextScale()
  return useMediaQuery(`(max-width: ${width}px)`, false, { getInitialValueInEffect: false })
}

/** The size `steps` further; the ends are kept. */
export function getNextSize(size: TextSize, steps: number): TextSize {
  const index = textSizes.indexOf(size) + steps
  return textSizes[Math.min(Math.max(index, 0), textSizes.length - 1)] ?? size
}

/**
 * Applies the stored text size to a page that is still empty: Chromium evaluates the first container queries with the font
 * size that the page began with. Paper is never scaled.
 */
export function startTextSize(isPaper: boolean): void {
  if (!isPaper) applySize(readLocalStorageValue(storage))
}

/** Applies the text size whenever it changes. */
export function useAppliedTextSize(isPaper: boolean): void {
  const [size] = useTextSize()
  useLayoutEffect(() => {
    if (!isPaper) applySize(size)
  }, [size, isPaper])
}

function applySize(size: TextSize): void {
  document.documentElement.style.fontSize = size === USUAL ? '' : `${size}%`
}
