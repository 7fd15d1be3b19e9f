/** The demo journal as a second process, with a data folder of its own inside the person's: see `index.ts`. */
import { spawn } from 'node:child_process'

/** Arguments of this process, with the switch of the demo. */
export const getDemoArguments = (own: readonly string[]): string[] => [
  ...own.filter(argument => argument !== '--demo'),
  '--demo',
]

/** Opens the demo, or its window if it runs already. It outlives this process. */
export function openDemo(): void {
  const args = getDemoArguments([...process.execArgv, ...process.argv.slice(1)])
  const demo = spawn(process.execPath, args, { detached: true, stdio: 'ignore' })
  // A failed start leaves this process as it is.
  demo.on('error', () => {})
  demo.unref()
}
