import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { matrixJsonSchema } from '../src/matrix-text/json-schema.ts'

/** Writes the published JSON Schema of a matrix file anew. A test fails while what is published is stale. */
const file = path.join(import.meta.dirname, '../resources/schemas/tierline-matrix-2.schema.json')
mkdirSync(path.dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify(matrixJsonSchema(), null, 2)}\n`)
process.stdout.write(`${file}\n`)
