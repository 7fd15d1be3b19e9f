/**
 * `npm run verify -- hour`, or `node test/tools/quiet-hour.ts [--minutes 60] [--factor 60]`: packets that the program sends
 * while it is used for an hour. It runs in a network namespace of its own, with a loopback and a way out that both count; its
 * clock goes faster, so that an hour takes a minute. Linux only; the namespace needs root or unprivileged user namespaces.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { unseenSwitches } from '../host/chromium.ts'
import { getTestHost, root } from '../host/host.ts'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, factor: { type: 'string', default: '60' } },
})

/** Number of screens that `fast-clock.ts` goes through. */
const SCREENS = 6

/** The loopback takes every address there is, so that a packet to any of them is counted. */
const MAKE_WAY_OUT =
  'ip link set lo up && ip addr add 192.0.2.1/32 dev lo && ip route add default dev lo && exec "$@"'

/** Sends one datagram to an address outside: the counter must count it, or its 0 would mean nothing. */
const SEND_ONE =
  "require('node:dgram').createSocket('udp4').send('x', 53, '198.51.100.7', () => setInterval(() => {}, 1000))"

function spawnInNamespace(words: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user']
  return spawn('unshare', [...asRoot, '--net', 'sh', '-c', MAKE_WAY_OUT, 'sh', ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Packets sent in the namespace of a process, over all its interfaces. */
function countSent(pid: number): number {
  const lines = readFileSync(`/proc/${pid}/net/dev`, 'utf8').split('\n').slice(2).filter(Boolean)
  return lines.reduce((sum, line) => sum + Number(line.split(':')[1]?.trim().split(/\s+/)[9]), 0)
}

/** Id of a process's network namespace. */
const readNamespace = (pid: number) => readlinkSync(`/proc/${pid}/ns/net`)

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

async function checkCounter(): Promise<void> {
  const sender = spawnInNamespace([process.execPath, '-e', SEND_ONE])
  const pid = sender.pid ?? 0
  const until = performance.now() + 30_000
  const isInside = () => readNamespace(pid) !== readNamespace(process.pid)
  let counted = 0
  while (counted === 0 && performance.now() < until && sender.exitCode === null) {
    if (isInside()) counted = countSent(pid)
    await wait(100)
  }
  sender.kill()
  if (counted === 0) throw new Error('a packet that was sent was not counted')
}

async function countInUse(): Promise<number> {
  const host = await getTestHost()
  const data = mkdtempSync(join(tmpdir(), 'unknot-hour-'))
  const switches = host.kind === 'electron' ? [...unseenSwitches(), '--no-sandbox'] : []
  const preload = join(import.meta.dirname, 'quiet-hour/fast-clock.ts')
  const program = spawnInNamespace(
    [host.executable, ...switches, '-r', preload, '.', `--user-data-dir=${data}`, '--demo'],
    { ...host.env, UNKNOT_HOUR_FACTOR: values.factor },
  )
  const ended = once(program, 'close')
  let printed = ''
  program.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk
  })
  await Promise.race([ended, wait((Number(values.minutes) * 60_000) / Number(values.factor))])
  if (program.exitCode !== null) throw new Error(`the program ended early, with ${program.exitCode}`)
  const sent = countSent(program.pid ?? 0)
  const left = new Set(printed.match(/(?<=^left ).+$/gm))
  if (left.size < SCREENS) throw new Error(`only these screens were shown: ${[...left].join(', ')}`)
  program.kill()
  await ended
  rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  return sent
}

await checkCounter()
const sent = await countInUse()
console.log(`packets sent in ${values.minutes} minutes of use: ${sent}`)
process.exitCode = sent === 0 ? 0 : 1
