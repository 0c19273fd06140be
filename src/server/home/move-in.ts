import type { Reader } from '../../sqlite/db.ts'
import { encodeRows, factsAmong, hashOfChange, type RowChange } from './change.ts'
import type { Head, SharedLog, Turn } from './shared-log.ts'
import { allRows, tablesOf } from './watched-tables.ts'

/** The log has changes already: nothing is ever laid over them. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty'
}

type Moving = {
  readonly log: SharedLog
  /** All tables of the newest schema; nobody may write to them meanwhile. */
  readonly from: Reader
  readonly schema: number
  readonly node: string
  readonly newCommitId: () => string
}

const ROWS_AT_ONCE = 2_000

/**
 * Lays every row of a workspace into an empty log: all of it or, whatever fails, nothing. The order of the facts is theirs;
 * the changes only carry them. Gives how many rows there were.
 */
export async function moveIn(moving: Moving): Promise<number> {
  const turn = await moving.log.begin(0)
  let isOpen = true
  try {
    if (turn.head.n > 0) throw new NotEmpty('the database holds a workspace already')
    const rows = await appendAll(turn, moving)
    isOpen = false
    await turn.commit()
    return rows
  } finally {
    if (isOpen) await turn.abort()
  }
}

async function appendAll(turn: Turn, moving: Moving): Promise<number> {
  const tables = tablesOf(moving.from)
  const factColumns = tables.find(({ name }) => name === 'facts')?.columns.map(({ name }) => name) ?? []
  let head: Head = { n: 0, hash: '', schema: 0 }
  const append = async (rows: readonly RowChange[]): Promise<void> => {
    const facts = factsAmong(rows, factColumns)
    const next = {
      n: head.n + 1,
      commitId: moving.newCommitId(),
      node: moving.node,
      schema: moving.schema,
      firstSeq: facts[0]?.seq ?? 0,
      lastSeq: facts.at(-1)?.seq ?? 0,
      before: head.hash,
      rows: encodeRows(rows)
    }
    const change = { ...next, hash: hashOfChange(next) }
    await turn.append(change, facts)
    head = change
  }
  // The tables first, and then what is in them.
  await append([])
  let count = 0
  let batch: RowChange[] = []
  for (const row of allRows(moving.from, tables)) {
    batch.push(row)
    count += 1
    if (batch.length < ROWS_AT_ONCE) continue
    await append(batch)
    batch = []
  }
  if (batch.length > 0) await append(batch)
  return count
}
