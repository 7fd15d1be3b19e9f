/** Messages between a page's isolated world and the main process. Values are encoded by the codec. */
export type FromPage =
  | { type: 'invoke'; id: number; channel: string; values: unknown }
  | { type: 'send'; channel: string; values: unknown }
  | { type: 'ask'; id: number; permission: string; details: unknown }
  | { type: 'check'; id: number; permission: string }
  | { type: 'open'; url: string; frameName: string; features: string }
  | { type: 'leave'; url: string }
  | { type: 'title'; title: string }
  | { type: 'scheme'; dark: boolean }
  | { type: 'key'; key: KeyPress }
  | { type: 'context'; place: ContextPlace }
  | { type: 'bounds'; cause: 'resize' | 'focus' | 'blur' | 'pointer'; bounds: Bounds }

export type ToPage =
  | { type: 'reply'; id: number; succeeded: boolean; value: unknown }
  | { type: 'event'; channel: string; values: unknown }

export interface KeyPress {
  /** `key` and `code` as in KeyboardEvent. */
  key: string
  code: string
  control: boolean
  meta: boolean
  alt: boolean
  shift: boolean
}

/** Place of a right-click, or of the context menu's key, as in Electron's `ContextMenuParams`. */
export interface ContextPlace {
  x: number
  y: number
  isEditable: boolean
  selectionText: string
  linkURL: string
  isPassword: boolean
  canUndo: boolean
  canRedo: boolean
}

export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

/** Calls to the main process, offered by the isolated world to the page's own world, which hides them from its scripts. */
export interface MainCalls {
  /** Requests a permission. */
  ask(permission: string, details: unknown): Promise<boolean>
  /** Queries whether a permission would be granted. */
  check(permission: string): Promise<boolean>
  open(url: string, frameName: string, features: string): void
  /** Follows a link out of the browser, such as mailto. */
  leave(url: string): void
}

/** Key under which `MainCalls` are offered; the leading space keeps it apart from every key that an app exposes. */
export const mainCallsName = ' main calls'

/** Name of the preload's isolated world, the same as Electron's. */
export const isolatedWorld = 'Electron Isolated Context'
/** CDP binding in the isolated world: sends a message to the main process. */
export const binding = '__electronStandIn'
/** Global list in the isolated world: files whose path the preload has asked for. */
export const askedFiles = '__electronStandInFiles'
/** Stands for the path of the file with this index, until its message is in the main process, which can ask Chromium. */
export const pathPlaceholder = 'electron-stand-in-path:'
/** Global function in the isolated world: receives a message from the main process. */
export const receiver = '__electronStandInReceive'
