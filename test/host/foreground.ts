/** Runs a program as if in this one's place: what this one is told is passed on to it. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './host.ts'

/** @returns the exit status; as shells have it, 128 and the signal's number for a program that was ended by a signal */
export function runInForeground(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) {
      process.on(signal, () => {
        // A terminal sends Ctrl+C to both: twice it would cut the app's quitting short.
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
      })
    }
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}
