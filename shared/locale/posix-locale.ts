/** Locales from the POSIX environment variables, one per category of conventions. */
import type { SystemLocales } from './conventions.ts'

/** Precedence: LC_ALL, then the category's own variable, then LANG. */
export function readPosixLocales(env: Readonly<Record<string, string | undefined>>): SystemLocales {
  // An empty variable counts as unset, as POSIX prescribes.
  const read = (name: string) => toBcp47(env.LC_ALL || env[name] || env.LANG || '')
  return {
    time: read('LC_TIME'),
    number: read('LC_NUMERIC'),
    measurement: read('LC_MEASUREMENT'),
    paper: read('LC_PAPER'),
  }
}

const scripts: Record<string, string> = { latin: 'Latn', cyrillic: 'Cyrl', devanagari: 'Deva' }

/** BCP 47 tag of a POSIX locale: `de-DE` of `de_DE.UTF-8@euro`; null of `C`, `POSIX`, `en_US@posix` and invalid names. */
export function toBcp47(posix: string): string | null {
  const [, language = '', region, modifier = ''] =
    /^([a-z]{2,3})(?:[_-]([a-z]{2}|\d{3}))?(?:\.[\w-]+)?(?:@(\w+))?$/i.exec(posix) ?? []
  if (language === '' || modifier.toLowerCase() === 'posix') return null
  return [language, scripts[modifier.toLowerCase()], region].filter(part => part !== undefined).join('-')
}
