const LONGEST = 2048

/**
 * The address as it may be handed to the operating system, or nothing. Only what a browser or a mail program
 * opens: any other scheme may start a program with what it is given.
 */
export function externalUrl(address: string): string | undefined {
  if (address.length > LONGEST || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol === 'mailto:') return isPlainMail(url) ? url.href : undefined
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  // A name before the @ makes https://bank.example@evil.example look like the bank.
  return isWeb && url.username === '' && url.password === '' ? url.href : undefined
}

/** `attach` makes some mail programs add a file of the user's. */
function isPlainMail(url: URL): boolean {
  return [...url.searchParams.keys()].every((key) => ['subject', 'body', 'cc'].includes(key.toLowerCase()))
}
