import type { Rejection } from './rejection.ts'

/** A row as the file has it: where it starts, and its values by column name. */
export type RawRow = { readonly line: number; readonly values: ReadonlyMap<string, string> }

/** What a reader finds, in the order of the file. A CSV says its columns first; XES events each bring their own. */
export type Found =
  | { readonly type: 'header'; readonly columns: readonly string[] }
  | { readonly type: 'row'; readonly row: RawRow }
  | { readonly type: 'rejected'; readonly rejection: Rejection }
