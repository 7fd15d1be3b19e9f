/** Scan of an Apple Health export: only records that a journal has a field for, as the file tells them. */

/** Fields that all records share. Instants are UTC milliseconds: the offsets in the file are those of the export. */
export interface AppleRecord {
  /** App or device, in one spelling. */
  readonly source: string
  readonly start: number
  readonly end: number
  /** When it was written down; null if the file does not say. */
  readonly written: number | null
  /** IANA zone of the record itself, which most lack. */
  readonly zone: string | null
  /** True if the person typed it in. */
  readonly isTyped: boolean
}

export interface AppleQuantity extends AppleRecord {
  readonly value: number
  readonly unit: string
}

export interface AppleSleep extends AppleRecord {
  readonly state: 'in-bed' | 'asleep' | 'awake'
  /** Core, deep or REM sleep: measured by a watch, where a phone only guesses the time in bed. */
  readonly isStage: boolean
}

export interface AppleIllness extends AppleRecord {
  readonly illness: 'vomiting' | 'diarrhoea' | 'fever'
}

export interface AppleWorkout extends AppleRecord {
  /** `HKWorkoutActivityTypeRunning` */
  readonly type: string
  /** Without pauses; null where only start and end are known, less `pausedMs`. */
  readonly seconds: number | null
  readonly pausedMs: number
  readonly distanceM: number | null
  readonly climbM: number | null
}

export interface AppleScan {
  /** UTC milliseconds; null if the file does not say. */
  readonly exportedAt: number | null
  /** Minutes ahead of UTC that all dates of the file are written with. */
  readonly exportOffsetMinutes: number
  readonly water: readonly AppleQuantity[]
  readonly caffeine: readonly AppleQuantity[]
  readonly magnesium: readonly AppleQuantity[]
  readonly potassium: readonly AppleQuantity[]
  readonly calcium: readonly AppleQuantity[]
  readonly effort: readonly AppleQuantity[]
  readonly waterTemperature: readonly AppleQuantity[]
  readonly sleep: readonly AppleSleep[]
  readonly illness: readonly AppleIllness[]
  readonly workouts: readonly AppleWorkout[]
  /** Records by type, `HKQuantityTypeIdentifierStepCount`, that no field exists for. */
  readonly ignored: ReadonlyMap<string, number>
  /** Records of a wanted type whose dates or value cannot be read. */
  readonly unreadable: readonly { readonly type: string; readonly when: string }[]
}
