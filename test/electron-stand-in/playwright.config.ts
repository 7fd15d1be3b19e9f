import { defineConfig } from '@playwright/test'

/** Specs of the stand-in itself: they start `fixture-app`, always on the stand-in. */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../../test-results/electron-stand-in',
  timeout: 30_000,
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  forbidOnly: true,
  // No retries: a flaky spec is a failed one.
  retries: 0,
})
