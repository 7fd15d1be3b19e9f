/** TCP and UDP listeners on this machine, at the loopback address and at one outward address. */
import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'

const LOOPBACK = '127.0.0.1'

export interface Listener {
  /** `address:port` of each listener. */
  readonly hosts: readonly string[]
  /** One line per connection and per datagram, with its text. */
  readonly heard: readonly string[]
  close(): Promise<void>
}

/** First IPv4 address that is not the loopback; undefined on a machine without a network. */
const findOutwardAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flat()
    .find(one => one !== undefined && !one.internal && one.family === 'IPv4')?.address

/** Answers HTTP requests with an empty page under a permissive CORS header, and TURN requests with 401 Unauthorized. */
export async function listen(): Promise<Listener> {
  const heard: string[] = []
  const addresses = [LOOPBACK, findOutwardAddress()].filter(address => address !== undefined)
  const opened = await Promise.all(addresses.map(address => listenAt(address, line => heard.push(line))))
  return {
    hosts: opened.map(({ host }) => host),
    heard,
    close: async () => void (await Promise.all(opened.map(({ close }) => close()))),
  }
}

const ANSWER = [
  'HTTP/1.1 200 OK',
  'Content-Type: text/html',
  'Access-Control-Allow-Origin: *',
  'Content-Length: 0',
  'Connection: close',
  '\r\n',
].join('\r\n')

async function listenAt(address: string, hear: (line: string) => void) {
  const sockets = new Set<Socket>()
  const tcp: Server = createServer(socket => {
    sockets.add(socket)
    hear('TCP connection')
    socket.on('error', () => {})
    socket.on('data', bytes => {
      const text = readable(bytes)
      hear(`TCP ${text}`)
      if (/ HTTP\/1/.test(text)) socket.end(ANSWER)
    })
  })
  tcp.listen(0, address)
  await once(tcp, 'listening')
  const place = tcp.address()
  if (typeof place !== 'object' || place === null) throw new Error('the listener has no port')
  const udp: UdpSocket = createSocket('udp4')
  udp.on('message', (message, from) => {
    hear(`UDP ${readable(message)}`)
    const question = challengeForCredentials(message)
    if (question !== undefined) udp.send(question, from.port, from.address)
  })
  udp.bind(place.port, address)
  await once(udp, 'listening')
  return {
    host: `${address}:${place.port}`,
    close: async () => {
      udp.close()
      for (const socket of sockets) socket.destroy()
      tcp.close()
      await once(tcp, 'close')
    },
  }
}

const readable = (bytes: Buffer) => bytes.toString('latin1').replaceAll(/[^ -~]+/g, '.')

const STUN_HEADER_BYTES = 20
const ALLOCATE_REQUEST = 0x0003
const ALLOCATE_ERROR = 0x0113
const ERROR_CODE = 0x0009
const REALM = 0x0014
const NONCE = 0x0015

/** TURN error 401 (RFC 8656) to the first Allocate request: the second one then carries the user name in clear text. */
function challengeForCredentials(message: Buffer): Buffer | undefined {
  if (message.length < STUN_HEADER_BYTES || message.readUInt16BE(0) !== ALLOCATE_REQUEST) return undefined
  const attributes = Buffer.concat([
    makeAttribute(ERROR_CODE, Buffer.from([0, 0, 4, 1])),
    makeAttribute(REALM, Buffer.from('realm')),
    makeAttribute(NONCE, Buffer.from('nonce')),
  ])
  const header = Buffer.alloc(STUN_HEADER_BYTES)
  header.writeUInt16BE(ALLOCATE_ERROR, 0)
  header.writeUInt16BE(attributes.length, 2)
  message.copy(header, 4, 4, STUN_HEADER_BYTES)
  return Buffer.concat([header, attributes])
}

function makeAttribute(type: number, value: Buffer): Buffer {
  const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4)
  padded.writeUInt16BE(type, 0)
  padded.writeUInt16BE(value.length, 2)
  value.copy(padded, 4)
  return padded
}
