import { Anchor } from '@mantine/core'
import { IconDatabase, IconLock, IconStethoscope } from '@tabler/icons-react'
import { Link } from 'react-router'
import { purpose } from '../../shared/advice/purpose.ts'
import { PURPOSE_PATH } from '../data/paths.ts'
import { FilePath } from '../ui/components/FilePath.tsx'
import classes from './FirstStart.module.css'

/** Where the data lie, that they are not encrypted, and what the program is for. */
export function HonestLines({ path }: { path: string }) {
  return (
    <ul className={classes.facts}>
      <li>
        <IconDatabase size={20} stroke={1.7} aria-hidden />
        <div>
          Everything stays on this computer, in one file:
          <FilePath path={path} />
        </div>
      </li>
      <li>
        <IconLock size={20} stroke={1.7} aria-hidden />
        <div>
          The file is not encrypted. If someone gets hold of your computer, only an encrypted disk protects
          it.
        </div>
      </li>
      <li>
        <IconStethoscope size={20} stroke={1.7} aria-hidden />
        <div>
          It is for keeping a diary and preparing a visit to the doctor. {purpose.limits}{' '}
          {purpose.notAssessed} {purpose.worried}{' '}
          <Anchor component={Link} to={PURPOSE_PATH} underline="always" inherit>
            What Unknot is for
          </Anchor>
        </div>
      </li>
    </ul>
  )
}
