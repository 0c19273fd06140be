import { z } from 'zod'
import { FIELD_WORDS } from './field-words.ts'
import { MatrixFile } from './read-matrix-text.ts'

type Schema = { readonly [key: string]: unknown }

/** The published JSON Schema of a matrix file, with a sentence for every field: made from what the server itself checks by (MX45). */
export function matrixJsonSchema(): Schema {
  const { $schema, ...made } = z.toJSONSchema(MatrixFile, { target: 'draft-7', io: 'input' }) as Schema
  return {
    $schema,
    $id: 'https://tierline.invalid/schemas/tierline-matrix-2.schema.json',
    title: 'Tierline escalation matrix',
    description:
      'Who may escalate what to whom, with whose approval and by when. YAML and JSON say the same.',
    ...described(made, [])
  }
}

/** The same schema with words at its fields. `path`: the names of the fields on the way, without places in lists. */
function described(schema: Schema, path: readonly string[]): Schema {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties' ? fields(value, path) : inside(value, path)
    ])
  )
}

function inside(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => inside(one, path))
  return typeof value === 'object' && value !== null ? described(value as Schema, path) : value
}

function fields(properties: unknown, path: readonly string[]): Schema {
  return Object.fromEntries(
    Object.entries(properties as Schema).map(([name, schema]) => {
      const here = [...path, name]
      return [name, { ...wordsOf(here), ...described(schema as Schema, here) }]
    })
  )
}

/** The words of the longest end of the path that has some: `functional.to`, else `to`. */
function wordsOf(path: readonly string[]): { description?: string } {
  for (let from = 0; from < path.length; from++) {
    const description = FIELD_WORDS[path.slice(from).join('.')]
    if (description !== undefined) return { description }
  }
  return {}
}
