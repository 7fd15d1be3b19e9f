/** Region settings of the system. No other file of main reads them. */
import { toBcp47 as fromPosix, readPosixLocales } from '../../shared/locale/posix-locale.ts'
import { describeSystemRegion, type SystemRegion } from '../../shared/locale/system-region.ts'

/**
 * @param systemLocale result of Electron's `app.getSystemLocale()`: on Windows and macOS the region's locale, not the
 * language's. On Linux it knows one locale only, so the environment is read instead.
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
