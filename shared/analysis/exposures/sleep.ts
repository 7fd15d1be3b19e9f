/** Exposures read from the nights. A night is tracked if its record has both times. */
import { defineExposures } from './exposure.ts'
import type { Night } from './journal-facts.ts'
import { ofTheNight } from './series.ts'

/** Highest temperature of a cold bedroom, in °C. */
const COLD_ROOM_C = 16

function judgeBedroom({ roomFeel, roomTemperatureC }: Night): boolean | null {
  if (roomFeel === null && roomTemperatureC === null) return null
  return roomFeel === 'cold' || (roomTemperatureC !== null && roomTemperatureC <= COLD_ROOM_C)
}

const judgeBedding = ({ bedding }: Night): boolean | null => (bedding === null ? null : bedding === 'tight')

/** Lying on the back points the toes only under tight bedding: null if the bedding is unknown. */
function judgePosition(night: Night): boolean | null {
  if (night.position === null) return null
  return night.position === 'back' ? judgeBedding(night) : night.position === 'front-toes-pointed'
}

export const sleep = defineExposures([
  {
    key: 'cold-bedroom',
    name: 'A cold bedroom',
    suspected: 'A cold bedroom',
    needs: ['night'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'a cold bedroom (16 °C or less, or felt cold)' },
    toLog: 'your nights with both times, and how the room felt',
    ...ofTheNight(judgeBedroom),
  },
  {
    key: 'cold-feet',
    name: 'Cold legs or feet in bed',
    suspected: 'Cold legs or feet in bed',
    needs: ['night'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'cold legs or feet in bed' },
    toLog: 'your nights with both times, and whether your legs were cold',
    ...ofTheNight(({ coldLegs }) => coldLegs),
  },
  {
    key: 'bedding-tight',
    name: 'Tight bedding',
    suspected: 'Tight bedding',
    needs: ['night'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'bedding tight over the feet' },
    toLog: 'your nights with both times, and how the bedding was',
    ...ofTheNight(judgeBedding),
  },
  {
    key: 'sleep-position',
    name: 'Lying with the toes pointed',
    suspected: 'Lying with the toes pointed',
    needs: ['night'],
    direction: 'more',
    scale: {
      kind: 'yes-no',
      present: 'lying on the front with the toes pointed, or on the back under tight bedding',
    },
    toLog: 'your nights with both times, how you lay and how the bedding was',
    ...ofTheNight(judgePosition),
  },
])
