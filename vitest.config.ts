/** How the tests run: quick ones first, then the ones that start browsers, servers and packages, two at a time. */
import { defineConfig } from 'vitest/config'

const slow = ['tests/e2e/**/*.test.ts', 'tests/package.test.ts', 'tests/runner.test.ts', 'tests/kill/**/*.test.ts']
const soak = 'tests/**/*.soak.test.ts'
/** Run anew with documents of another seed each time. */
const properties = 'tests/document/**/*.test.ts'
const everywhere = {
  setupFiles: ['tests/setup.ts'],
  pool: 'forks' as const,
  environment: 'node' as const,
  server: { deps: { inline: ['electron-store'] } },
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: process.env.SOAK
      ? [
          {
            test: {
              ...everywhere,
              name: 'soak',
              include: [soak, properties],
              fileParallelism: false,
              testTimeout: 3_600_000,
              hookTimeout: 600_000,
            },
          },
        ]
      : [
          {
            test: {
              ...everywhere,
              name: 'quick',
              include: ['tests/**/*.test.{ts,tsx}'],
              exclude: [...slow, soak],
              testTimeout: 90_000,
              hookTimeout: 120_000,
              sequence: { groupOrder: 0 },
            },
          },
          {
            test: {
              ...everywhere,
              name: 'slow',
              include: slow,
              exclude: [soak],
              testTimeout: 120_000,
              hookTimeout: 180_000,
              sequence: { groupOrder: 1 },
            },
          },
        ],
  },
})
