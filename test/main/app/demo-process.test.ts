import { expect, test } from 'vitest'
import { getDemoArguments } from '../../../main/app/demo-process.ts'

test('the demo is started with the arguments of this process, and once with its switch', () => {
  expect(getDemoArguments(['.', '--lang=de'])).toEqual(['.', '--lang=de', '--demo'])
  expect(getDemoArguments(['--demo', '.'])).toEqual(['.', '--demo'])
})
