/** `net.fetch` for file URLs, which protocol handlers use. Network requests are not implemented. */
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Net } from 'electron'
import { present, refuse } from './absence.ts'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const implementation: Pick<Net, 'fetch'> = {
  async fetch(input) {
    const url = new URL(typeof input === 'string' ? input : input.url)
    if (url.protocol !== 'file:') refuse(`net.fetch of ${url.protocol}`)
    const file = fileURLToPath(url)
    const mediaType = mediaTypes[extname(file)] ?? 'application/octet-stream'
    return new Response(new Uint8Array(await readFile(file)), { headers: { 'content-type': mediaType } })
  },
}

export const net = present<Net>('net', implementation)
