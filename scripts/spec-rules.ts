/** A rule in docs/spec, or a test that cites one, and where it stands. */
export type Mention = { readonly rule: string; readonly where: string }

/** What is wrong between the rules and the tests. All three empty: nothing is. */
export type SpecReport = {
  readonly untested: readonly Mention[]
  readonly unknown: readonly Mention[]
  readonly twice: readonly Mention[]
}

/** A rule: its code in bold at the start of a list item or a paragraph, then its text. */
const RULE = /^\s*(?:[-*]\s+|\d+\.\s+)?\*\*([A-Z]{2}\d+)\*\*/

/** The name of a test: the first text after test(, test.each(...)(, test.skipIf(...)( and their kind. */
const TEST_NAME =
  /\btest(?:\.\w+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?)*\s*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g
const CITED = /\[([A-Z]{2}\d+)\]/g

/** The rules that a document of docs/spec states. */
export function rulesOf(file: string, text: string): Mention[] {
  return text.split('\n').flatMap((line, index) => {
    const rule = RULE.exec(line)?.[1]
    return rule ? [{ rule, where: `${file}:${index + 1}` }] : []
  })
}

/** The rules that the names of a file's tests cite. */
export function citesOf(file: string, text: string): Mention[] {
  return [...text.matchAll(TEST_NAME)].flatMap((test) => {
    const line = text.slice(0, test.index).split('\n').length
    return [...(test[2] ?? '').matchAll(CITED)].map(([, rule = '']) => ({ rule, where: `${file}:${line}` }))
  })
}

/** Lays the rules beside the tests. */
export function compare(rules: readonly Mention[], cites: readonly Mention[]): SpecReport {
  const tested = new Set(cites.map(({ rule }) => rule))
  const known = new Map<string, Mention>()
  const twice = rules.filter((mention) => {
    const isSecond = known.has(mention.rule)
    if (!isSecond) known.set(mention.rule, mention)
    return isSecond
  })
  return {
    untested: [...known.values()].filter(({ rule }) => !tested.has(rule)),
    unknown: cites.filter(({ rule }) => !known.has(rule)),
    twice
  }
}
