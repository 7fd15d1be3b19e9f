/**
 * The locale in which dates and numbers are written here.
 *
 * Taken from `Intl`, which resolves it: what the system calls its language (`navigator.language`) may be no valid tag,
 * such as `en-US@posix` where none is set, and `Intl.Locale` throws at those.
 */
export function getSystemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale
}
