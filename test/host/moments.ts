/** Edge-case dates and time zones for date handling: year end, leap day, clock changes, block borders. */
export interface TestMoment {
  readonly name: string
  /** Wall clock in `zone`. */
  readonly now: string
  readonly zone: string
}

/** `leap-day, 2028-02-29T16:00 Europe/London` */
export const describeMoment = ({ name, now, zone }: TestMoment): string => `${name}, ${now} ${zone}`

export const testMoments: readonly TestMoment[] = [
  { name: 'month-end', now: '2026-11-30T16:00', zone: 'Europe/London' },
  // The new year begins in the middle of the run.
  { name: 'year-end', now: '2026-12-31T23:58', zone: 'Europe/London' },
  { name: 'new-year', now: '2027-01-01T16:00', zone: 'Europe/London' },
  { name: 'leap-day', now: '2028-02-29T16:00', zone: 'Europe/London' },
  // The change is on the last day of a week; the Wednesday after is in the next one.
  { name: 'berlin-spring', now: '2026-03-29T16:00', zone: 'Europe/Berlin' },
  { name: 'berlin-spring-after', now: '2026-04-01T16:00', zone: 'Europe/Berlin' },
  { name: 'berlin-autumn', now: '2026-10-25T16:00', zone: 'Europe/Berlin' },
  { name: 'berlin-autumn-after', now: '2026-10-28T16:00', zone: 'Europe/Berlin' },
  { name: 'los-angeles-spring', now: '2026-03-08T16:00', zone: 'America/Los_Angeles' },
  { name: 'los-angeles-spring-after', now: '2026-03-11T16:00', zone: 'America/Los_Angeles' },
  { name: 'los-angeles-autumn', now: '2026-11-01T16:00', zone: 'America/Los_Angeles' },
  { name: 'los-angeles-autumn-after', now: '2026-11-04T16:00', zone: 'America/Los_Angeles' },
  // Blocks of 28 days, counted from Monday 1970-01-05.
  { name: 'block-last', now: '2026-11-22T16:00', zone: 'Europe/London' },
  { name: 'block-first', now: '2026-11-23T16:00', zone: 'Europe/London' },
  { name: 'monday', now: '2026-11-16T16:00', zone: 'Europe/London' },
  // Time zones whose dates differ at the same instant.
  { name: 'auckland', now: '2026-11-20T16:00', zone: 'Pacific/Auckland' },
  { name: 'honolulu', now: '2026-11-20T16:00', zone: 'Pacific/Honolulu' },
]
