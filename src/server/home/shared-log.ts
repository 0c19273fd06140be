/** One transaction of the workspace, as every node applies it. */
export type Change = {
  /** From 1 without a gap. */
  readonly n: number
  /** Chosen by who wrote it: by it they find out whether a commit whose answer got lost happened. */
  readonly commitId: string
  readonly node: string
  /** The schema the rows have; higher than before: this change is the migration to it. */
  readonly schema: number
  /** The facts among the rows; both 0 when there are none. */
  readonly firstSeq: number
  readonly lastSeq: number
  /** Hash of the change before, and of this one with it: two logs that differ anywhere before do not fit. */
  readonly before: string
  readonly hash: string
  /** What became of each row that was touched (`encodeRows`). */
  readonly rows: Buffer
}

/** A fact as people may query it: the rows hold the same and are what counts. */
export type PlainFact = {
  readonly seq: number
  readonly caseId: string
  readonly ver: number
  /** ms since 1970 */
  readonly at: number
  readonly by: string
  readonly opId: string | null
  readonly type: string
  readonly body: unknown
}

/** How far a log is. `hash` is empty and the rest 0 where nothing was written yet. */
export type Head = { readonly n: number; readonly hash: string; readonly schema: number }

/** The lock on the order, and what came meanwhile. Ends with `commit` or `abort`, whatever happens in between. */
export type Turn = {
  readonly head: Head
  /** The first changes after where one stood, in order; `more` has those that did not fit. */
  readonly changes: readonly Change[]
  more(after: number): Promise<readonly Change[]>
  /** Throws LogAway: it did not happen. */
  append(change: Change, facts: readonly PlainFact[]): Promise<void>
  /** Throws LogAway: it did not happen; CommitUnknown: nobody can say. */
  commit(): Promise<void>
  abort(): Promise<void>
}

/** A state of all tables, to begin from. */
export type Checkpoint = Head & { readonly parts: number; readonly sha256: string }

/**
 * The order of a workspace that several nodes share. Every call may throw LogAway: it cannot be reached, or does not answer;
 * nothing was changed then.
 */
export type SharedLog = {
  /** Takes the lock, and reads what came after `after`. Waits for others in front a few seconds at most. */
  begin(after: number): Promise<Turn>
  /** The same without the lock. */
  read(after: number): Promise<{ readonly head: Head; readonly changes: readonly Change[] }>
  /** The hash of one change, undefined when it is not there. */
  hashAt(n: number): Promise<string | undefined>
  /** Tells the other nodes to look, some time. */
  poke(): void
  /** Is told when another node may have written; never relied upon. */
  onPoke(listener: () => void): void
  /** Whether this node does what time brings: at most one is told so by a log that can be reached. */
  isLead(): boolean
  /** The nodes that have a connection to it. */
  nodes(): Promise<ReadonlySet<string>>
  newestCheckpoint(): Promise<Checkpoint | undefined>
  readPart(checkpoint: Checkpoint, part: number): Promise<Buffer>
  /** Older ones are dropped once it is whole. */
  putCheckpoint(checkpoint: Checkpoint, readPart: (part: number) => Promise<Buffer>): Promise<void>
  close(): Promise<void>
}

/** The log cannot be reached or was busy too long. What was asked did not happen. */
export class LogAway extends Error {
  override readonly name = 'LogAway'
}

/** The database does not let us in, or its tables are not ours to use: waiting does not help. */
export class LogRefused extends Error {
  override readonly name = 'LogRefused'
}

/** The connection was lost while a commit was under way: it happened or it did not. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown'
}
