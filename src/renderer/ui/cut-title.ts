const MARK = /[\ue000\ue001]/

/**
 * Found text often begins with the title it stands under. Cuts it there, marks kept on both sides; null when it begins
 * with something else.
 */
export function cutTitle(
  marked: string,
  title: string
): { readonly title: string; readonly rest: string } | null {
  let at = 0
  for (const wanted of title) {
    while (MARK.test(marked.charAt(at))) at += 1
    if (!marked.startsWith(wanted, at)) return null
    at += wanted.length
  }
  while (marked.charAt(at) === '\ue001') at += 1
  return { title: marked.slice(0, at), rest: marked.slice(at).trim() }
}
