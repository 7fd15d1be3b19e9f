/**
 * Renders a chart to a picture: its drawings in their colours on screen, the texts around them, and above them the
 * question and the answer, so that a picture that is passed on says what it shows.
 */

export interface PictureWords {
  readonly question: string
  readonly answer: string
  /** Basis line: the period and the filter; empty without either. */
  readonly basis: string
}

const MARGIN_PX = 24
/** Pixels of the picture for one of the screen: sharp on paper, too. */
const SCALE = 2
const TITLE_FONT_PX = 20
const ANSWER_FONT_PX = 14
const BASIS_FONT_PX = 13
const LINE_HEIGHT = 1.45

/**
 * Draws what a figure holds: every `svg` that is a chart (Recharts) or is marked `data-picture`, and every text outside
 * of them but what is marked `data-not-pictured`. Other decorations are left out.
 *
 * @returns a PNG file in Base64
 * @throws Error when the page cannot draw, which no window of ours should ever see
 */
export async function drawPicture(figure: HTMLElement, words: PictureWords): Promise<string> {
  const frame = figure.getBoundingClientRect()
  const style = getComputedStyle(figure)
  const canvas = document.createElement('canvas')
  const ink = canvas.getContext('2d')
  if (ink === null) throw new Error('The picture could not be drawn.')
  const heading = layOutHeading(ink, words, frame.width, style.fontFamily)
  canvas.width = Math.ceil((frame.width + 2 * MARGIN_PX) * SCALE)
  canvas.height = Math.ceil((frame.height + heading.height + 2 * MARGIN_PX) * SCALE)
  ink.scale(SCALE, SCALE)
  ink.fillStyle = getGround(figure)
  ink.fillRect(0, 0, canvas.width, canvas.height)
  ink.translate(MARGIN_PX, MARGIN_PX)
  ink.fillStyle = style.color
  heading.draw()
  ink.translate(-frame.left, heading.height - frame.top)
  for (const svg of figure.querySelectorAll<SVGSVGElement>('svg.recharts-surface, svg[data-picture]')) {
    const { left, top, width, height } = svg.getBoundingClientRect()
    if (width > 0 && height > 0) ink.drawImage(await loadImage(svg, width, height), left, top, width, height)
  }
  drawTexts(ink, figure)
  return canvas.toDataURL('image/png').replace('data:image/png;base64,', '')
}

interface Heading {
  readonly height: number
  readonly draw: () => void
}

function layOutHeading(
  ink: CanvasRenderingContext2D,
  { question, answer, basis }: PictureWords,
  width: number,
  family: string,
): Heading {
  const paragraphs = [
    { text: question, font: `600 ${TITLE_FONT_PX}px ${family}`, size: TITLE_FONT_PX },
    { text: answer, font: `${ANSWER_FONT_PX}px ${family}`, size: ANSWER_FONT_PX },
    { text: basis, font: `${BASIS_FONT_PX}px ${family}`, size: BASIS_FONT_PX },
  ]
  const lines = paragraphs.flatMap(({ text, font, size }) => {
    ink.font = font
    return breakLines(ink, text, width).map(line => ({ line, font, height: size * LINE_HEIGHT }))
  })
  return {
    height: lines.reduce((sum, { height }) => sum + height, MARGIN_PX),
    draw: () => {
      ink.textBaseline = 'top'
      let top = 0
      for (const { line, font, height } of lines) {
        ink.font = font
        ink.fillText(line, 0, top)
        top += height
      }
    },
  }
}

function breakLines(ink: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && ink.measureText(longer).width > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/** The colour that is seen behind an element. */
function getGround(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at)
    if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor
  }
  return '#fff'
}

/** Style properties that are inlined, because an exported SVG has no style sheets. */
const drawnProperties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'visibility',
  'display',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const

async function loadImage(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('The picture could not be drawn.')
  const originals = [svg, ...svg.querySelectorAll('*')]
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[index]
    if (original === undefined || !(element instanceof SVGElement)) continue
    const style = getComputedStyle(original)
    for (const property of drawnProperties)
      element.style.setProperty(property, style.getPropertyValue(property))
  }
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  return image
}

/** Draws the texts around the drawings at their positions on screen. Skips visually hidden ones. */
function drawTexts(ink: CanvasRenderingContext2D, figure: HTMLElement): void {
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT)
  ink.textBaseline = 'middle'
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent === null || parent.closest('svg, .recharts-tooltip-wrapper, [data-not-pictured]') !== null)
      continue
    const style = getComputedStyle(parent)
    if (style.visibility === 'hidden' || style.clipPath !== 'none' || style.clip !== 'auto') continue
    ink.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    ink.fillStyle = style.color
    for (const { word, left, middle } of placeWords(node)) ink.fillText(word, left, middle)
  }
}

/** A text may go over several lines: each word has a place of its own. */
function placeWords(node: Node): { word: string; left: number; middle: number }[] {
  const range = document.createRange()
  return Array.from((node.textContent ?? '').matchAll(/\S+/g), ({ 0: word, index }) => {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const { left, top, height } = range.getBoundingClientRect()
    return { word, left, middle: top + height / 2 }
  })
}
