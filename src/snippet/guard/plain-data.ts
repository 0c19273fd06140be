import { cleanCss } from './css.ts'

/** Of a change of styles every text is cleaned as a style; names of properties and places stay. */
export function cleanRules(data: unknown): unknown {
  if (typeof data === 'string') return cleanCss(data)
  if (Array.isArray(data)) return data.map(cleanRules)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      key === 'value' && /content|quotes/i.test(String((data as { property?: unknown }).property))
        ? "''"
        : cleanRules(value)
    ])
  )
}

/** Where something moved, was pressed or scrolled to: numbers, and nothing else. */
export function numbersOf(data: unknown): unknown {
  if (typeof data === 'number' || typeof data === 'boolean') return data
  if (Array.isArray(data)) return data.map(numbersOf)
  if (typeof data !== 'object' || data === null) return undefined
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const kept = numbersOf(value)
      return kept === undefined ? [] : [[key, kept]]
    })
  )
}
