/** `nativeTheme`: light and dark appearance. */
import type { NativeTheme } from 'electron'
import { present, StrictEmitter } from './absence.ts'
import { openContents } from './registry.ts'

type Source = NativeTheme['themeSource']

class StandInTheme extends StrictEmitter {
  /** Colour scheme of the desktop, as pages have reported it. */
  systemIsDark = false
  private source: Source = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
  }

  get themeSource(): Source {
    return this.source
  }

  set themeSource(source: Source) {
    if (source === this.source) return
    this.source = source
    // The page may have closed in the meantime.
    for (const contents of openContents.values()) contents.emulateTheme().catch(() => {})
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'system' ? this.systemIsDark : this.source === 'dark'
  }
}

const theme = new StandInTheme()
export const nativeTheme = present<NativeTheme>('nativeTheme', theme)

export function getEmulatedMedia(): { name: string; value: string }[] {
  return theme.themeSource === 'system' ? [] : [{ name: 'prefers-color-scheme', value: theme.themeSource }]
}

/** Takes a page's `prefers-color-scheme`: the desktop's own, as long as `themeSource` is 'system'. */
export function setSystemScheme(dark: boolean): void {
  if (theme.themeSource !== 'system' || theme.systemIsDark === dark) return
  theme.systemIsDark = dark
  theme.emit('updated')
}
