import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/**
 * Tests of code that may read the zone of the process: the clock seam, and quick add, whose date parser uses JavaScript's
 * `Date`. They run in a zone with daylight saving and in one without, on either side of Greenwich. All other code is passed
 * its zone (a lint rule holds that) and runs once; `npm run verify -- zones` runs it in four more zones.
 */
const zoneSensitive = [
  'test/shared/time/**/*.test.ts',
  'test/shared/quick-add/**/*.test.ts',
  'test/main/app/clock.test.ts',
]
const homeZone = process.env.UNKNOT_UNIT_ZONE ?? 'Europe/Berlin'

/** A slow machine under load is no reason to fail: speed is measured by the bench, never by a test. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 }

/**
 * Test files of a worker share its modules: importing them for each file would take as long as the tests. State of a
 * module must therefore be reset, in the file or in a setup file.
 */
const sharedModules = { isolate: false }

const propertySeed = 'test/host/property-seed.ts'

const inZone = (name: string, timeZone: string, include: string[]) => ({
  test: {
    ...patience,
    ...sharedModules,
    name,
    include,
    setupFiles: [propertySeed],
    environment: 'node',
    pool: 'forks' as const,
    env: { TZ: timeZone },
  },
})

export default defineConfig({
  test: {
    // Two cores: more workers would only wait for each other.
    maxWorkers: 2,
    projects: [
      inZone('Europe/Berlin', homeZone, [...zoneSensitive, 'test/main/**/*.test.ts']),
      inZone('America/Phoenix', 'America/Phoenix', zoneSensitive),
      {
        test: {
          ...patience,
          ...sharedModules,
          name: 'shared',
          include: [
            'test/shared/**/*.test.ts',
            'test/renderer/**/*.test.ts',
            'test/tools/**/*.test.ts',
            'test/fuzz/**/*.test.ts',
            'test/host/**/*.test.ts',
            'test/lint/**/*.test.ts',
          ],
          exclude: zoneSensitive,
          setupFiles: [propertySeed],
          environment: 'node',
          env: { TZ: homeZone },
        },
      },
      {
        plugins: [react()],
        test: {
          ...patience,
          ...sharedModules,
          name: 'renderer',
          include: ['test/renderer/**/*.test.tsx'],
          environment: 'jsdom',
          env: { TZ: homeZone },
          setupFiles: [propertySeed, 'test/renderer/setup.ts'],
          css: false,
        },
      },
    ],
  },
})
