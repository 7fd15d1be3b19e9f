/** Runner of the project's tools, one step after another, which prints each step and its duration. */
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './host.ts'

const packages = {
  tsc: 'typescript',
  biome: '@biomejs/biome',
  knip: 'knip',
  vitest: 'vitest',
  'electron-vite': 'electron-vite',
  playwright: '@playwright/test',
} as const
export type Tool = keyof typeof packages

/**
 * Path of a package's executable script. Not the one in `node_modules/.bin`, which on Windows is a shell script.
 *
 * @throws when the package is not installed
 */
export function findScript(tool: Tool): string {
  const folder = join(root, 'node_modules', packages[tool])
  const { bin }: { bin: Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  return join(folder, bin[tool] ?? '')
}

/** Terminals get colours and a line per test; logs get dots. */
const isTerminal = process.stdout.isTTY === true

function getEnvironment(tool: Tool, more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (isTerminal) return { ...process.env, ...more }
  const { FORCE_COLOR: _, NO_COLOR: __, ...rest } = process.env
  // Playwright sets FORCE_COLOR for its workers by default; together with NO_COLOR, Node warns on standard error.
  return { ...rest, ...(tool === 'playwright' ? { FORCE_COLOR: '0' } : { NO_COLOR: '1' }), ...more }
}

export interface PlaywrightOptions {
  /** Further arguments: spec files, options. */
  readonly words?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** File for the output, which is printed otherwise. */
  readonly log?: string
}

/** Runs the specs of one configuration; its counts are in `report` afterwards (`countPlaywright`). */
export const playwright = (
  config: string,
  report: string,
  { words = [], env = {}, log }: PlaywrightOptions = {},
): Promise<number> => {
  const reporter = isTerminal || log !== undefined ? 'list' : 'dot'
  return run(
    'playwright',
    ['test', '--config', config, `--reporter=${reporter},json`, ...words],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...env },
    log,
  )
}

/** Lint and format, as one check that changes nothing. */
export const lint = (): Promise<number> =>
  run('biome', ['ci', '--error-on-warnings', ...(isTerminal ? [] : ['--colors=off'])])

/** Files, exports, types and packages that nothing uses. Configured under `knip` in package.json. */
export const findDeadCode = (): Promise<number> =>
  run('knip', ['--include', 'files,exports,types,duplicates,dependencies,unlisted,unresolved'])

/** Runs a tool on the same Node version, its output inherited or written to `log`; resolves to its exit status. */
export function run(
  tool: Tool,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  log?: string,
): Promise<number> {
  const output = log === undefined ? undefined : openSync(log, 'w')
  return new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, [findScript(tool), ...args], {
      cwd: root,
      stdio: output === undefined ? 'inherit' : ['ignore', output, output],
      env: getEnvironment(tool, env),
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? (signal === null ? 0 : 1)))
  }).finally(() => {
    if (output !== undefined) closeSync(output)
  })
}

/** Runs one named step; resolves to true if it succeeded. */
export async function step(name: string, action: () => Promise<number>): Promise<boolean> {
  console.log(`\n── ${name}`)
  const startedAt = performance.now()
  const status = await action()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(
    status === 0 ? `── ${name}: ${seconds} s` : `── ${name} failed (status ${status}) after ${seconds} s`,
  )
  return status === 0
}
