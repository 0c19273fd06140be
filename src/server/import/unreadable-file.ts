/** Why a file as a whole cannot be imported: nothing of it was, nothing of it will be (IM11). */
export type FileProblem =
  | { readonly type: 'NoSuchFile'; readonly file: string }
  | { readonly type: 'CannotOpen'; readonly file: string; readonly detail: string }
  | { readonly type: 'EmptyFile' }
  | { readonly type: 'BinaryFile' }
  | { readonly type: 'Utf16File' }
  | { readonly type: 'BrokenGzip'; readonly detail: string }
  | { readonly type: 'BrokenXml'; readonly line: number; readonly detail: string }
  | { readonly type: 'NotXes'; readonly root: string }
  | { readonly type: 'NotCsv' }
  | { readonly type: 'BrokenHeader'; readonly detail: string }
  | { readonly type: 'NoRows' }

/** Thrown by the readers, caught by the job, which leaves nothing behind and says why. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly problem: FileProblem

  constructor(problem: FileProblem, options?: ErrorOptions) {
    super(fileProblemText(problem), options)
    this.problem = problem
  }
}

/** The problem in words. */
export function fileProblemText(problem: FileProblem): string {
  switch (problem.type) {
    case 'NoSuchFile':
      return `there is no file ${problem.file}`
    case 'CannotOpen':
      return `${problem.file} cannot be opened: ${problem.detail}`
    case 'EmptyFile':
      return 'the file is empty'
    case 'BinaryFile':
      return 'the file is not text: it has zero bytes in it'
    case 'Utf16File':
      return 'the file is UTF-16; save it as UTF-8 and try again'
    case 'BrokenGzip':
      return `the gzip data ends too early or is damaged (${problem.detail}); fetch the file again`
    case 'BrokenXml':
      return `the XML is broken at line ${problem.line}: ${problem.detail}`
    case 'NotXes':
      return `this is no XES log: its root is <${problem.root}>, not <log>`
    case 'NotCsv':
      return 'the file is XML and the mapping reads CSV; for a XES log say source: { type: xes }'
    case 'BrokenHeader':
      return `the header cannot be read: ${problem.detail}`
    case 'NoRows':
      return 'the file has a header and no rows'
  }
}
