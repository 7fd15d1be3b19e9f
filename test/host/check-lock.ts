/**
 * What CI asks of the lock file: that the packages are those it names, and that it says of better-sqlite3 that there is
 * nothing to compile. It brings its binaries along; but npm reads that only from the lock file, and takes the line out
 * whenever it writes the file anew. Without it a machine without a compiler cannot install the project.
 *
 * To be run after an install, by the committed file and the one that the install has left.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './host.ts'

interface Lock {
  readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const read = (text: string): Lock => JSON.parse(text)
const committed = read(
  execFileSync('git', ['show', 'HEAD:package-lock.json'], { cwd: root, encoding: 'utf8' }),
)
const installed = read(readFileSync(join(root, 'package-lock.json'), 'utf8'))

const list = ({ packages }: Lock) =>
  new Map(
    Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(([path, { version, integrity }]) => [path, `${version} ${integrity}`]),
  )
const [before, after] = [list(committed), list(installed)]
const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
  path => before.get(path) !== after.get(path),
)

const problems = [
  ...differing.map(path => `${path}: locked ${before.get(path)}, installed ${after.get(path)}`),
  ...(committed.packages['node_modules/better-sqlite3']?.gypfile === false
    ? []
    : ['better-sqlite3 needs "gypfile": false in package-lock.json (npm has taken it out: put it back).']),
  ...(existsSync(join(root, 'node_modules/better-sqlite3/build')) ? ['better-sqlite3 was compiled.'] : []),
]
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
