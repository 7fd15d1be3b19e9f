import { defineConfig } from '@playwright/test'

const moment = process.env.UNKNOT_TEST_MOMENT

/** End-to-end specs of the built app, on Electron or the stand-in (test/host decides). */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // 2 workers: an app is three processes, and slow machines have two cores.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  forbidOnly: true,
  // No retries: a flaky spec is a failed one.
  retries: 0,
  // Project name under `npm run test:dates`: a failing spec's title then contains the stated moment.
  ...(moment === undefined ? {} : { projects: [{ name: moment }] }),
})
