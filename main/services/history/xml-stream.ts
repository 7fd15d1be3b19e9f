/**
 * XML elements of a stream, by saxes, in bounded memory. Faults that real exports have are passed over: control characters, a
 * repeated attribute, a document type without its end. A file that is cut off, or made to fill the memory, is refused.
 */
import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { DAMAGED, INCOMPLETE, refuseExport } from './refuse-export.ts'

export type XmlAttributes = Readonly<Record<string, string | undefined>>

export interface XmlHandler {
  /** @param depth 1 for the root */
  open(name: string, attributes: XmlAttributes, depth: number): void
  close(depth: number): void
}

/** About the most characters without a tag that begins or ends: Apple's document type has 20,000, its longest tag 2,000. */
const MOST_BETWEEN_TAGS = 1_000_000
const MOST_DEPTH = 50

/** saxes' words for a document that ends too early. */
const CUT_OFF = /^(unclosed tag|unexpected end|document must contain a root element)/
/**
 * saxes' words for faults within a tag or a text, which leave the elements as they are. A bare `&` is none of them: it swallows
 * all up to the next `;`.
 */
const HARMLESS =
  /^(disallowed character(\.| in attribute name)|malformed character entity|undefined entity|empty entity name|duplicate attribute|attribute without value|no whitespace between attributes|text data outside of root node|an XML declaration must be|the XML declaration must|the string "]]>")/

/**
 * @param onChunk called between pieces of the file; may throw to stop
 * @throws CallFailure for a file that is incomplete, damaged or hostile; what `onChunk` or the stream throws
 */
export async function readXml(stream: Readable, handler: XmlHandler, onChunk: () => void): Promise<void> {
  const parser = new SaxesParser()
  let depth = 0
  let charactersSinceTag = 0
  parser.on('doctype', text => {
    // Apple declares no entities; they are how a small file unfolds into a large one. saxes never expands them.
    if (/<!ENTITY/i.test(text)) throw refuseExport(DAMAGED)
  })
  parser.on('error', error => {
    const message = error.message.replace(/^(undefined:)?\d+:\d+: /, '')
    if (CUT_OFF.test(message)) throw refuseExport(INCOMPLETE)
    if (!HARMLESS.test(message)) throw refuseExport(DAMAGED)
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    charactersSinceTag = 0
    if (depth > MOST_DEPTH) throw refuseExport(DAMAGED)
    handler.open(name, attributes, depth)
  })
  parser.on('closetag', () => {
    charactersSinceTag = 0
    handler.close(depth)
    depth--
  })
  const decoder = new TextDecoder()
  const write = (text: string) => {
    charactersSinceTag += text.length
    parser.write(text)
    if (charactersSinceTag > MOST_BETWEEN_TAGS) throw refuseExport(DAMAGED)
  }
  for await (const chunk of stream) {
    write(decoder.decode(chunk, { stream: true }))
    onChunk()
  }
  write(decoder.decode())
  parser.close()
}
