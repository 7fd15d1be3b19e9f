/** `clipboard`: in memory, so that no spec reads or overwrites the desktop's clipboard. */
import type * as Electron from 'electron/main'
import { present, refuse } from './absence.ts'
import { isPng } from './native-image.ts'

const knownTypes: readonly string[] = ['text/plain', 'image/png']

type Payloads = ConstructorParameters<typeof Electron.ClipboardItem>[0]

class StandInClipboardItem {
  readonly types: string[]
  private readonly payloads: Payloads

  constructor(payloads: Payloads) {
    this.types = Object.keys(payloads)
    this.payloads = payloads
    if (this.types.length === 0) throw new TypeError('A ClipboardItem needs at least one type')
    for (const type of this.types) if (!knownTypes.includes(type)) refuse(`ClipboardItem type '${type}'`)
  }

  async getType(type: string): Promise<Blob> {
    const payload = await this.payloads[type]
    if (payload === undefined) throw new Error(`The ClipboardItem has no ${type}`)
    if (typeof payload === 'string') return new Blob([payload], { type })
    return payload instanceof Blob ? payload : refuse('ClipboardItem with a bookmark')
  }
}

const makeItem = (payloads: Payloads) =>
  present<Electron.ClipboardItem>('ClipboardItem', new StandInClipboardItem(payloads))

export const ClipboardItem = new Proxy(
  present<typeof Electron.ClipboardItem>('ClipboardItem', StandInClipboardItem),
  { construct: (_, [payloads]: [Payloads]) => makeItem(payloads) },
)

let held: ReadonlyMap<string, Blob> = new Map()

/** Payload of one type. A real clipboard decodes a picture; here only the file signature is compared with the type. */
async function readPayload(item: Electron.ClipboardItem, type: string): Promise<Blob> {
  const payload = await item.getType(type)
  if (!(payload instanceof Blob)) return refuse('ClipboardItem with a bookmark')
  // Chromium's clipboard refuses a mismatch as well.
  if (payload.type !== type)
    throw new Error(`The ${type} of the ClipboardItem is a Blob of type '${payload.type}'`)
  const bytes = Buffer.from(await payload.arrayBuffer())
  if (type === 'image/png' && !isPng(bytes)) throw new Error('The image/png of the ClipboardItem is no PNG')
  return new Blob([bytes], { type })
}

const implementation: Pick<
  Electron.Clipboard,
  'clear' | 'has' | 'read' | 'readText' | 'write' | 'writeText'
> = {
  clear() {
    held = new Map()
  },
  async has(type) {
    return held.has(type)
  },
  async read() {
    return held.size === 0 ? [] : [makeItem(Object.fromEntries(held))]
  },
  async readText() {
    return (await held.get('text/plain')?.text()) ?? ''
  },
  async write(items) {
    const [item, ...others] = items
    if (item === undefined || others.length > 0) return refuse(`clipboard.write of ${items.length} items`)
    // Atomic: every payload is read before the first is stored, so a failure leaves the clipboard unchanged.
    const payloads = item.types.map(async type => [type, await readPayload(item, type)] as const)
    held = new Map(await Promise.all(payloads))
  },
  async writeText(text) {
    held = new Map([['text/plain', new Blob([text], { type: 'text/plain' })]])
  },
}

export const clipboard = present<Electron.Clipboard>('clipboard', implementation)
