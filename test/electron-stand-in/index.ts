/** The module `electron`: by `import`, its parts; by `require`, an object on which even unheard-of names throw. */
import type * as Electron from 'electron/main'
import { present } from './absence.ts'
import * as modules from './modules.ts'

const electron = present<typeof Electron>('electron', modules satisfies Record<keyof typeof Electron, object>)

export * from './modules.ts'
export { electron as default, electron as 'module.exports' }
