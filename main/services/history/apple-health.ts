/** Reader of Apple Health: `export.zip`, the folder it unpacks to, or the bare `export.xml`, of any size. */
import { interpretAppleHealth } from '../../../shared/history/apple-health.ts'
import type { AppleScan } from '../../../shared/history/apple-scan.ts'
import { collectAppleRecords } from './apple-records.ts'
import type { HistoryFile, HistoryFiles } from './history-files.ts'
import type { HistoryReader } from './reader.ts'
import { refuseExport } from './refuse-export.ts'
import { readXml } from './xml-stream.ts'

export const appleHealthReader: HistoryReader<AppleScan> = {
  id: 'apple-health',
  name: 'Apple Health',
  reads: 'drinks, training, nights, days of illness and supplements',
  recognise: async files =>
    isAppleFolder(files) || (await isClinicalDocument(files)) || (await findExport(files)) !== null,
  async scan(files, onStep) {
    if (await isClinicalDocument(files))
      throw refuseExport(
        'This part of the export cannot be read. Choose “export.xml” beside it, or the whole “export.zip”.',
      )
    const file = await findExport(files)
    if (file === null)
      throw refuseExport(
        'This export holds no health data: the phone wrote an empty file. Export it again from the Health app.',
      )
    files.expect([file])
    const records = collectAppleRecords()
    await readXml(await file.open(), records, () => {
      const { done, total } = files.getProgress()
      onStep(done, total)
    })
    return records.finish()
  },
  interpret: interpretAppleHealth,
}

/** The folder's name is the same in every language, the file's is not. */
const isAppleFolder = ({ list }: HistoryFiles) =>
  list.some(({ name }) => name.startsWith('apple_health_export/'))

const HEAD_BYTES = 1024

/** `export_cda.xml` alone: the same data as a document of several roots, which no XML parser reads. */
const isClinicalDocument = async ({ list: [file, ...others] }: HistoryFiles) =>
  file !== undefined &&
  others.length === 0 &&
  file.name.endsWith('_cda.xml') &&
  (await file.readHead(HEAD_BYTES)).includes('<ClinicalDocument')

/** The file with the records, by its content: its name is translated, and in some zips in no readable encoding. */
async function findExport({ list }: HistoryFiles): Promise<HistoryFile | null> {
  const candidates = list.filter(
    ({ name, size }) =>
      size > 0 &&
      (list.length === 1 || name.endsWith('.xml')) &&
      name.split('/').length <= 3 &&
      !name.endsWith('_cda.xml'),
  )
  let largest: HistoryFile | null = null
  for (const file of candidates)
    if (file.size > (largest?.size ?? 0) && isHealthData(await file.readHead(HEAD_BYTES))) largest = file
  return largest
}

const isHealthData = (head: Buffer) => /<!DOCTYPE\s+HealthData|<HealthData[\s>]/.test(head.toString('latin1'))
