/** The region the system is set to: the one place in main that asks for it. */
import { toBcp47 as fromPosix, readPosixLocales } from '../../shared/locale/posix-locale.ts'
import { describeSystemRegion, type SystemRegion } from '../../shared/locale/system-region.ts'

/**
 * @param systemLocale what Electron's `app.getSystemLocale()` says: on Windows and macOS the region's, not the language's.
 * On Linux it knows one locale only, so there the environment is read.
 */
export function readSystemRegion(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  systemLocale: string,
): SystemRegion {
  if (platform !== 'win32' && platform !== 'darwin') return describeSystemRegion(readPosixLocales(env))
  const locale = fromPosix(systemLocale) ?? (systemLocale === '' ? null : systemLocale)
  return describeSystemRegion({ time: locale, number: locale, measurement: locale, paper: locale })
}
