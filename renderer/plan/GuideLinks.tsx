import {
  type Icon,
  IconAccessible,
  IconBook2,
  IconCalculator,
  IconChecklist,
  IconInfoCircle,
  IconListSearch,
  IconLock,
  IconYoga,
} from '@tabler/icons-react'
import { Link } from 'react-router'
import { threatsTitle } from '../../shared/privacy/threats.ts'
import {
  ABOUT_PATH,
  ACCESSIBILITY_PATH,
  METHOD_PATH,
  PURPOSE_PATH,
  RELIEF_PATH,
  SOURCES_PATH,
  SYMPTOMS_PATH,
  THREATS_PATH,
} from '../data/paths.ts'
import classes from './GuideLinks.module.css'

const guides: readonly { path: string; title: string; text: string; GuideIcon: Icon }[] = [
  {
    path: RELIEF_PATH,
    title: 'Relief guide',
    text: 'What helps during a cramp, muscle by muscle',
    GuideIcon: IconYoga,
  },
  {
    path: SYMPTOMS_PATH,
    title: 'Check my symptoms',
    text: 'Whether something should be looked at, and how soon',
    GuideIcon: IconChecklist,
  },
  {
    path: ABOUT_PATH,
    title: 'About cramps',
    text: 'What is known, and which medicines and conditions can play a part',
    GuideIcon: IconBook2,
  },
  {
    path: SOURCES_PATH,
    title: 'Where each claim comes from',
    text: 'How strong it is, its source, and what was studied',
    GuideIcon: IconListSearch,
  },
  {
    path: METHOD_PATH,
    title: 'How this is worked out',
    text: 'How a link is told from luck, and what is promised',
    GuideIcon: IconCalculator,
  },
  {
    path: PURPOSE_PATH,
    title: 'What Unknot is for',
    text: 'What each part does, and what not to use it for',
    GuideIcon: IconInfoCircle,
  },
  {
    path: THREATS_PATH,
    title: threatsTitle,
    text: 'Who can read your journal, and what you can do about it',
    GuideIcon: IconLock,
  },
  {
    path: ACCESSIBILITY_PATH,
    title: 'Accessibility',
    text: 'Larger text, keys and contrast, and what was not tested',
    GuideIcon: IconAccessible,
  },
]

/** The ways to the guide's pages. */
export function GuideLinks() {
  return (
    <ul className={classes.links} aria-label="Guides">
      {guides.map(({ path, title, text, GuideIcon }) => (
        <li key={path}>
          <Link to={path} className={classes.link}>
            <GuideIcon size={24} stroke={1.6} aria-hidden />
            <span>
              <strong>{title}</strong>
              <span>{text}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
