import pg from 'pg'
import { must } from '../../src/shared/lib/must.ts'

/** A fact as it stands in the database for whoever queries it. `at`: ms since 1970. */
export type PlainRow = {
  readonly seq: number
  readonly caseId: string
  readonly ver: number
  readonly at: number
  readonly by: string
  readonly opId: string | null
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Reads the plain facts of a workspace as somebody with a database client would, in their order. */
export async function plainFacts(workspace: string): Promise<PlainRow[]> {
  const url = new URL(workspace)
  const schema = must(url.searchParams.get('workspace'), 'workspace')
  url.searchParams.delete('workspace')
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    const { rows } = await client.query<PlainRow>(
      `SELECT seq::int, case_id AS "caseId", ver, (extract(epoch FROM at) * 1000)::float8 AS at, by, op_id AS "opId", type, body
       FROM ${schema}.facts ORDER BY seq`
    )
    return rows
  } finally {
    await client.end()
  }
}
