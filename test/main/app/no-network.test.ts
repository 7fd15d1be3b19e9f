import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

/**
 * Patterns of network access. Pages are cut off at run time (`guards.ts`); main is not, so its source must not contain
 * any.
 */
const NETWORK = [
  /from ['"](node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)['"]/,
  /\b(fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon|WebTransport|RTCPeerConnection)\(/,
  /\b(openExternal|autoUpdater|crashReporter|loadExtension|setProxy|net\.request)\b/,
]

const sources = globSync('{main,preload,renderer,shared}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: ['main/packaging/**'],
})

test('no source of the program uses the network', () => {
  expect(sources.length).toBeGreaterThan(300)
  const users = sources.filter(name => {
    const text = readFileSync(join(root, name), 'utf8')
    return NETWORK.some(pattern => pattern.test(text))
  })
  expect(users).toEqual([])
})
