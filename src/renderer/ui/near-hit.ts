const START = '\ue000'

/** Found text cut so that its first hit stands near the beginning, where a narrow row still shows it. */
export function nearHit(marked: string, before = 18): string {
  const hit = marked.indexOf(START)
  if (hit <= before) return marked
  const word = marked.indexOf(' ', hit - before)
  return word < 0 || word >= hit ? `…${marked.slice(hit)}` : `…${marked.slice(word + 1)}`
}
