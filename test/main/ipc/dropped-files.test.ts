import type { IpcMainInvokeEvent } from 'electron'
import { expect, test } from 'vitest'
import { registerDrops } from '../../../main/ipc/dropped-files.ts'
import { createIntents } from '../../../main/ipc/intents.ts'
import { callNames, DROP_CHANNEL } from '../../../shared/call-names.ts'

function register(isTrusted = true) {
  const intents = createIntents()
  let drop: (paths: unknown) => unknown = () => {}
  registerDrops(
    {
      handle: (channel, handler) => {
        expect(channel).toBe(DROP_CHANNEL)
        drop = paths => handler({} as IpcMainInvokeEvent, paths)
      },
    },
    { intents, isTrusted: () => isTrusted },
  )
  return { intents, drop: (paths: unknown) => drop(paths) }
}

test('dropped files are queued; what has no path on the disk is left out', () => {
  const { intents, drop } = register()
  drop(['/a.json', '', '/b.csv'])
  drop([''])
  expect(intents.take()).toEqual([{ kind: 'files', paths: ['/a.json', '/b.csv'] }])
  drop(Array.from({ length: 5_000 }, (_, index) => `/${index}`))
  expect(intents.take()).toMatchObject([{ paths: { length: 1_000 } }])
})

test('other senders and other values are refused', () => {
  const stranger = register(false)
  expect(() => stranger.drop(['/a.json'])).toThrow('refused')
  const { intents, drop } = register()
  for (const given of [undefined, 'path', [1], [['/a']], { length: 1 }]) expect(() => drop(given)).toThrow()
  expect([...intents.take(), ...stranger.intents.take()]).toEqual([])
})

test('the page has no call by which it could name a path', () => {
  expect(callNames).not.toContain(DROP_CHANNEL)
})
