import { BadInput } from '../bad-input.ts'

/** A version, or another whole number of a flag. */
export function numberOf(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new BadInput(`--${name}: ${text} is no whole number`)
  return Number(text)
}
