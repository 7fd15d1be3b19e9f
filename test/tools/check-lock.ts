/**
 * What CI asks of an install: that the packages are those of the lock file, and that nothing was compiled. better-sqlite3
 * brings its binaries along, but npm reads that only from the lock file, and takes the line out whenever it writes the file:
 * hence `save=false` in .npmrc. Without the line a machine without a compiler cannot install the project.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../host/host.ts'

interface Lock {
  readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const read = (path: string): Lock => JSON.parse(readFileSync(join(root, path), 'utf8'))
const locked = read('package-lock.json')
/** Lock file of the installed packages, written by npm. It lacks optional packages of other platforms. */
const installed = read('node_modules/.package-lock.json')

const tell = ({ version, integrity }: Readonly<Record<string, unknown>> = {}) => `${version} ${integrity}`
const paths = new Set([
  ...Object.keys(installed.packages),
  ...Object.entries(locked.packages).flatMap(([path, { optional }]) =>
    path === '' || optional === true ? [] : [path],
  ),
])
const differing = [...paths].filter(path => tell(locked.packages[path]) !== tell(installed.packages[path]))

const problems = [
  ...differing.map(
    path => `${path}: locked ${tell(locked.packages[path])}, installed ${tell(installed.packages[path])}`,
  ),
  ...(locked.packages['node_modules/better-sqlite3']?.gypfile === false
    ? []
    : ['better-sqlite3 needs "gypfile": false in package-lock.json (npm has taken it out: put it back).']),
  ...(existsSync(join(root, 'node_modules/better-sqlite3/build')) ? ['better-sqlite3 was compiled.'] : []),
]
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
