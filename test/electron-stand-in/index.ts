/** Module `electron`. `import` gets the named exports; `require` gets an object that throws on unknown names. */
import type * as Electron from 'electron/main'
import { present } from './absence.ts'
import * as modules from './modules.ts'

const electron = present<typeof Electron>('electron', modules satisfies Record<keyof typeof Electron, object>)

export * from './modules.ts'
export { electron as default, electron as 'module.exports' }
