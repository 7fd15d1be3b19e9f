import { expect, test } from '@playwright/test'
import { runFixtureApp } from './fixture-app.ts'

const app = runFixtureApp()

test('text is read back as it was written, until it is cleared', async () => {
  const read = await app().electronApp.evaluate(async ({ clipboard }) => {
    const atFirst = await clipboard.readText()
    await clipboard.writeText('Größe\t足\r\n1')
    const text = await clipboard.readText()
    const has = [await clipboard.has('text/plain'), await clipboard.has('image/png')]
    clipboard.clear()
    return { atFirst, text, has, cleared: await clipboard.readText(), items: (await clipboard.read()).length }
  })
  expect(read).toEqual({ atFirst: '', text: 'Größe\t足\r\n1', has: [true, false], cleared: '', items: 0 })
})

test('a picture takes the place of the text, and holds the same bytes', async () => {
  const read = await app().electronApp.evaluate(async ({ BrowserWindow, clipboard, ClipboardItem }) => {
    await clipboard.writeText('before')
    const png = (await BrowserWindow.getAllWindows()[0]?.capturePage())?.toPNG() ?? Buffer.alloc(0)
    await clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) }),
    ])
    const [item] = await clipboard.read()
    const blob = await item?.getType('image/png')
    const bytes = blob instanceof Blob ? Buffer.from(await blob.arrayBuffer()) : null
    return { types: item?.types, same: bytes?.equals(png), text: await clipboard.readText() }
  })
  expect(read).toEqual({ types: ['image/png'], same: true, text: '' })
})

test('what is no PNG is refused and leaves the clipboard as it was, and a missing type is told', async () => {
  const told = await app().electronApp.evaluate(async ({ clipboard, ClipboardItem }) => {
    const messageOf = (error: unknown) => (error instanceof Error ? error.message : '')
    await clipboard.writeText('before')
    const svg = new ClipboardItem({
      'text/plain': 'after',
      'image/png': new Blob(['<svg/>'], { type: 'image/png' }),
    })
    const untyped = new ClipboardItem({ 'image/png': new Blob(['']) })
    return {
      refused: await clipboard.write([svg]).then(() => '', messageOf),
      untyped: await clipboard.write([untyped]).then(() => '', messageOf),
      text: await clipboard.readText(),
      missing: await new ClipboardItem({ 'text/plain': 'x' }).getType('image/png').then(() => '', messageOf),
      twoItems: await clipboard.write([svg, svg]).then(() => '', messageOf),
    }
  })
  expect(told).toEqual({
    refused: 'The image/png of the ClipboardItem is no PNG',
    untyped: "The image/png of the ClipboardItem is a Blob of type ''",
    text: 'before',
    missing: 'The ClipboardItem has no image/png',
    twoItems: 'clipboard.write of 2 items is not in the stand-in for Electron',
  })
})
