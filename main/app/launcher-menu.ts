/**
 * "Cramp now" where the system shows the program's icon: in the dock's menu on macOS, in the jump list on Windows. (On
 * Linux it is an action of the desktop entry.) Neither shows a history: no recent documents are ever added.
 */
import type { App, Menu, MenuItemConstructorOptions } from 'electron'
import { CRAMP_NOW_SWITCH } from './launch-arguments.ts'

export interface LauncherMenuDeps {
  readonly platform: NodeJS.Platform
  readonly app: Pick<App, 'setUserTasks' | 'dock' | 'isPackaged'>
  readonly buildMenu: (template: MenuItemConstructorOptions[]) => Menu
  /** Command line of this process. */
  readonly argv: readonly string[]
  readonly startCramp: () => void
}

const LABEL = 'Cramp now'

export function setLauncherMenu({ platform, app, buildMenu, argv, startCramp }: LauncherMenuDeps): void {
  if (platform === 'darwin') app.dock?.setMenu(buildMenu([{ label: LABEL, click: startCramp }]))
  if (platform !== 'win32') return
  const [program = '', appPath = '.'] = argv
  app.setUserTasks([
    {
      program,
      // Unpackaged, the program is Electron's, and is told which application to run.
      arguments: app.isPackaged ? CRAMP_NOW_SWITCH : `"${appPath}" ${CRAMP_NOW_SWITCH}`,
      title: LABEL,
      description: 'Starts the clock of a cramp',
      iconPath: program,
      iconIndex: 0,
    },
  ])
}
