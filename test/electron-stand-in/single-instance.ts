/** The lock that lets one app at a time work on a data folder, and tells it of others that were started. */
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
let telling: Promise<void> = Promise.resolve()

/**
 * @param folder the data folder
 * @param onSecond hears of every later start
 * @returns whether this start holds the lock; if not, the holder is told of it
 */
export function takeLock(folder: string, data: unknown, onSecond: (start: Start) => void): boolean {
  if (held) return true
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'stand-in.lock')
  const key = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)
  const socket = join(tmpdir(), `electron-stand-in-${key}.sock`)
  if (!claim(file)) {
    telling = tellHolder(socket, { argv: process.argv, cwd: process.cwd(), data })
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

/** A start that found the lock taken must not end before the holder has heard of it. */
export function waitUntilTold(): Promise<void> {
  return telling
}

/** Writes this process into the lock's file, unless another process that is still running stands there. */
function claim(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  if (isStandIn(Number(readFileSync(file, 'utf8')))) return false
  // Left by one that was killed.
  rmSync(file, { force: true })
  return claim(file)
}

/** After a restart of the machine the same number may be another program's. */
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

function tellHolder(socket: string, start: Start): Promise<void> {
  return new Promise(done => {
    const connection = connect(socket, () => connection.end(JSON.stringify(codec.encode(start))))
    // The holder may be about to end: then there is nobody to tell.
    connection.on('error', () => done())
    connection.on('close', () => done())
  })
}
