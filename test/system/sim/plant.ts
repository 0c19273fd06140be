// Loaded before a worker (`--import`): puts one deliberate fault into one source file as it is read. The file itself stays.
import { registerHooks } from 'node:module'

/** A fault: in this file this text, which stands there exactly once, becomes that one. */
export type Plant = {
  readonly name: string
  /** Below the root of the repository. */
  readonly file: string
  readonly from: string
  readonly to: string
}

/** The text with the fault; throws when it is not exactly one place, for then the fault has gone stale. */
export function planted(text: string, { name, file, from, to }: Plant): string {
  const places = text.split(from).length - 1
  if (places !== 1) throw new Error(`${name}: ${places} places in ${file} where one was meant: ${from}`)
  return text.replace(from, () => to)
}

const asked = process.env['TIERLINE_PLANT']
if (asked) {
  const plant = JSON.parse(asked) as Plant
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith(`/${plant.file}`)) return loaded
      return { ...loaded, source: planted(String(loaded.source), plant) }
    }
  })
}
