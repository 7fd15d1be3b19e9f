import { mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dialog } from 'electron'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askForPath } from '../../../main/files/ask-for-path.ts'
import { CallFailure } from '../../../main/files/failures.ts'
import { writeWhole } from '../../../main/files/write-whole.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unknot-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

const failureOf = (saving: Promise<unknown>) =>
  saving.then(
    () => expect.fail('it was saved'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(CallFailure)
      return (error as CallFailure).message
    },
  )

describe('writing a whole file', () => {
  test('writes bytes and text', async () => {
    await writeWhole(join(folder, 'bytes.pdf'), new Uint8Array([1, 2, 255]))
    await writeWhole(join(folder, 'text.csv'), '\uFEFFå\r\n')
    expect([...(await readFile(join(folder, 'bytes.pdf')))]).toEqual([1, 2, 255])
    expect(await readFile(join(folder, 'text.csv'), 'utf8')).toBe('\uFEFFå\r\n')
    expect((await readdir(folder)).toSorted()).toEqual(['bytes.pdf', 'text.csv'])
  })

  test('replaces an older file', async () => {
    const path = join(folder, 'report.pdf')
    await writeFile(path, 'an older and much longer report')
    await writeWhole(path, 'new')
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['report.pdf'])
  })

  test('keeps the older file when writing fails half way, and leaves nothing else', async () => {
    const path = join(folder, 'report.pdf')
    await writeFile(path, 'older')
    // Fails after the file is open: the data's iterator throws after its first chunk.
    const breaking = {
      async *[Symbol.asyncIterator]() {
        yield new Uint8Array([1, 2, 3])
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      },
    } as unknown as Uint8Array
    expect(await failureOf(writeWhole(path, breaking))).toBe('The disk is full. No file was saved.')
    expect(await readFile(path, 'utf8')).toBe('older')
    expect(await readdir(folder)).toEqual(['report.pdf'])
  })

  test('a folder of that name is left alone', async () => {
    const path = join(folder, 'report.pdf')
    await mkdir(path)
    expect(await failureOf(writeWhole(path, 'new'))).toMatch(/folder with that name.*No file was saved\.$/)
    expect(await readdir(folder)).toEqual(['report.pdf'])
    expect(await readdir(path)).toEqual([])
  })

  test('a folder that is gone, or is a file, is told in words', async () => {
    expect(await failureOf(writeWhole(join(folder, 'gone', 'report.pdf'), 'x'))).toMatch(/no longer there/)
    await writeFile(join(folder, 'file'), '')
    expect(await failureOf(writeWhole(join(folder, 'file', 'report.pdf'), 'x'))).toMatch(/not a folder/)
    expect(await readdir(folder)).toEqual(['file'])
  })

  test('a name of 255 bytes can be written, a longer one is told', async () => {
    const longest = `${'n'.repeat(251)}.pdf`
    await writeWhole(join(folder, longest), 'x')
    expect(await readdir(folder)).toEqual([longest])
    expect(await failureOf(writeWhole(join(folder, `n${longest}`), 'x'))).toMatch(/too long/)
    expect(await readdir(folder)).toEqual([longest])
  })
})

describe('saving where a link is', () => {
  test('writes the file that it leads to, through any number of them, and leaves the links', async () => {
    await mkdir(join(folder, 'cloud'))
    await writeFile(join(folder, 'cloud', 'report.pdf'), 'older')
    await symlink(join('cloud', 'report.pdf'), join(folder, 'first'))
    await symlink('first', join(folder, 'second'))
    await writeWhole(join(folder, 'second'), 'new')
    expect(await readFile(join(folder, 'cloud', 'report.pdf'), 'utf8')).toBe('new')
    expect(await readlink(join(folder, 'second'))).toBe('first')
    expect(await readdir(join(folder, 'cloud'))).toEqual(['report.pdf'])
  })

  test.each([
    ['nowhere', 'missing', /link that leads nowhere/],
    ['to itself', 'link', /in a circle/],
    ['to a folder', '.', /folder with that name/],
    ['to a device', '/dev/null', /link that leads nowhere, or to a device|folder with that name/],
  ])('refuses one that leads %s, and leaves it', async (_where, target, sentence) => {
    await symlink(target, join(folder, 'link'))
    expect(await failureOf(writeWhole(join(folder, 'link'), 'new'))).toMatch(sentence)
    expect(await readlink(join(folder, 'link'))).toBe(target)
    expect(await readdir(folder)).toEqual(['link'])
  })
})

describe('asking where to save', () => {
  const answering = (answer: { canceled: boolean; filePath: string }) => {
    const asked: unknown[] = []
    const dialog: Pick<Dialog, 'showSaveDialog'> = {
      showSaveDialog: (...question: unknown[]) => {
        asked.push(...question)
        return Promise.resolve(answer)
      },
    }
    return { asked, dialog }
  }
  const question = { defaultPath: 'cramps.csv', filters: [{ name: 'Table (CSV)', extensions: ['csv'] }] }

  test('offers the name, and says which was chosen', async () => {
    const { asked, dialog } = answering({ canceled: false, filePath: '/home/sam/chosen.csv' })
    expect(await askForPath(dialog, null, question)).toBe('/home/sam/chosen.csv')
    expect(asked).toEqual([{ ...question, properties: ['dontAddToRecent'] }])
  })

  test('says that the person changed their mind', async () => {
    expect(await askForPath(answering({ canceled: true, filePath: '' }).dialog, null, question)).toBeNull()
  })
})
