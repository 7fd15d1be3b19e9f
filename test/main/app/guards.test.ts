import { EventEmitter } from 'node:events'
import type { App, CommandLine, Session } from 'electron'
import { beforeEach, describe, expect, test } from 'vitest'
import { closeNetwork, guardNavigation, guardSession } from '../../../main/app/guards.ts'

/** Electron event whose default a guard may prevent. */
const makeEvent = (url: string) => ({
  url,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
})

describe('the switches of the network', () => {
  let switches: Map<string, string>
  const close = (devServer?: string) => {
    switches = new Map([['no-proxy-server', '']])
    closeNetwork(
      {
        appendSwitch: (name: string, value = '') => void switches.set(name, value),
        removeSwitch: (name: string) => void switches.delete(name),
      } as CommandLine,
      devServer,
    )
  }

  test('leave no way out: no name, no proxy that is there, no WebRTC over UDP', () => {
    close()
    expect(Object.fromEntries(switches)).toEqual({
      'proxy-server': 'http://127.0.0.1:1',
      'proxy-bypass-list': '<-loopback>',
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    })
  })

  test('while developing, leave the way to this computer', () => {
    close('http://localhost:5173')
    expect(switches.get('proxy-bypass-list')).toBe('')
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1')
  })
})

describe('of the contents of every window', () => {
  let contents: EventEmitter & { policy?: string }
  beforeEach(() => {
    const app = Object.assign(new EventEmitter(), { isPackaged: true })
    guardNavigation(app as unknown as App)
    contents = Object.assign(new EventEmitter(), {
      setWebRTCIPHandlingPolicy(policy: string) {
        contents.policy = policy
      },
      setWindowOpenHandler: () => {},
    })
    app.emit('web-contents-created', {}, contents)
  })

  test('WebRTC may not use UDP', () => {
    expect(contents.policy).toBe('disable_non_proxied_udp')
  })

  test('no Bluetooth device is given, which Electron else does by itself', () => {
    const event = makeEvent('')
    const chosen: string[] = []
    contents.emit('select-bluetooth-device', event, [{ deviceId: 'a' }], (id: string) => chosen.push(id))
    expect(event.defaultPrevented).toBe(true)
    expect(chosen).toEqual([''])
  })
})

describe('of a session', () => {
  type Answer = (...given: unknown[]) => unknown
  const given: Record<string, Answer> = {}
  const session = Object.assign(new EventEmitter(), {
    webRequest: {
      onBeforeRequest: (handler: Answer) => {
        given.onBeforeRequest = handler
      },
    },
  })
  for (const name of [
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setDisplayMediaRequestHandler',
  ])
    Object.assign(session, {
      [name]: (handler: Answer) => {
        given[name] = handler
      },
    })
  guardSession(session as unknown as Session, true)

  /** Answers that a handler passes to its callback. */
  const ask = (name: string, ...values: unknown[]) => {
    const answers: unknown[] = []
    given[name]?.(...values, (answer: unknown) => answers.push(answer))
    return answers
  }

  test('nothing is downloaded', () => {
    const event = makeEvent('')
    session.emit('will-download', event)
    expect(event.defaultPrevented).toBe(true)
  })

  test.each([
    ['app://unknot/assets/main.js', false],
    ['data:image/png;base64,', false],
    ['blob:app://unknot/1', false],
    ['app://elsewhere/', true],
    ['http://127.0.0.1/', true],
    ['ws://127.0.0.1/', true],
    ['https://example.org/', true],
    ['file:///etc/passwd', true],
    ['not an address', true],
  ])('a request to %s is cancelled: %s', (url, cancel) => {
    expect(ask('onBeforeRequest', { url })).toEqual([{ cancel }])
  })
})
