import { expect, test } from '@playwright/test'
import type { PrintToPDFOptions } from 'electron'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { runFixtureApp } from './fixture-app.ts'

const app = runFixtureApp()

async function print(options: PrintToPDFOptions): Promise<PDFDocumentProxy> {
  const bytes = await app().electronApp.evaluate(async ({ BrowserWindow }, given) => {
    const window = new BrowserWindow({ show: false })
    try {
      await window.loadURL('app://fixture/second.html')
      return (await window.webContents.printToPDF(given)).toString('base64')
    } finally {
      window.destroy()
    }
  }, options)
  return getDocument({ data: new Uint8Array(Buffer.from(bytes, 'base64')), verbosity: 0 }).promise
}

async function readFirstPage(pdf: PDFDocumentProxy) {
  const page = await pdf.getPage(1)
  const { items } = await page.getTextContent()
  const words = items.flatMap(item =>
    'str' in item ? [{ text: item.str, left: item.transform[4] as number }] : [],
  )
  return { page, words, text: words.map(({ text }) => text).join(' ') }
}

test('a page nobody sees is printed on A4, with what it says', async () => {
  const pdf = await print({ pageSize: 'A4' })
  const { page, text } = await readFirstPage(pdf)
  const [, , width = 0, height = 0] = page.view
  // 210 by 297 mm in points; Electron's own figures of the sizes are rounded to a hundredth of an inch.
  expect(Math.abs(width - 595.3)).toBeLessThan(1)
  expect(Math.abs(height - 841.9)).toBeLessThan(1)
  expect(pdf.numPages).toBe(1)
  expect(text).toContain('Words on a page.')
})

test('on Letter, with margins in inches', async () => {
  const margins = { top: 1, bottom: 1, left: 2, right: 1 }
  const { page, words } = await readFirstPage(await print({ pageSize: 'Letter', margins }))
  expect(page.view.slice(2)).toEqual([612, 792])
  // 96 CSS pixels are 72 points; a body has a margin of 8 pixels.
  const heading = words.find(({ text }) => text.startsWith('Second'))
  expect(heading?.left).toBeCloseTo(2 * 72 + 6, 0)
})

test('tagged and with an outline if asked, and not otherwise', async () => {
  const tagged = await print({ generateTaggedPDF: true, generateDocumentOutline: true })
  const { page } = await readFirstPage(tagged)
  expect(JSON.stringify(await page.getStructTree())).toContain('"H1"')
  expect((await tagged.getOutline())?.map(({ title }) => title)).toEqual(['Second page'])
  const plain = await print({})
  expect(await (await plain.getPage(1)).getStructTree()).toBeNull()
  expect(await plain.getOutline()).toBeNull()
})

test('with a header and a footer', async () => {
  const { text } = await readFirstPage(
    await print({
      displayHeaderFooter: true,
      headerTemplate: '<span style="font-size: 8px">The header</span>',
      footerTemplate: '<span style="font-size: 8px">Page <span class="pageNumber"></span></span>',
      margins: { top: 1, bottom: 1 },
    }),
  )
  expect(text).toContain('The header')
  expect(text).toMatch(/Page\s+1/)
})

test('an option that is unknown is refused by name', async () => {
  const unknown = { pageSize: 'A4', silent: true } as PrintToPDFOptions
  await expect(print(unknown)).rejects.toThrow("printToPDF option 'silent' is not in the stand-in")
})
