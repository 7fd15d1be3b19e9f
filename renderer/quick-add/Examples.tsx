import { UnstyledButton } from '@mantine/core'
import classes from './QuickAdd.module.css'

const examples = [
  '500 ml water 14:00',
  '2 cups coffee 8am',
  'cramp left calf 3am 7/10 4 min',
  'cramp both arches last night',
  'ran 40 min yesterday 18:00',
  'stood 5 h today',
  'sandals 9:00 to 17:00',
  'stretched calves 3 min before bed',
  'slept 23:30 to 7:00',
  'started atorvastatin 20 mg',
]

/** Lines to learn from: one click puts one into the line, to be changed. */
export function Examples({ onPick }: { onPick: (line: string) => void }) {
  return (
    <section className={classes.examples} aria-label="Examples">
      {examples.map(example => (
        <UnstyledButton key={example} className={classes.example} onClick={() => onPick(example)}>
          {example}
        </UnstyledButton>
      ))}
    </section>
  )
}
