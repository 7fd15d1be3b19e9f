import { defineConfig } from '@playwright/test'

/** The stand-in's own specs: they start a small app of their own, and always on the stand-in. */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../../test-results/electron-stand-in',
  timeout: 30_000,
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  forbidOnly: true,
  // As for the app's specs: a second try in CI is reported as flaky, elsewhere it fails.
  retries: process.env.CI ? 1 : 0,
})
