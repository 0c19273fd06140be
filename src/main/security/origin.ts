/** Where the page lives inside the app. A scheme of our own: `file:` would give it more rights than a page needs. */
export const SCHEME = 'app'
export const ORIGIN = 'app://console'

/** The address of the page: the built one, or the one of `npm run dev`, which a packaged app ignores. */
export function pageUrl(devUrl: string | undefined, isPackaged: boolean): string {
  return devUrl && !isPackaged ? devUrl : `${ORIGIN}/`
}

/** Whether an address is the page's own. */
export function isOurs(address: string, page: string): boolean {
  const url = parse(address)
  const ours = parse(page)
  // `origin` is "null" for a scheme of one's own, so scheme and host are compared by hand.
  return url !== undefined && ours !== undefined && url.protocol === ours.protocol && url.host === ours.host
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}
