import type { Package } from '../../shared/case/case.ts'
import type { Words } from './words.ts'

const FIELDS = ['need', 'tried', 'impact', 'ask'] as const

/** The parts of a hand-off that were written, each with its name. */
export function packageItems(
  left: Package,
  { escalation }: Words
): { readonly id: (typeof FIELDS)[number]; readonly label: string; readonly text: string }[] {
  return FIELDS.flatMap((field) => {
    const text = left[field]?.trim()
    return text ? [{ id: field, label: escalation.package[field], text }] : []
  })
}
