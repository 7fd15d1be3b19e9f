/** Runs a program in the foreground: shares the terminal and forwards signals. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './host.ts'

/** @returns the exit status; 128 plus the signal's number for a program ended by a signal, as in shells */
export function runInForeground(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) {
      process.on(signal, () => {
        // A terminal sends Ctrl+C to both processes; a second SIGINT would interrupt the app's shutdown.
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
      })
    }
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}
