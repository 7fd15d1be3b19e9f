import type { BrowserWindow, Dialog } from 'electron'
import type { Handlers } from '../../../shared/contract.ts'
import { saveFile } from '../../files/ask-for-path.ts'
import { formatCsv, formatForPasting } from '../../files/csv.ts'
import { CallFailure } from '../../files/failures.ts'

type ChartCalls = Pick<
  Handlers,
  'saveChartPicture' | 'saveChartNumbers' | 'copyChartPicture' | 'copyChartNumbers'
>

export interface SystemClipboard {
  readonly writeText: (text: string) => Promise<void>
  /** @param png the bytes of a PNG file */
  readonly writePicture: (png: Uint8Array<ArrayBuffer>) => Promise<void>
}

export interface ChartDeps {
  readonly dialog: Pick<Dialog, 'showSaveDialog'>
  readonly clipboard: SystemClipboard
  readonly getMainWindow: () => BrowserWindow | null
}

/** Calls that save or copy charts: pages may use neither the file system nor the clipboard. */
export function createChartHandlers({ dialog, clipboard, getMainWindow }: ChartDeps): ChartCalls {
  return {
    saveChartPicture: async ({ name, pngBase64 }) => ({
      path: await saveFile(dialog, getMainWindow(), {
        defaultPath: nameFile(name, 'png'),
        filters: [{ name: 'Picture (PNG)', extensions: ['png'] }],
        data: Buffer.from(pngBase64, 'base64'),
      }),
    }),
    saveChartNumbers: async ({ name, columns, rows }) => ({
      path: await saveFile(dialog, getMainWindow(), {
        defaultPath: nameFile(name, 'csv'),
        filters: [{ name: 'CSV', extensions: ['csv'] }],
        data: formatCsv({ columns, rows }),
      }),
    }),
    copyChartPicture: ({ pngBase64 }) => reportCopy(clipboard.writePicture(Buffer.from(pngBase64, 'base64'))),
    copyChartNumbers: table => reportCopy(clipboard.writeText(formatForPasting(table))),
  }
}

/** @throws CallFailure with a sentence for the person when the system did not take it */
async function reportCopy(writing: Promise<void>): Promise<Record<string, never>> {
  try {
    await writing
    return {}
  } catch {
    const message = 'It could not be copied to the clipboard. Try again, or save it as a file.'
    throw new CallFailure({ code: 'internal', message })
  }
}

/**
 * File name of a chart: "How are the cramps doing?" becomes `Unknot How are the cramps doing.png`. Drops characters
 * that some file systems refuse.
 */
function nameFile(name: string, ending: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}()',-]+/gu, ' ').trim()
  return `Unknot ${plain === '' ? 'chart' : plain}.${ending}`
}
