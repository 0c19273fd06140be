import type { Format } from '../../words/format.ts'
import type { Words } from '../../words/words.ts'

/** What other systems wrote about a case: by the names people have for it where it is known, else by theirs, readable. */
export function attributeItems(
  attributes: Readonly<Record<string, string>>,
  words: Words,
  format: Format
): { id: string; label: string; value: string }[] {
  const known: Readonly<Record<string, string>> = words.case.attribute
  return Object.entries(attributes).map(([id, value]) => ({
    id,
    label: (Object.hasOwn(known, id) && known[id]) || readableName(id),
    value: id === 'slaMet' ? metText(value, words) : readableValue(value, format)
  }))
}

/** `orderNumber` and `order_number` are "Order number". */
function readableName(id: string): string {
  const spaced = id
    .replace(/(\p{Ll})(\p{Lu})/gu, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
    .replace(/[_.-]+/g, ' ')
    .trim()
  return spaced === '' ? id : spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** A moment as other systems write it, told as we tell days; everything else as it is. */
function readableValue(value: string, format: Format): string {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? format.date(Date.parse(value), 0) : value
}

function metText(value: string, { sla }: Words): string {
  return value === 'true' ? sla.state.met : value === 'false' ? sla.state.breached : value
}
