/** What a page's isolated world tells the main process, and the answers it takes. Values are encoded by the codec. */
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
  | { type: 'bounds'; cause: 'resize' | 'focus' | 'blur' | 'pointer'; bounds: Bounds }

export type ToPage =
  | { type: 'reply'; id: number; succeeded: boolean; value: unknown }
  | { type: 'event'; channel: string; values: unknown }

export interface KeyPress {
  /** As in KeyboardEvent. */
  key: string
  code: string
  control: boolean
  meta: boolean
  alt: boolean
  shift: boolean
}

export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

/** What a page needs of the main process to ask it something. It is offered to the page's own world, which keeps it. */
export interface Doors {
  /** Asks for a permission. */
  ask(permission: string, details: unknown): Promise<boolean>
  /** Asks whether a permission would be given. */
  check(permission: string): Promise<boolean>
  open(url: string, frameName: string, features: string): void
  /** A link that leads out of the browser, such as mailto. */
  leave(url: string): void
}

/** The name under which the doors are offered; no app can expose a key of that name. */
export const doorsName = ' doors'

/** The isolated world of preloads, named as Electron's. */
export const isolatedWorld = 'Electron Isolated Context'
/** The function in the isolated world that carries a message to the main process. */
export const binding = '__electronStandIn'
/** The function in the isolated world that takes a message from the main process. */
export const receiver = '__electronStandInReceive'
