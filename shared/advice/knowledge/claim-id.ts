/** Number of a claim in one of the five articles behind the program: `002-13` is claim 13 of article 002. */
export type ClaimId = `${'000' | '001' | '002' | '003' | '004'}-${string}`
