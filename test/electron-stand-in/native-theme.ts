/** `nativeTheme`: light and dark. */
import type { NativeTheme } from 'electron'
import { HonestEmitter, present } from './absence.ts'
import { openContents } from './registry.ts'

type Source = NativeTheme['themeSource']

class StandInTheme extends HonestEmitter {
  /** What the desktop prefers, as pages have told. */
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
    // A page that closes meanwhile needs no theme.
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

/** A page tells what it sees: the desktop's own preference, as long as no other is set. */
export function hearSystemScheme(dark: boolean): void {
  if (theme.themeSource !== 'system' || theme.systemIsDark === dark) return
  theme.systemIsDark = dark
  theme.emit('updated')
}
