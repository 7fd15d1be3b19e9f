/**
 * Origin of the pages: the built renderer's files, served under the custom scheme `app://`. No other origin is ever
 * loaded, except Vite's server while developing.
 */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Protocol } from 'electron'

const SCHEME = 'app'
const HOST = 'unknot'

/** Loopback hosts, which need no trust in a resolver. */
const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Vite's address, set by electron-vite while developing. Ignored when packaged, or when it is not a loopback address.
 */
export function developmentServer(isPackaged: boolean): string | undefined {
  const address = isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  if (address === undefined || !URL.canParse(address)) return undefined
  const { protocol, hostname } = new URL(address)
  return /^https?:$/.test(protocol) && LOOPBACK_HOSTS.has(hostname) ? address : undefined
}

function pageOrigin(isPackaged: boolean): string {
  const server = developmentServer(isPackaged)
  return server === undefined ? `${SCHEME}://${HOST}` : new URL(server).origin
}

/** The address of a place in the program, such as `#/today`. */
export function pageAddress(isPackaged: boolean, place: string): string {
  return `${pageOrigin(isPackaged)}/index.html${place}`
}

/** True for addresses of the program's own pages. (`URL.origin` is "null" for custom schemes.) */
export function isOwnPage(isPackaged: boolean, address: string): boolean {
  try {
    const { protocol, host } = new URL(address)
    return `${protocol}//${host}` === pageOrigin(isPackaged)
  } catch {
    return false
  }
}

/**
 * Content security policy. Scripts come from the program's files alone: no inline script, no eval, no other origin.
 * Inline styles are allowed, since the component library sets sizes and colours that way.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Makes `app://` a secure origin with storage of its own. To be called before the app is ready. */
export function registerPageScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

/** Serves files of `folder` only. */
export function servePages(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  protocol.handle(SCHEME, request => answerPageRequest(folder, request.url))
}

/** Percent-decoded path; empty, and so answered with 404, for malformed escapes. */
function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return ''
  }
}

export async function answerPageRequest(folder: string, address: string): Promise<Response> {
  const { host, pathname } = new URL(address)
  const file = normalize(join(folder, decode(pathname)))
  const type = CONTENT_TYPES[extname(file)]
  if (host !== HOST || type === undefined || !file.startsWith(folder + sep))
    return new Response(null, { status: 404 })
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
      },
    })
  } catch {
    return new Response(null, { status: 404 })
  }
}
