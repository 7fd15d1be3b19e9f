/** Electron's print options in Chromium's terms. Lengths are inches. */
import type { PrintToPDFOptions } from 'electron'
import { refuse, refuseUnknown } from './absence.ts'
import type { Protocol } from './cdp.ts'

const paperSizes: Record<string, readonly [width: number, height: number]> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

/** Electron's default margin: 1 cm. */
const defaultMargin = 0.4

const known = [
  'landscape',
  'displayHeaderFooter',
  'printBackground',
  'scale',
  'pageSize',
  'margins',
  'pageRanges',
  'headerTemplate',
  'footerTemplate',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
] satisfies (keyof PrintToPDFOptions)[]

export function toChromiumPrinting(options: PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  refuseUnknown('printToPDF', options, known)
  const { pageSize = 'Letter', margins = {}, ...others } = options
  const [paperWidth, paperHeight] =
    typeof pageSize === 'object'
      ? [pageSize.width, pageSize.height]
      : (paperSizes[pageSize] ?? refuse(`the page size '${pageSize}'`))
  const { top = defaultMargin, bottom = defaultMargin, left = defaultMargin, right = defaultMargin } = margins
  return {
    generateTaggedPDF: false,
    generateDocumentOutline: false,
    ...others,
    paperWidth,
    paperHeight,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: left,
    marginRight: right,
  }
}
