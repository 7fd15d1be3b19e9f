/** A numbered claim of one of the five articles the program grew from, `002-13`. */
export type ClaimId = `${'000' | '001' | '002' | '003' | '004'}-${string}`
