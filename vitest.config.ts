import { defineConfig } from 'vitest/config'

/** What keeps something on a server: these tests run twice, on SQLite and on a PostgreSQL that the run starts itself. */
const ON_A_HOME = [
  'src/server/*.test.ts',
  'src/server/{http,outgoing,session,snapshots,timers}/**/*.test.ts',
  'src/server/jobs/*trial*.test.ts',
  'test/system/*.test.ts'
]
/** Several nodes, which only PostgreSQL has. */
const NODES = 'test/nodes/**/*.test.ts'

const shared = {
  environment: 'node' as const,
  testTimeout: 30_000, // a busy machine is no failure
  pool: 'forks' as const // the database is a native module: a process per file, nothing shared
}

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          ...shared,
          name: 'sqlite',
          include: [
            'src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'test/*.test.ts',
            'test/{system,support}/**/*.test.ts'
          ]
        }
      },
      {
        test: {
          ...shared,
          name: 'postgres',
          env: { TIERLINE_TEST_HOME: 'postgres' },
          testTimeout: 120_000,
          include: [...ON_A_HOME, NODES],
          globalSetup: 'test/support/postgres-setup.ts'
        }
      }
    ]
  }
})
