import { existsSync } from 'node:fs'
import path from 'node:path'
import { must } from '../shared/lib/must.ts'

/** The folder of what ships beside the code, wherever the code runs: from src/server, or built in out/main. */
export function resourcesDir(): string {
  const tried = ['../../resources', '../../../resources'].map((way) => path.resolve(import.meta.dirname, way))
  return must(
    tried.find((folder) => existsSync(path.join(folder, 'mappings'))),
    `resources folder beside ${import.meta.dirname}`
  )
}
