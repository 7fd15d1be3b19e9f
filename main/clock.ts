/** What time it is, and where. Handed in, so that a test can say so. */
export interface Clock {
  /** UTC milliseconds. */
  now(): number
  /** IANA name of the zone the person is in. */
  timeZone(): string
}

export const systemClock: Clock = {
  now: () => Date.now(),
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
}
