import { useId } from 'react'
import { useField } from './Field.tsx'
import { type TextLimit, textLimit } from './text-limit.ts'

/** What a text field spreads on itself: its Field's wiring, and how it stands to its limit. */
export function useTextLimit(
  value: string,
  most: number | undefined,
  describedBy: string | undefined
): { readonly countId: string; readonly limit: TextLimit; readonly wiring: ReturnType<typeof useField> } {
  const field = useField()
  const countId = useId()
  const limit = textLimit(value.length, most, globalThis.document?.documentElement.lang || 'en')
  const described = [describedBy ?? field['aria-describedby'], limit.isNear && countId]
    .filter(Boolean)
    .join(' ')
  const wiring = {
    ...field,
    'aria-describedby': described || undefined,
    ...(limit.isOver && { 'aria-invalid': true as const })
  }
  return { countId, limit, wiring }
}
