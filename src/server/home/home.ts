import type { Reader, Writer } from '../../sqlite/db.ts'

/** What is to be written: it sees everything before it, runs as a whole or not at all, and may run more than once, so it touches nothing but `tx`. */
export type Work<T> = (tx: Writer) => T

/** Where the server's order lives and what makes it last. Everything the server keeps goes through one. */
export type Home = {
  /** What is durable, and nothing else. */
  readonly db: Reader
  /**
   * Does `work` in its turn and resolves with what it gave once that is on disk. Works stand in the order they were asked in;
   * one that throws is taken back alone and rejects with what it threw. Rejects with a DiskFault when the disk fails.
   */
  write<T>(work: Work<T>): Promise<T>
  /** Does what was asked so far, and closes. What is asked later rejects. */
  close(): Promise<void>
}
