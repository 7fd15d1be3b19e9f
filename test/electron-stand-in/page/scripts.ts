/** Source texts injected into every page of the app before its own scripts. */
import { makeCodec } from '../codec.ts'
import { makeBridge } from './bridge.ts'
import { askedFiles, binding, mainCallsName, pathPlaceholder, receiver } from './messages.ts'
import { prepareOwnWorld } from './own-world.ts'
import { preparePreloadWorld } from './preload-world.ts'

export interface Scripts {
  ownWorld: string
  preloadWorld: string
}

/** @param preloadSource the text of the app's preload, a CommonJS module */
export function makeScripts(
  channel: string,
  processFacts: object,
  preloadSource: string | undefined,
): Scripts {
  const preload =
    preloadSource === undefined
      ? 'undefined'
      : `function (require, module, exports, process, global) {\n${preloadSource}\n}`
  const names = JSON.stringify({ mainCallsName, binding, receiver, askedFiles, pathPlaceholder })
  const common = `${makeCodec}, ${makeBridge}, ${JSON.stringify(channel)}`
  return {
    ownWorld: inTopFrame(`(${prepareOwnWorld})(${common}, ${JSON.stringify(mainCallsName)})`),
    preloadWorld: inTopFrame(
      `(${preparePreloadWorld})(${common}, ${names}, ${JSON.stringify(processFacts)}, ${preload})`,
    ),
  }
}

/** Electron runs preloads in the top frame only. */
function inTopFrame(code: string): string {
  return `if (window === window.top) { ${code} }`
}
