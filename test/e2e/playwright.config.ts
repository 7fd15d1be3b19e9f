import { defineConfig } from '@playwright/test'

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
  // Three processes on two cores now and then meet in an order nobody has seen before. A second try in CI is reported as
  // flaky; on a developer's machine it fails, to be looked into (`npm run stress` does so for the stand-in).
  retries: process.env.CI ? 1 : 0,
})
