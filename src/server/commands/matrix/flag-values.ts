import { BadInput } from '../bad-input.ts'

/** A version, or another whole number of a flag. */
export function numberOf(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new BadInput(`--${name}: ${text} is no whole number`)
  return Number(text)
}

/** Why something is done: blanks say nothing. */
export function reasonOf(text: string): string {
  const reason = text.trim()
  if (reason === '') throw new BadInput('--reason: blanks are no reason')
  return reason
}
