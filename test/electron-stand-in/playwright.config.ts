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
  // A spec that passes at the second try has failed.
  retries: 0,
})
