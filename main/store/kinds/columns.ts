/** What a column holds where the entry has a boolean or a list, which SQLite's STRICT tables do not know. */

export const fromBoolean = (value: boolean | null) => (value === null ? null : Number(value))
export const toBoolean = (value: number | null) => (value === null ? null : value === 1)
