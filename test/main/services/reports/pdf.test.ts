import { EventEmitter } from 'node:events'
import type { BrowserWindow, PrintToPDFOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { createReportPrinter } from '../../../../main/services/reports/pdf.ts'
import { createReportReadiness } from '../../../../main/services/reports/readiness.ts'
import { reportOf } from '../../../shared/report/report-facts.ts'

const made = { report: reportOf({ order: { paper: 'Letter' } }), hash: 'a'.repeat(64) }
const job = { made, layout: null }
const patient = new AbortController().signal

/** Fake of the window's API that printing uses; e2e tests cover the real window. */
function openTestWindow(id: number) {
  const printed: PrintToPDFOptions[] = []
  let destroyed = false
  const webContents = Object.assign(new EventEmitter(), {
    id,
    printToPDF: async (options: PrintToPDFOptions) => {
      printed.push(options)
      return Buffer.from('%PDF')
    },
    print: (_options: unknown, done: (isPrinted: boolean, reason: string) => void) => done(true, ''),
  })
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => destroyed,
    destroy: () => {
      destroyed = true
    },
  })
  const places: string[] = []
  const openPrintWindow = (place: string) => {
    places.push(place)
    return window as unknown as BrowserWindow
  }
  return { window, webContents, printed, places, openPrintWindow, isGone: () => destroyed }
}

describe('a report as PDF', () => {
  test('waits for the page of its job, prints it and closes its window', async () => {
    const { openPrintWindow, places, printed, isGone } = openTestWindow(7)
    const printer = createReportPrinter({ openPrintWindow })
    const printing = printer.toPdf(job, patient)
    expect(places).toEqual(['#/print?job=1'])
    expect(printer.getJob(1)).toBe(job)

    printer.announce(8)
    await Promise.resolve()
    expect(printed).toEqual([])

    printer.announce(7)
    expect((await printing).toString()).toBe('%PDF')
    expect(printed[0]).toMatchObject({
      pageSize: 'Letter',
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      printBackground: true,
    })
    expect(isGone()).toBe(true)
    expect(() => printer.getJob(1)).toThrow(/no longer/)
  })

  test('gives up on a page that never announces itself, and closes its window', async () => {
    const { openPrintWindow, printed, isGone } = openTestWindow(7)
    const printing = createReportPrinter({ openPrintWindow, readyWithinMs: 10 }).toPdf(job, patient)
    await expect(printing).rejects.toThrow(/took too long.*no file was saved/)
    expect(printed).toEqual([])
    expect(isGone()).toBe(true)
  })

  test.each([
    ['did-fail-load', [{}, -6, 'ERR_FILE_NOT_FOUND'], 'ERR_FILE_NOT_FOUND'],
    ['render-process-gone', [{}, { reason: 'crashed' }], 'crashed'],
  ])('does not wait for a page after %s', async (event, details, why) => {
    const { openPrintWindow, webContents, isGone } = openTestWindow(7)
    const printing = createReportPrinter({ openPrintWindow }).toPdf(job, patient)
    webContents.emit(event, ...details)
    await expect(printing).rejects.toThrow(why)
    expect(isGone()).toBe(true)
  })

  test('ends with a sentence when the app closes while it is drawn', async () => {
    const { openPrintWindow, window, webContents } = openTestWindow(7)
    webContents.printToPDF = () => new Promise(() => {})
    const printer = createReportPrinter({ openPrintWindow })
    const printing = printer.toPdf(job, patient)
    printer.announce(7)
    window.emit('closed')
    await expect(printing).rejects.toThrow(/its window was closed.*no file was saved/)
  })

  test('can be stopped, before and while it is drawn', async () => {
    const { openPrintWindow, places, isGone } = openTestWindow(7)
    const printer = createReportPrinter({ openPrintWindow })
    await expect(printer.toPdf(job, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
    expect(places).toEqual([])
    const controller = new AbortController()
    const printing = printer.toPdf(job, controller.signal)
    controller.abort(new Error('stopped'))
    await expect(printing).rejects.toThrow('stopped')
    expect(isGone()).toBe(true)
  })

  test('closes the window when printing itself fails', async () => {
    const { openPrintWindow, webContents, isGone } = openTestWindow(7)
    webContents.printToPDF = () => Promise.reject(new Error('no memory'))
    const printer = createReportPrinter({ openPrintWindow })
    const printing = printer.toPdf(job, patient)
    printer.announce(7)
    await expect(printing).rejects.toThrow('no memory')
    expect(isGone()).toBe(true)
  })
})

describe('a report on paper', () => {
  async function print(answer: [isPrinted: boolean, reason: string]): Promise<boolean> {
    const { openPrintWindow, webContents } = openTestWindow(7)
    webContents.print = (_options, done) => done(...answer)
    const printer = createReportPrinter({ openPrintWindow })
    const printing = printer.toPaper(job, patient)
    printer.announce(7)
    return printing
  }

  test('says whether it was printed, or the person changed their mind', async () => {
    expect(await print([true, ''])).toBe(true)
    expect(await print([false, 'Print job canceled'])).toBe(false)
  })

  test('says what to do when there is no printer', async () => {
    await expect(print([false, 'No printers available'])).rejects.toThrow(
      /could not be printed \(No printers available\)\. Save it as PDF/,
    )
  })
})

test('two windows do not wait for each other', async () => {
  const readiness = createReportReadiness()
  const first = readiness.wait(1, 60_000)
  const second = readiness.wait(2, 20)
  readiness.announce(1)
  await expect(first).resolves.toBeUndefined()
  await expect(second).rejects.toThrow(/took too long/)
})

test('a page that is ready leaves no timer behind', async () => {
  vi.useFakeTimers()
  try {
    const readiness = createReportReadiness()
    const ready = readiness.wait(1, 60_000)
    readiness.announce(1)
    await ready
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})
