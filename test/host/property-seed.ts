/**
 * Vitest set-up: seed of the property tests (fast-check). Fixed, so that `npm test` is reproducible;
 * `npm run verify -- properties` sets UNKNOT_PROPERTY_SEED to fresh ones. A property that fails prints its seed.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.UNKNOT_PROPERTY_SEED ?? 1) })
