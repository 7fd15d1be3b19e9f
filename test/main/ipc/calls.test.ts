import type { IpcMainInvokeEvent } from 'electron'
import { describe, expect, test } from 'vitest'
import { CallFailure } from '../../../main/files/failures.ts'
import { answer, registerCalls } from '../../../main/ipc/calls.ts'
import { callNames } from '../../../shared/call-names.ts'
import { contract, type Handlers } from '../../../shared/contract.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { fluidDraft } from '../../shared/kinds/drafts.ts'

const silent = () => {}
const caller = { pageId: 1 }
const ada = { ...emptyProfile, name: 'Ada' }

describe('the contract', () => {
  test('and the names the preload knows are the same', () => {
    expect([...callNames].sort()).toEqual(Object.keys(contract).sort())
  })
})

describe('an answer', () => {
  test('is the value in an envelope', async () => {
    const handlers: Partial<Handlers> = { getProfile: () => ada }
    expect(await answer(handlers, 'getProfile', {}, caller)).toEqual({ ok: true, value: ada })
  })

  test('waits for a handler that takes its time', async () => {
    const handlers: Partial<Handlers> = { saveReport: async () => ({ path: '/tmp/report.csv', file: null }) }
    const input = { source: { kind: 'kept', id: 1 }, fit: null, format: 'csv' }
    expect(await answer(handlers, 'saveReport', input, caller)).toEqual({
      ok: true,
      value: { path: '/tmp/report.csv', file: null },
    })
  })

  test('to a wrong shape is invalid-input, names the field, and asks no handler', async () => {
    let asked = 0
    const handlers: Partial<Handlers> = {
      changeEntry: () => {
        asked++
        throw new Error('asked')
      },
    }
    const reply = await answer(
      handlers,
      'changeEntry',
      { id: 1, draft: fluidDraft({ volumeMl: -5 }) },
      caller,
    )
    expect(reply).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input', problems: [{ field: 'draft.volumeMl' }] },
    })
    expect(asked).toBe(0)
  })

  test.each([[undefined], [null], [[]], ['{}'], [{ extra: true }]])(
    'to %j instead of an object is invalid-input',
    async input => {
      const reply = await answer({ getProfile: () => ada }, 'getProfile', input, caller)
      expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
    },
  )

  test('says so when the journal is not open', async () => {
    expect(await answer({}, 'getProfile', {}, caller)).toMatchObject({
      ok: false,
      failure: { code: 'journal-unavailable' },
    })
  })

  test('hands on what a handler refuses, in its words', async () => {
    const failure = { code: 'not-found', message: 'Gone.' } as const
    const handlers: Partial<Handlers> = {
      getProfile: () => {
        throw new CallFailure(failure)
      },
    }
    expect(await answer(handlers, 'getProfile', {}, caller)).toEqual({ ok: false, failure })
  })

  test.each([
    ['SQLITE_FULL', /disk is full/],
    ['ENOSPC', /disk is full/],
    ['SQLITE_IOERR_WRITE', /disk reports an error/],
    ['SQLITE_MISUSE', /could not be read or written \(SQLITE_MISUSE\)/],
    ['SOMETHING', /Something went wrong/],
  ])('tells an unforeseen %s in a sentence, reports it, and never its stack', async (code, sentence) => {
    const reported: unknown[] = []
    const error = Object.assign(new Error('secret /home/ada'), { code })
    const handlers: Partial<Handlers> = {
      getProfile: () => {
        throw error
      },
    }
    const reply = await answer(
      handlers,
      'getProfile',
      {},
      caller,
      run => run(),
      caught => reported.push(caught),
    )
    expect(reply).toMatchObject({
      ok: false,
      failure: { code: 'internal', message: expect.stringMatching(sentence) },
    })
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(reported).toEqual([error])
  })
})

describe('a caller', () => {
  const register = (trusted: boolean) => {
    const registered = new Map<string, (event: IpcMainInvokeEvent, input: unknown) => unknown>()
    const ipcMain = {
      handle: (name: string, listener: (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown) =>
        void registered.set(name, listener),
    }
    registerCalls(ipcMain, {
      getHandlers: () => ({ getProfile: () => ada }),
      pages: { meet: () => {} },
      isTrusted: () => trusted,
      report: silent,
    })
    return registered
  }
  const event = { sender: { id: 1 } } as IpcMainInvokeEvent

  test('finds every call of the contract, and nothing else', () => {
    expect([...register(true).keys()].sort()).toEqual(Object.keys(contract).sort())
  })

  test('that is not one of our pages gets no answer', () => {
    expect(() => register(false).get('getProfile')?.(event, {})).toThrow('refused')
  })

  test('that is one of our pages does', async () => {
    expect(await register(true).get('getProfile')?.(event, {})).toEqual({ ok: true, value: ada })
  })
})
