/** Running the project's own tools one after another, saying what is run and how long it took. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './host.ts'

/** The program a package brings, such as `vitest`, run by this same Node. */
export const tool = (name: string) => join(root, 'node_modules/.bin', name)

/** Runs a program of the project to its end, its output passed on; resolves to its exit status. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? (signal === null ? 0 : 1)))
  })
}

/** Runs one named step; resolves to whether it went well. */
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
