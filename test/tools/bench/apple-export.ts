/**
 * Made-up Apple Health export of any size, written as a stream: ten years of a watch, of which one record in a hundred is of a
 * kind that a journal has a field for. The mix and the length of records follow real exports.
 */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'
import { createRandom, type Random } from '../../../shared/statistics/random.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'

const YEARS = 10
const FIRST_DAY = '2015-11-20'
/** Text of one record with line break, on average: how many of a day fill the size that is asked for. */
const RECORD_BYTES = 455

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary|ClinicalRecord|Audiogram|VisionPrescription)*)>
]>
<HealthData locale="en_GB">
 <ExportDate value="2025-11-20 16:00:00 +0000"/>
`
const DEVICE =
  '&lt;&lt;HKDevice: 0x282a45810&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, software:10.1&gt;'
const WATCH = `sourceName="Sam’s Apple\u00A0Watch" sourceVersion="10.1"`

/** Stands for a date in the text of a day: 0 for the day itself, 1 for the next one. */
const TODAY = '@0'
const TOMORROW = '@1'

/** `2025-07-14 16:39:21 +0000`, with a stand-in for the date. @param minutes after midnight of the day */
function dateText(minutes: number): string {
  const seconds = Math.round(minutes * 60)
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(part => String(Math.floor(part)))
  const [hours = '0', ...others] = clock
  const time = [String(Number(hours) % 24), ...others].map(part => part.padStart(2, '0')).join(':')
  return `${Number(hours) < 24 ? TODAY : TOMORROW} ${time} +0000`
}

const times = (start: number, end: number) =>
  `creationDate="${dateText(end)}" startDate="${dateText(start)}" endDate="${dateText(end)}"`

/** Measurements that a journal has no field for, as a watch writes them every few minutes. */
function listMeasurements(count: number, { nextUniform, nextInteger }: Random): string[] {
  return Array.from({ length: count }, (_, index) => {
    const at = (index / count) * 24 * 60
    if (nextUniform() < 0.5)
      return ` <Record type="HKQuantityTypeIdentifierHeartRate" ${WATCH} device="${DEVICE}" unit="count/min" ${times(at, at)} value="${50 + nextInteger(90)}">
  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="${nextInteger(3)}"/>
 </Record>
`
    const [type, unit] = OTHERS[nextInteger(OTHERS.length)] ?? []
    return ` <Record type="HKQuantityTypeIdentifier${type}" ${WATCH} device="${DEVICE}" unit="${unit}" ${times(at, at + 1)} value="${(nextUniform() * 40).toFixed(4)}"/>
`
  })
}

const OTHERS = [
  ['ActiveEnergyBurned', 'kcal'],
  ['StepCount', 'count'],
  ['DistanceWalkingRunning', 'km'],
] as const
const STAGES = ['AsleepCore', 'AsleepDeep', 'AsleepREM', 'Awake'] as const

/** Eight drinks, a night in twenty pieces, and a run on some days. */
function listWanted({ nextUniform, nextInteger }: Random): string[] {
  const drinks = Array.from({ length: 8 }, (_, index) => {
    const at = 8 * 60 + index * 90 + nextInteger(60)
    return ` <Record type="HKQuantityTypeIdentifierDietaryWater" sourceName="Drinks" sourceVersion="3" unit="mL" ${times(at, at)} value="${150 + nextInteger(8) * 25}"/>
`
  })
  const night = Array.from({ length: 20 }, (_, index) => {
    const start = 22 * 60 + index * 24
    return ` <Record type="HKCategoryTypeIdentifierSleepAnalysis" ${WATCH} device="${DEVICE}" ${times(start, start + 24)} value="HKCategoryValueSleepAnalysis${STAGES[index % STAGES.length]}">
  <MetadataEntry key="HKTimeZone" value="Europe/London"/>
 </Record>
`
  })
  const [start, end] = [17 * 60, 17 * 60 + 45]
  const run = ` <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="45" durationUnit="min" ${WATCH} device="${DEVICE}" ${times(start, end)}>
  <MetadataEntry key="HKTimeZone" value="Europe/London"/>
  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" startDate="${dateText(start)}" endDate="${dateText(end)}" sum="${(6 + nextUniform() * 4).toFixed(3)}" unit="km"/>
 </Workout>
`
  return [...drinks, ...night, ...(nextUniform() < 0.5 ? [run] : [])]
}

/** Days that are made up; further ones repeat them, beyond what deflate can see. */
const DIFFERENT_DAYS = 28

/** Days of the export as texts. @param bytes size of the XML, about */
function* listDays(bytes: number): Generator<string> {
  const random = createRandom(18)
  const days = YEARS * 365
  const perDay = Math.max(1, Math.round(bytes / days / RECORD_BYTES))
  const templates = Array.from({ length: DIFFERENT_DAYS }, () =>
    [...listMeasurements(perDay, random), ...listWanted(random)].join(''),
  )
  yield HEAD
  for (let day = 0; day < days; day++)
    yield (templates[day % DIFFERENT_DAYS] ?? '')
      .replaceAll(TODAY, addDays(FIRST_DAY, day))
      .replaceAll(TOMORROW, addDays(FIRST_DAY, day + 1))
  yield '</HealthData>\n'
}

const NAME = Buffer.from('apple_health_export/export.xml')
const numbers = (...parts: readonly (readonly [value: number, bytes: 2 | 4])[]) =>
  Buffer.concat(
    parts.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes)
      buffer.writeUIntLE(value, 0, bytes)
      return buffer
    }),
  )
/** Sizes and checksum follow the data, as the phone writes them; the name is UTF-8. */
const FLAGS = 0x808
const DEFLATED = 8
const VERSION = 20

/** Writes the zip at `path`. @returns bytes of XML in it */
export async function writeAppleExport(path: string, bytes: number): Promise<number> {
  const file = createWriteStream(path)
  const fixed = [
    [VERSION, 2],
    [FLAGS, 2],
    [DEFLATED, 2],
    [0, 4],
  ] as const
  const header = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    numbers(...fixed, [0, 4], [0, 4], [0, 4], [NAME.length, 2], [0, 2]),
    NAME,
  ])
  file.write(header)
  const deflate = createDeflateRaw()
  let [size, compressed, checksum] = [0, 0, 0]
  deflate.on('data', (chunk: Buffer) => {
    compressed += chunk.length
    if (!file.write(chunk)) {
      deflate.pause()
      file.once('drain', () => deflate.resume())
    }
  })
  for (const text of listDays(bytes)) {
    const chunk = Buffer.from(text)
    size += chunk.length
    checksum = crc32(chunk, checksum)
    if (!deflate.write(chunk)) await once(deflate, 'drain')
  }
  deflate.end()
  await once(deflate, 'end')
  const sizes = [
    [checksum, 4],
    [compressed, 4],
    [size, 4],
  ] as const
  const directory = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    numbers(
      [VERSION, 2],
      ...fixed,
      ...sizes,
      [NAME.length, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [0, 4],
    ),
    NAME,
  ])
  const directoryAt = header.length + compressed + 16
  file.write(Buffer.concat([Buffer.from('PK\x07\x08'), numbers(...sizes), directory]))
  file.end(
    Buffer.concat([
      Buffer.from('PK\x05\x06'),
      numbers([0, 2], [0, 2], [1, 2], [1, 2], [directory.length, 4], [directoryAt, 4], [0, 2]),
    ]),
  )
  await once(file, 'close')
  return size
}
