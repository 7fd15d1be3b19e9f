/** The locales that a POSIX environment names, each sort of convention by its own variable. */
import type { SystemLocales } from './conventions.ts'

/** LC_ALL decides everything; else each variable its own sort, and LANG what they leave open. */
export function readPosixLocales(env: Readonly<Record<string, string | undefined>>): SystemLocales {
  // An empty variable counts as one that is not set.
  const read = (name: string) => toBcp47(env.LC_ALL || env[name] || env.LANG || '')
  return {
    time: read('LC_TIME'),
    number: read('LC_NUMERIC'),
    measurement: read('LC_MEASUREMENT'),
    paper: read('LC_PAPER'),
  }
}

const scripts: Record<string, string> = { latin: 'Latn', cyrillic: 'Cyrl', devanagari: 'Deva' }

/** `de-DE` of `de_DE.UTF-8@euro`; null of `C`, `POSIX`, `en_US@posix` and of what is no locale at all. */
export function toBcp47(posix: string): string | null {
  const [, language = '', region, modifier = ''] =
    /^([a-z]{2,3})(?:[_-]([a-z]{2}|\d{3}))?(?:\.[\w-]+)?(?:@(\w+))?$/i.exec(posix) ?? []
  if (language === '' || modifier.toLowerCase() === 'posix') return null
  return [language, scripts[modifier.toLowerCase()], region].filter(part => part !== undefined).join('-')
}
