/// <reference lib="esnext.intl" />

/**
 * The day a week begins on in the system's locale, 0 being Sunday, as calendars count. Monday where the locale does
 * not say.
 */
export function getFirstDayOfWeek(locale: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const isoDay = new Intl.Locale(locale).getWeekInfo?.().firstDay ?? 1
  return days.find(day => day === isoDay % 7) ?? 1
}

const days = [0, 1, 2, 3, 4, 5, 6] as const
