/** Where and when the specs and the tour take place, so that they know what the app will say. */
const AFTERNOON = 15
const FURTHEST_EAST = 14

/**
 * A zone in which it is between three and four in the afternoon, whenever this runs: what is logged now belongs to
 * today, the night is over, and the cramp-day of yesterday has ended. (The signs of `Etc/GMT` are the wrong way round.)
 */
function findAfternoonZone(now: Date): string {
  const hoursAhead = AFTERNOON - now.getUTCHours()
  const hours = hoursAhead > FURTHEST_EAST ? hoursAhead - 24 : hoursAhead
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
}

export const timeZone = findAfternoonZone(new Date())

/** For the app's environment: British dates, the early afternoon. */
export const surroundings = { LC_ALL: 'en_GB.UTF-8', TZ: timeZone }
