import { expect, test } from '@playwright/test'
import { runFixtureApp } from './fixture-app.ts'

const app = runFixtureApp()

test('the page has what the preload exposes, frozen, and nothing of Node or Electron', async () => {
  const { page } = app()
  const seen = await page.evaluate(() => ({
    isFrozen: Object.isFrozen(window.fixture) && Object.isFrozen(window.fixture.nested.list),
    nested: window.fixture.nested,
    node: ['require', 'process', 'module', 'global', 'Buffer'].filter(name => name in globalThis),
    electron: window.fixture.versions().electron,
  }))
  expect(seen).toEqual({
    isFrozen: true,
    nested: { list: [1, 2, { deep: true }] },
    node: [],
    electron: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  })
})

test('functions answer at once, take functions, and throw what they throw', async () => {
  const { page } = app()
  const outcome = await page.evaluate(async () => {
    let refusal: unknown
    try {
      window.fixture.refuse()
    } catch (error) {
      refusal = error instanceof TypeError && error.message
    }
    return {
      sum: window.fixture.add(2, 3),
      twice: await window.fixture.twice(4, value => value * 10),
      refusal,
    }
  })
  expect(outcome).toEqual({ sum: 5, twice: [40, 40], refusal: 'not this' })
})

test('values come back from the main process as they went', async () => {
  const { page } = app()
  const same = await page.evaluate(async () => {
    const given = {
      date: new Date(123),
      map: new Map([[{ key: 1 }, new Set(['a'])]]),
      bytes: new Uint8Array([0, 127, 255]),
      floats: new Float64Array([1.5]),
      numbers: [Number.NaN, Number.POSITIVE_INFINITY, -0, 12n],
      nothing: undefined,
      text: 'naïve 日本 \u0000 \u2028',
      error: new RangeError('far'),
      expression: /a+/gi,
      $: 'a field of that name',
    }
    const back = (await window.fixture.echo(given)) as typeof given
    return {
      date: back.date instanceof Date && back.date.getTime() === 123,
      map: [...back.map].every(([key, value]) => key.key === 1 && value.has('a')),
      bytes: back.bytes instanceof Uint8Array && back.bytes.join() === '0,127,255',
      floats: back.floats instanceof Float64Array && back.floats[0] === 1.5,
      numbers: back.numbers.every((value, index) => Object.is(value, given.numbers[index])),
      nothing: 'nothing' in back && back.nothing === undefined,
      text: back.text === given.text,
      error: back.error instanceof RangeError && back.error.message === 'far',
      expression: String(back.expression) === '/a+/gi',
      $: back.$ === given.$,
    }
  })
  expect(Object.entries(same).filter(([, isSame]) => !isSame)).toEqual([])
})

test('what cannot be cloned is refused', async () => {
  const { page } = app()
  const refusal = await page.evaluate(async () => {
    try {
      return await window.fixture.echo({ weak: new WeakMap() })
    } catch (error) {
      return String(error)
    }
  })
  expect(refusal).toContain('could not be cloned')
})

test('an error of a handler comes back as a sentence only', async () => {
  const { page } = app()
  const message = await page.evaluate(() => window.fixture.fail().catch((error: Error) => error.message))
  expect(message).toBe("Error invoking remote method 'fail': RangeError: too far")
})

test('a call without a handler is refused', async () => {
  const { electronApp, page } = app()
  await electronApp.evaluate(({ ipcMain }) => ipcMain.removeHandler('echo'))
  const message = await page.evaluate(() => window.fixture.echo(1).catch((error: Error) => error.message))
  expect(message).toContain("No handler registered for 'echo'")
})

test('messages go to the main process and come from it, until nobody listens', async () => {
  const { page } = app()
  const heard = await page.evaluate(async () => {
    const values: unknown[] = []
    const stop = window.fixture.onHeard(value => values.push(value))
    window.fixture.say({ a: 1 })
    // FIFO: the reply of a call comes after the message that was sent before it.
    await window.fixture.echo(0)
    stop()
    window.fixture.say({ a: 2 })
    await window.fixture.echo(0)
    return values
  })
  expect(heard).toEqual([{ a: 1 }])
})
