import type { Reader, Writer } from '../../sqlite/db.ts'

/** What is to be written: it sees everything before it, runs as a whole or not at all, and may run more than once, so it touches nothing but `tx`. */
export type Work<T> = (tx: Writer) => T

/** Whether this node may take people in; and if not, why, for who runs it. */
export type Status = { readonly ready: true } | { readonly ready: false; readonly why: string }

/** Where the server's order lives and what makes it last. Everything the server keeps goes through one. */
export type Home = {
  /** Which node of the workspace this is. */
  readonly node: string
  /** Other nodes write to the same order. */
  readonly isShared: boolean
  /** What is durable, and nothing else; on a shared home as far as this node has heard. */
  readonly db: Reader
  /** The SQLite file `db` reads. A thread may read it through a connection of its own, and nobody may write to it. */
  readonly file: string
  /**
   * Does `work` in its turn and resolves with what it gave once that is durable. Works stand in the order they were asked in;
   * one that throws is taken back alone and rejects with what it threw. Rejects with a DiskFault when the disk fails, and with
   * HomeBusy when it is not known in time whether it is durable: asking the same again is then the way to find out.
   */
  write<T>(work: Work<T>): Promise<T>
  /** Hears everything that was durable when this was called. Rejects with HomeBusy when that cannot be found out. */
  catchUp(): Promise<void>
  /** Other nodes wrote something, and it can be read here now. Listeners must not throw. */
  onNews(listener: () => void): () => void
  /** The home can be used no more: the node is to send its people away and end. */
  onEnd(listener: (why: string) => void): void
  /** Whether what time brings is this node's to do. Two may think so for a moment. */
  isLead(): boolean
  status(): Status
  /** The nodes that are at work now, as far as can be found out. */
  nodes(): Promise<ReadonlySet<string>>
  /** Does what was asked so far, and closes. What is asked later rejects. */
  close(): Promise<void>
}

/** The home cannot be reached, or does not answer in time. Nothing is known to be kept; the same again does no harm. */
export class HomeBusy extends Error {
  override readonly name = 'HomeBusy'
}

/** This node cannot go on with its home, and a newer build, or a new start, is needed. */
export class HomeEnded extends Error {
  override readonly name = 'HomeEnded'
}

/** Runs something soon, but not now. */
export type Soon = (work: () => void) => void
