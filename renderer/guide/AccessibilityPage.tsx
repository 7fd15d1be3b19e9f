import { formatStroke } from '../ui/components/shortcuts.ts'
import classes from './Guide.module.css'
import { GuidePage } from './GuidePage.tsx'

interface Topic {
  readonly id: string
  readonly title: string
  readonly points: readonly string[]
}

const listTopics = (): readonly Topic[] => [
  {
    id: 'can',
    title: 'What you can do',
    points: [
      `Make text larger, up to 200%: Settings, Text size, or press ${formatStroke('mod+=')} and ${formatStroke('mod+-')}. ${formatStroke('mod+0')} brings the usual size back.`,
      'Do everything with the keyboard. Press ? for the list of keys.',
      'Turn single-letter keys off in that list, if dictation or a resting hand sets them off.',
      'Choose light or dark, or follow the system. Cramp now is always dark.',
      'Read every chart as a table, with the same numbers.',
      'Use the contrast themes of your system. Stronger contrast and less motion are followed too.',
    ],
  },
  {
    id: 'tested',
    title: 'What is tested, and with what',
    points: [
      'Every screen and dialog, light and dark, is checked by the tool axe (version 4), which must find nothing. The six screens are checked in forced colours, with more contrast and with text at 200% too.',
      'A test writes a whole week by keyboard alone, and again with text at 200%.',
      'At 200% no screen may be wider than a window of 720 by 560 pixels.',
      'Tests look that the focus can be seen, and that a chosen and an unknown thing look different in forced colours.',
      'All of this runs in Chromium on Linux, without a display.',
    ],
  },
  {
    id: 'not-tried',
    title: 'What nobody has tried yet',
    points: [
      'No real screen reader: not NVDA, JAWS, Narrator, VoiceOver or Orca. Names and messages are tested as the browser hands them over, not as they are spoken.',
      'No person with a disability has tested Unknot.',
      'Touch, pen, switches, eye tracking and voice control.',
      'The screen magnifiers and contrast themes of Windows and macOS themselves.',
      'The menus and file windows that belong to your system.',
    ],
  },
  {
    id: 'does-not-work',
    title: 'What does not work well',
    points: [
      'The picture on the body map and the small symbols grow less than the text.',
      'In a small window with very large text, the drawing of all things compared is left out. The list beside it has the same numbers.',
      'The report keeps the size of its paper. Its preview shrinks with a narrow window; save it as a PDF to enlarge it. The PDF has no tags for screen readers.',
      'The program speaks English only.',
    ],
  },
]

export function AccessibilityPage() {
  return (
    <GuidePage
      title="Accessibility"
      lead="Larger text, keys, contrast and screen readers: what works, what was tested, and what was not."
    >
      <div className={classes.purpose}>
        {listTopics().map(({ id, title, points }) => (
          <section key={id} className={classes.panel} aria-labelledby={`accessibility-${id}`}>
            <h2 id={`accessibility-${id}`}>{title}</h2>
            <ul>
              {points.map(point => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </GuidePage>
  )
}
