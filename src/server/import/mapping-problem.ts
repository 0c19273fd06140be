/** One thing that is wrong with a mapping document: where, and what to do about it. */
export type MappingProblem = { readonly path: string; readonly message: string; readonly line?: number }

/** `line 12: columns.openedAt: ...`, as a person reads it. */
export function problemText({ path, message, line }: MappingProblem): string {
  const where = line === undefined ? '' : `line ${line}: `
  return path === '' ? `${where}${message}` : `${where}${path}: ${message}`
}
