import { defineConfig } from '@playwright/test'

const moment = process.env.UNKNOT_TEST_MOMENT

/** The built app from end to end, as a person uses it, on whichever host there is (test/host). */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // Slow machines have two cores, and an app is three processes.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  forbidOnly: true,
  // A spec that passes at the second try has failed.
  retries: 0,
  // Of `npm run test:dates`: the title of a spec that fails says when it took place.
  ...(moment === undefined ? {} : { projects: [{ name: moment }] }),
})
