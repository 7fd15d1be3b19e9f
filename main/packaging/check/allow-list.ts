/** Files that a packed program may hold, and must: a pattern for each group. Anything else fails the check. */
import type { System } from './electron-dist.ts'

const sqlite = 'node_modules/better-sqlite3'

const inAsar: readonly RegExp[] = [
  /^package\.json$/,
  /^LICENSE$/,
  /^out\/main\/index\.js$/,
  /^out\/main\/analysis-worker\.js$/,
  /^out\/main\/archive-worker\.js$/,
  /^out\/main\/history-worker\.js$/,
  // Chunks, named with a hash.
  /^out\/main\/[\w-]+-[\w-]{8}\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/licenses\.json$/,
  /^out\/renderer\/assets\/[\w.-]+-[\w-]{8}\.js$/,
  /^out\/renderer\/assets\/[\w.-]+-[\w-]{8}\.css$/,
  /^out\/renderer\/assets\/[\w.-]+-[\w-]{8}\.woff2$/,
  new RegExp(`^${sqlite}/package\\.json$`),
  new RegExp(`^${sqlite}/LICENSE$`),
  new RegExp(`^${sqlite}/lib/(methods/)?[\\w-]+\\.js$`),
]

const prebuilds: Readonly<Record<System, string>> = { linux: 'linux', mac: 'darwin', win: 'win32' }

/** The one native file of the system. */
const nativeFile = (system: System, arch: string) => `${sqlite}/prebuilds/${prebuilds[system]}-${arch}.node`

/** Differences between the files of an asar and the list, a sentence each. */
export function compareWithList(system: System, arch: string, files: readonly string[]): string[] {
  const native = nativeFile(system, arch)
  const surplus = files.filter(file => file !== native && !inAsar.some(pattern => pattern.test(file)))
  const missing = inAsar.filter(pattern => !files.some(file => pattern.test(file)))
  return [
    ...surplus.map(file => `${file} is packed, and not on the list.`),
    ...missing.map(pattern => `Nothing is packed that is ${pattern.source}.`),
    ...(files.includes(native) ? [] : [`${native} is missing.`]),
  ]
}
