import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
      'test/*.test.ts',
      'test/{system,support}/**/*.test.ts'
    ],
    environment: 'node',
    testTimeout: 30_000, // a busy machine is no failure
    pool: 'forks', // the database is a native module: a process per file, nothing shared
    reporters: ['default']
  }
})
