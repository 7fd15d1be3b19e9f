import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Whatever reads wall clocks runs in a zone with daylight saving and in one without, on either side of Greenwich. */
const zoneSensitive = [
  'test/shared/time/**/*.test.ts',
  'test/shared/analysis/**/*.test.ts',
  'test/shared/quick-add/**/*.test.ts',
  'test/main/**/*.test.ts',
]

/** A slow machine under load is no reason to fail: speed is measured by the bench, never by a test. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 }

const inZone = (timeZone: string) => ({
  test: {
    ...patience,
    name: timeZone,
    include: zoneSensitive,
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
      inZone('Europe/Berlin'),
      inZone('America/Phoenix'),
      {
        test: {
          ...patience,
          name: 'shared',
          include: [
            'test/shared/**/*.test.ts',
            'test/simulation/**/*.test.ts',
            'test/vectors/**/*.test.ts',
            'test/fuzz/**/*.test.ts',
            'test/host/**/*.test.ts',
            'test/lint/**/*.test.ts',
          ],
          exclude: zoneSensitive,
          environment: 'node',
        },
      },
      {
        plugins: [react()],
        test: {
          ...patience,
          name: 'renderer',
          include: ['test/renderer/**/*.test.tsx', 'test/renderer/**/*.test.ts'],
          environment: 'jsdom',
          setupFiles: ['test/renderer/setup.ts'],
          css: false,
        },
      },
    ],
  },
})
