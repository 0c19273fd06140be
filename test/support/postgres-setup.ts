import { newDatabase, startCluster } from './postgres.ts'

/** One PostgreSQL for the whole run, with a database for the workspaces of the tests. Their processes inherit its address. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startCluster()
  process.env['TIERLINE_TEST_POSTGRES'] = await newDatabase(cluster.url(), 'tests')
  return () => cluster.stop()
}
