import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseMapping } from '../import/parse-mapping.ts'
import { resourcesDir } from '../resources-dir.ts'

export type ShippedMapping = { readonly name: string; readonly title: string; readonly text: string }

/** The mappings that come with the product: as they are, or to start one's own from. */
export function listMappings(): ShippedMapping[] {
  const folder = path.join(resourcesDir(), 'mappings')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8')
      const parsed = parseMapping(text)
      const about = parsed.ok ? parsed.value.about : undefined
      return { name: path.basename(file, '.yaml'), title: titleOf(about ?? file), text }
    })
}

/** The first sentence of what the mapping says about itself. */
function titleOf(about: string): string {
  return (
    about
      .trim()
      .replace(/\s+/g, ' ')
      .split(/(?<=\.)\s/)[0] ?? about
  )
}
