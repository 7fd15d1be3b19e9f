/**
 * How a form keeps a typed date or time that could not be read: the text itself behind a mark, so that it is neither lost
 * nor mistaken for a date, and saving is refused until it is put right.
 */
const MARK = '?'

export const keepUnread = (text: string): string => MARK + text

/** The text as it was typed; null where the value could be read. */
export const getUnread = (value: string): string | null => (value.startsWith(MARK) ? value.slice(1) : null)

/** The date or time; '' while there is none that can be read. */
export const getReadable = (value: string): string => (value.startsWith(MARK) ? '' : value)
