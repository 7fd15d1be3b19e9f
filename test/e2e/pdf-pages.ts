/** PDF text extraction for specs. */
import { readFileSync } from 'node:fs'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export const openPdf = (path: string): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise

/** Text of each page, white space collapsed to single spaces. */
export async function readPages(pdf: PDFDocumentProxy): Promise<string[]> {
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async number => {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      return squeeze(items.map(item => ('str' in item ? item.str : '')).join(' '))
    }),
  )
}

const squeeze = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/**
 * Text without spaces: a PDF has positions of letters, no word boundaries. One glyph of the font serves two characters,
 * the apostrophe and a letter, so a PDF may give either. Direction marks are dropped.
 */
export const letters = (text: string): string =>
  text.replaceAll(/[\s\u2068\u2069]+/g, '').replaceAll('\u02BC', '\u2019')
