import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createDeflateRaw } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HistoryFiles } from '../../../../main/services/history/history-files.ts'
import { openHistoryFiles } from '../../../../main/services/history/open-files.ts'
import { makeZip, type ZipPart } from '../../../support/zip.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const save = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const saveZip = (name: string, ...parts: ZipPart[]) => save(name, makeZip(parts))

async function withFiles<T>(paths: readonly string[], use: (files: HistoryFiles) => T): Promise<Awaited<T>> {
  const files = await openHistoryFiles(paths, folder)
  try {
    return await use(files)
  } finally {
    await files.close()
  }
}
const readAll = (...paths: string[]) =>
  withFiles(paths, async ({ list }) => {
    const contents: Record<string, string> = {}
    for (const file of list) contents[file.name] = await text(await file.open())
    return contents
  })

test('a file, a folder, a zip and several of them are read alike', async () => {
  const file = save('water.csv', 'date,ml')
  const zip = saveZip(
    'export.zip',
    { name: 'a/export.xml', content: '<a/>' },
    { name: 'a/导出.xml', content: 'streamed', isStreamed: true },
    { name: 'large.xml', content: 'counted in 64 bits', isZip64: true },
    { name: 'empty.xml', content: '' },
    { name: 'folder/', content: '' },
  )
  const tree = join(folder, 'tree')
  mkdirSync(join(tree, 'deep'), { recursive: true })
  writeFileSync(join(tree, 'deep', 'b.csv'), 'b')
  writeFileSync(join(tree, 'a.csv'), 'a')
  symlinkSync('/etc/passwd', join(tree, 'link.csv'))
  symlinkSync('..', join(tree, 'circle'))

  const inZip = {
    'a/export.xml': '<a/>',
    'a/导出.xml': 'streamed',
    'large.xml': 'counted in 64 bits',
    'empty.xml': '',
  }
  expect(await readAll(file)).toEqual({ 'water.csv': 'date,ml' })
  expect(await readAll(zip)).toEqual(inZip)
  expect(await readAll(tree)).toEqual({ 'a.csv': 'a', 'deep/b.csv': 'b' })
  expect(await readAll(zip, file)).toEqual({ ...inZip, 'water.csv': 'date,ml' })
})

test('heads, private copies and progress', async () => {
  const content = 'x'.repeat(300_000)
  const zip = saveZip('head.zip', { name: 'big.txt', content }, { name: 'other.txt', content })
  await withFiles([zip], async files => {
    const [big, other] = files.list
    if (big === undefined || other === undefined) throw new Error('two entries')
    expect((await big.readHead(10)).toString()).toBe('xxxxxxxxxx')
    expect((await other.readHead(400_000)).length).toBe(300_000)

    files.expect([big])
    const { total } = files.getProgress()
    expect(files.getProgress().done).toBe(0)
    const copy = await big.copy()
    expect(readFileSync(copy, 'utf8')).toBe(content)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(files.getProgress()).toEqual({ done: total, total })
  })
  expect(readdirSync(folder).filter(name => name.startsWith('unknot-history-'))).toEqual([])
})

test('copies that a killed program left are removed, those of a running one stay', async () => {
  const [old, recent] = ['unknot-history-old', 'unknot-history-recent'].map(name => join(folder, name))
  for (const path of [old, recent]) mkdirSync(path ?? '')
  const { mtimeMs } = statSync(recent ?? '')
  utimesSync(old ?? '', mtimeMs / 1000 - 100_000, mtimeMs / 1000 - 100_000)
  await withFiles([save('a.db', 'a')], async ({ list: [file] }) => file?.copy())
  expect(readdirSync(folder).filter(name => name.startsWith('unknot-history-'))).toEqual([
    'unknot-history-recent',
  ])
  rmSync(recent ?? '', { recursive: true })
})

test('a database in a zip that is refused leaves no copy behind', async () => {
  const zip = saveZip('cut.zip', { name: 'a.db', content: 'short', claimedSize: 9 })
  await expect(withFiles([zip], ({ list: [file] }) => file?.copy())).rejects.toThrow('ends too early')
  expect(readdirSync(folder).filter(name => name.startsWith('unknot-history-'))).toEqual([])
})

/** Zeros deflated to a thousandth, made in pieces. */
async function deflateZeros(megabytes: number): Promise<Buffer> {
  const deflate = createDeflateRaw({ level: 9 })
  const chunks: Buffer[] = []
  deflate.on('data', chunk => chunks.push(chunk))
  const ended = new Promise(resolve => deflate.once('end', resolve))
  for (let i = 0; i < megabytes; i++) deflate.write(Buffer.alloc(2 ** 20))
  deflate.end()
  await ended
  return Buffer.concat(chunks)
}

test('a hostile or damaged zip is refused with a sentence', async () => {
  const harmless = { name: 'ok.txt', content: 'ok' }
  const whole = makeZip([{ name: 'a.txt', content: 'abc'.repeat(1000) }])
  const damaged = Buffer.from(whole)
  damaged.writeUInt8(0xff, 40)
  const bomb = { deflated: await deflateZeros(70), content: '', claimedSize: 70 * 2 ** 20 }
  const cases: readonly (readonly [name: string, zip: Buffer, sentence: string])[] = [
    ['climbs out', makeZip([{ name: '../../tmp/x', content: 'x' }, harmless]), 'lead out of its folder'],
    ['climbs out backwards', makeZip([{ name: 'a\\..\\..\\x', content: 'x' }]), 'lead out of its folder'],
    ['absolute', makeZip([harmless, { name: '/etc/x', content: 'x' }]), 'lead out of its folder'],
    ['a drive', makeZip([{ name: 'C:/x', content: 'x' }]), 'lead out of its folder'],
    ['a link', makeZip([{ name: 'export.xml', content: '/etc/passwd', mode: 0o120777 }]), 'links'],
    ['a bomb', makeZip([{ name: 'export.xml', ...bomb }]), 'far more than an export holds'],
    ['more than it says', makeZip([{ name: 'a', content: 'abcdef', claimedSize: 3 }]), 'damaged'],
    ['less than it says', makeZip([{ name: 'a', content: 'abc', claimedSize: 6 }]), 'ends too early'],
    ['locked', makeZip([{ name: 'a', content: 'abc', flags: 1 }]), 'password'],
    ['packed otherwise', makeZip([{ name: 'a', content: 'abc', method: 12 }]), 'packed in a way'],
    ['cut off', whole.subarray(0, -30), 'ends too early'],
    ['cut off at once', whole.subarray(0, 10), 'ends too early'],
    ['a flipped byte', damaged, 'damaged'],
    ['no entry', makeZip([]), 'is empty'],
    ['no byte', Buffer.alloc(0), 'is empty'],
    ['a long name', makeZip([{ name: 'x'.repeat(1001), content: '' }]), 'too many files'],
  ]
  for (const [name, zip, sentence] of cases)
    await expect(readAll(save('hostile.zip', zip)), name).rejects.toThrow(sentence)
})
