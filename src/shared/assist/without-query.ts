/** An address without what may be somebody's own in it: no query, no fragment, no name and password; cut at 500 characters. */
export function withoutQuery(url: string): string {
  const plain = url.split(/[?#]/, 1)[0] ?? ''
  return plain.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1').slice(0, 500)
}
