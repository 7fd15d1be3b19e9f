import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SaveDialogOptions } from 'electron'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createChartHandlers } from '../../../../main/ipc/handlers/charts.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const PAGE = { pageId: 1 }

/** Handlers with a dialog that answers `name` or is cancelled; records the dialog's options and the copied content. */
function makeHandlers(name: string | null) {
  const filePath = name === null ? '' : join(newFolder(), name)
  const asked: SaveDialogOptions[] = []
  const copied: (string | Uint8Array)[] = []
  const copy = async (data: string | Uint8Array) => {
    copied.push(data)
  }
  const handlers = createChartHandlers({
    clipboard: { writeText: copy, writePicture: copy },
    getMainWindow: () => null,
    dialog: {
      showSaveDialog: async (...given: unknown[]) => {
        asked.push(Object(given.at(-1)))
        return { canceled: name === null, filePath }
      },
    },
  })
  return { handlers, filePath, asked, copied }
}

const question = 'How are the cramps doing?'

test('numbers become a CSV file that is named after the question, and in which nothing is a formula', async () => {
  const { handlers, filePath, asked } = makeHandlers('chart.csv')
  const reply = await answer(
    handlers,
    'saveChartNumbers',
    {
      name: question,
      columns: ['Shoe', 'Cramps per 100 h'],
      rows: [
        ['=HYPERLINK("x")', 1.25],
        ['Clogs', null],
      ],
    },
    PAGE,
  )
  expect(reply).toEqual({ ok: true, value: { path: filePath } })
  expect(asked[0]?.defaultPath).toBe('Unknot How are the cramps doing.csv')
  const { data } = Papa.parse(readFileSync(filePath, 'utf8').replace('\uFEFF', '').trim())
  expect(data).toEqual([
    ['Shoe', 'Cramps per 100 h'],
    [`'=HYPERLINK("x")`, '1.25'],
    ['Clogs', ''],
  ])
})

test('a picture is stored as it was drawn', async () => {
  const { handlers, filePath, asked } = makeHandlers('chart.png')
  const png = Buffer.from('89504e470d0a1a0a0001', 'hex')
  const input = { name: '../..\\a:b*?', pngBase64: png.toString('base64') }
  expect(await answer(handlers, 'saveChartPicture', input, PAGE)).toMatchObject({ ok: true })
  expect(readFileSync(filePath)).toEqual(png)
  expect(asked[0]?.defaultPath).toBe('Unknot a b.png')
})

test('nothing is stored when the person changes their mind', async () => {
  const { handlers } = makeHandlers(null)
  const reply = await answer(handlers, 'saveChartNumbers', { name: question, columns: ['a'], rows: [] }, PAGE)
  expect(reply).toEqual({ ok: true, value: { path: null } })
})

test('numbers are copied as cells between tabs, in which nothing is a formula', async () => {
  const { handlers, asked, copied } = makeHandlers(null)
  const input = {
    columns: ['Shoe', 'Cramps per 100 h'],
    rows: [
      ['=1+1', 1.25],
      ['Clogs', null],
    ],
  }
  expect(await answer(handlers, 'copyChartNumbers', input, PAGE)).toEqual({ ok: true, value: {} })
  expect(copied).toEqual([`Shoe\tCramps per 100 h\r\n"'=1+1"\t1.25\r\nClogs\t`])
  expect(asked).toEqual([])
})

test('a picture is copied as it was drawn', async () => {
  const { handlers, copied } = makeHandlers(null)
  const png = Buffer.from('89504e470d0a1a0a0001', 'hex')
  const input = { pngBase64: png.toString('base64') }
  expect(await answer(handlers, 'copyChartPicture', input, PAGE)).toEqual({ ok: true, value: {} })
  expect(copied).toEqual([png])
})

test('what is no PNG is not copied', async () => {
  const { handlers, copied } = makeHandlers(null)
  const input = { pngBase64: Buffer.from('<svg/>').toString('base64') }
  const reply = await answer(handlers, 'copyChartPicture', input, PAGE)
  expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
  expect(copied).toEqual([])
})

test.each([
  ['copyChartPicture', { pngBase64: 'iVBORw0KGgo=' }],
  ['copyChartNumbers', { columns: ['a'], rows: [] }],
] as const)('%s tells when the system does not take it', async (call, input) => {
  const refuse = () => Promise.reject(new Error('the selection is owned by another window'))
  const handlers = createChartHandlers({
    getMainWindow: () => null,
    dialog: { showSaveDialog: async () => ({ canceled: true, filePath: '' }) },
    clipboard: { writeText: refuse, writePicture: refuse },
  })
  const reply = await answer(handlers, call, input, PAGE)
  expect(reply).toMatchObject({
    ok: false,
    failure: {
      message: 'It could not be copied to the clipboard. Try again, or save it as a file.',
    },
  })
})

test.each([
  ['no PNG', { name: question, pngBase64: Buffer.from('<svg/>').toString('base64') }],
  ['no Base64', { name: question, pngBase64: 'iVBORw0KGgo!' }],
  ['no name', { name: '', pngBase64: 'iVBORw0KGgo=' }],
])('a picture that has %s is refused', async (_, input) => {
  const { handlers, asked } = makeHandlers('chart.png')
  const reply = await answer(handlers, 'saveChartPicture', input, PAGE)
  expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
  expect(asked).toEqual([])
})
