import { expect, test, vi } from 'vitest'
import { writeHeadlessReport } from '../../../main/app/headless.ts'
import type { HeadlessTask } from '../../../main/app/headless-task.ts'
import { CallFailure } from '../../../main/files/failures.ts'
import type { Handlers } from '../../../shared/contract.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { reportOf } from '../../shared/report/report-facts.ts'

const handlersFor = (name: string): Partial<Handlers> => ({
  saveReport: async () => ({ path: '/tmp/out.pdf', file: null }),
  getReport: async order => ({
    report: reportOf({ order, profile: { ...emptyProfile, name } }),
    hash: 'a'.repeat(64),
  }),
})
const { order } = reportOf()
const task = (format: HeadlessTask['format']): HeadlessTask => ({
  path: `/tmp/out.${format}`,
  format,
  order,
  isPaperNamed: false,
})

test('a page that cannot print the name is written, and says so', async () => {
  const warn = vi.fn()
  expect(await writeHeadlessReport(handlersFor('Ada 🦄'), task('pdf'), warn)).toBeUndefined()
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/^Some characters of the name cannot be printed/)]])
})

test('there is nothing to say of a name that can be printed, nor of data', async () => {
  const warn = vi.fn()
  await writeHeadlessReport(handlersFor('Ada'), task('pdf'), warn)
  await writeHeadlessReport(handlersFor('Ada 🦄'), task('csv'), warn)
  expect(warn).not.toHaveBeenCalled()
})

test('a file that could not be written is the sentence to end with', async () => {
  const saveReport = async () => {
    throw new CallFailure({ code: 'internal', message: 'The disk is full. No file was saved.' })
  }
  expect(await writeHeadlessReport({ saveReport }, task('pdf'), () => {})).toBe(
    'The disk is full. No file was saved.',
  )
})

test.each([
  ['named in the words', 'Letter', true, 'A4'],
  ['chosen in Settings', 'Letter', false, 'Letter'],
  ['of the system', null, false, 'A4'],
] as const)('the paper is the one %s', async (_whose, chosen, isPaperNamed, paper) => {
  const saveReport = vi.fn(async () => ({ path: '/tmp/out.pdf', file: null }))
  const handlers = {
    ...handlersFor('Ada'),
    saveReport,
    getProfile: () => ({ ...emptyProfile, paper: chosen }),
  }
  const words = { ...task('csv'), order: { ...order, paper: 'A4' as const }, isPaperNamed }
  await writeHeadlessReport(handlers, words, vi.fn())
  expect(saveReport).toHaveBeenCalledWith(
    expect.objectContaining({ source: { kind: 'new', order: { ...order, paper } } }),
    expect.anything(),
  )
})
