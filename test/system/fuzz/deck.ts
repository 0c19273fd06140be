import type { z } from 'zod'
import type { Random } from '../../support/random.ts'
import { draw, fromSchema, type Hints } from './shapes.ts'

/** So many values are drawn at once: drawing one at a time costs ten times as much. */
const AT_ONCE = 200

/** Values of schemas, drawn as they are needed; with the names that mean something at that time. */
export function openDeck(dice: Random, hints: () => Hints) {
  const drawn = new Map<z.ZodType, unknown[]>()
  return {
    next(schema: z.ZodType): unknown {
      const left = drawn.get(schema) ?? []
      if (left.length === 0) left.push(...draw(fromSchema(schema, hints()), dice.below(2 ** 31), AT_ONCE))
      drawn.set(schema, left)
      return left.pop()
    }
  }
}
export type Deck = ReturnType<typeof openDeck>
