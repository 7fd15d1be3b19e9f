/** Single-instance lock per data folder; a later start sends its command line to the holder over a Unix socket. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeCodec } from './codec.ts'

export interface Start {
  argv: string[]
  cwd: string
  data: unknown
}

const codec = makeCodec()
let held: { server: Server; file: string; socket: string } | undefined
let delivery: Promise<void> = Promise.resolve()

/**
 * @param folder the data folder
 * @param onSecond called with the command line of every later start
 * @returns whether this start holds the lock; if not, its command line is sent to the holder
 */
export function takeLock(folder: string, data: unknown, onSecond: (start: Start) => void): boolean {
  if (held) return true
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'stand-in.lock')
  const key = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)
  const socket = join(tmpdir(), `electron-stand-in-${key}.sock`)
  if (!claim(file)) {
    delivery = notifyHolder(socket, { argv: process.argv, cwd: process.cwd(), data })
    return false
  }
  rmSync(socket, { force: true })
  const server = createServer(connection => {
    let text = ''
    connection.setEncoding('utf8')
    connection.on('data', chunk => {
      text += chunk
    })
    connection.on('end', () => onSecond(codec.decode(JSON.parse(text)) as Start))
  })
  server.listen(socket).unref()
  held = { server, file, socket }
  return true
}

export function holdsLock(): boolean {
  return held !== undefined
}

export function releaseLock(): void {
  if (!held) return
  held.server.close()
  rmSync(held.socket, { force: true })
  rmSync(held.file, { force: true })
  held = undefined
}

/** Settles when the command line has been sent: a second start must not exit before. */
export function waitUntilDelivered(): Promise<void> {
  return delivery
}

/** Writes this process's id into the lock file, unless the file holds the id of a running stand-in. */
function claim(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  if (isStandIn(Number(readFileSync(file, 'utf8')))) return false
  // Stale lock of a process that was killed.
  rmSync(file, { force: true })
  return claim(file)
}

/** Process check by command line: after a reboot the id may belong to another program. */
function isStandIn(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return (
      process.platform !== 'linux' ||
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('electron-stand-in')
    )
  } catch {
    return false
  }
}

function notifyHolder(socket: string, start: Start): Promise<void> {
  return new Promise(done => {
    const connection = connect(socket, () => connection.end(JSON.stringify(codec.encode(start))))
    // The holder may be exiting: then there is nothing to send.
    connection.on('error', () => done())
    connection.on('close', () => done())
  })
}
