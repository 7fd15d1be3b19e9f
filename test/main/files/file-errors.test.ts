import { describe, expect, test } from 'vitest'
import { describeFileError, findFileErrorSentence } from '../../../main/files/file-errors.ts'

const errorOf = (code: string) => Object.assign(new Error('as the system says it'), { code })

describe('a full disk is called full', () => {
  test.each(['ENOSPC', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'])('%s, whatever was tried', code => {
    for (const use of ['save', 'back-up', 'read', 'remove', 'journal'] as const)
      expect(describeFileError(errorOf(code), use)).toBe('The disk is full.')
  })
})

test('a refined code of SQLite’s is told like its group', () => {
  expect(describeFileError(errorOf('SQLITE_IOERR_FSYNC'), 'journal')).toBe(
    'The disk reports an error. Check the disk.',
  )
  expect(describeFileError(errorOf('SQLITE_BUSY_SNAPSHOT'), 'journal')).toMatch(/^Another program/)
})

test('the same code means what was tried', () => {
  expect(describeFileError(errorOf('ENOENT'), 'read')).toBe('This file is no longer there. Choose it again.')
  expect(describeFileError(errorOf('ENOENT'), 'save')).toBe(
    'This folder is no longer there. Choose another one.',
  )
})

test('an unknown code is named, and what has none is not made up', () => {
  expect(describeFileError(errorOf('EWHATEVER'), 'read')).toBe('The file could not be read (EWHATEVER).')
  expect(describeFileError(new Error('as it is'), 'save')).toBe('The file could not be written.')
  expect(findFileErrorSentence(errorOf('EWHATEVER'), 'read')).toBeUndefined()
  expect(findFileErrorSentence('no error', 'read')).toBeUndefined()
})
