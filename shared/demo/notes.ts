/** Notes of the demo's person, by kind of entry. */
export const crampNotes: readonly [string, ...string[]] = [
  'Jumped out of bed, gone after a minute.',
  'Foot was pointing down under the blanket.',
  'The second one tonight.',
  'Short but very hard.',
  'Could feel a knot under the skin afterwards.',
  'Slept badly after that.',
  'Came just as I turned over.',
  'Toes curled under, had to press them flat.',
]

export const sessionNotes: readonly [string, ...string[]] = [
  'Hilly round.',
  'Legs heavy from the start.',
  'Easy, talked all the way.',
  'Last kilometres faster.',
  'Hot and no shade.',
  'New route along the river.',
]

export const drinkNotes: readonly [string, ...string[]] = ['With dinner.', 'On the train.', 'At the meeting.']
