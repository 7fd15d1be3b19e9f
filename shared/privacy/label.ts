/**
 * The privacy label: what the program does with a person's data, a line and an amount each, and the test that shows it. The
 * guide shows it above the threats, and main/THREATS.md repeats it.
 */
import type { Evidence } from './threats.ts'

interface LabelLine {
  readonly what: string
  readonly amount: string
  readonly shownBy: readonly Evidence[]
}

export const labelTitle = 'At a glance'

export const label: readonly LabelLine[] = [
  {
    what: 'Packets sent in an hour of use',
    amount: '0',
    shownBy: [
      { file: 'test/tools/quiet-hour.ts', test: '' },
      { file: 'test/e2e/nothing-leaves.spec.ts', test: 'a walk over all screens opens no connection' },
    ],
  },
  {
    what: 'Accounts, servers, usage data, crash reports, checks for updates',
    amount: 'none',
    shownBy: [
      { file: 'test/main/app/no-network.test.ts', test: 'no source of the program uses the network' },
    ],
  },
  {
    what: 'Code loaded from elsewhere',
    amount: 'none',
    shownBy: [{ file: 'test/e2e/closed.spec.ts', test: 'a script from elsewhere is not loaded' }],
  },
  {
    what: 'Camera, microphone, location, devices',
    amount: 'never used',
    shownBy: [
      {
        file: 'test/main/app/security-checklist.test.ts',
        test: '5. Handle session permission requests from remote content',
      },
      { file: 'test/e2e/closed.spec.ts', test: 'every permission is refused' },
    ],
  },
  {
    what: 'Files read or written that you did not choose',
    amount: 'only Unknot’s own',
    shownBy: [{ file: 'test/main/ipc/file-tokens.test.ts', test: 'no call opens a path that a page names' }],
  },
  {
    what: 'Files that other accounts can read',
    amount: '0',
    shownBy: [
      {
        file: 'test/e2e/private-files.spec.ts',
        test: 'the data folder, backups, copies, tables and reports',
      },
    ],
  },
  {
    what: 'Words about your health in a reminder',
    amount: '0',
    shownBy: [{ file: 'test/shared/kinds/reminder.test.ts', test: 'the text says how much is left' }],
  },
  {
    what: 'Entries left in Unknot’s folder after “Erase everything”',
    amount: '0',
    shownBy: [{ file: 'test/e2e/keeping.spec.ts', test: 'everything is erased after the word was typed' }],
  },
]
