import { placeOf } from '../../../../shared/escalation/diff-matrix.ts'
import { RowList } from '../../../../shared/escalation/finding.ts'
import type { EscalationMessage, Matrix } from '../../../../shared/escalation/matrix.ts'
import type { Clash } from '../../../../shared/escalation/merge-matrix.ts'
import type { MatrixPart } from '../../../state/matrix-place.ts'
import { type Saying, sentenceOf, sentenceText } from '../../../words/row-sentence.ts'
import { rowsOf } from '../edit-rows.ts'
import { entryList, type Line, linesOf } from '../entries.ts'

const FIELDS = { name: 'name', currency: 'currency', riskShare: 'riskShare' } as const

/** What both sides changed, by name: "Expertise: l1-billing". An entry has its name of the first document that has it. */
export function clashTitle({ list, key }: Clash, docs: readonly Matrix[], say: Saying): string {
  const { parts, findings, general, message, clash: texts } = say.words.matrix
  if (list === '') {
    if (key === '') return findings.whole
    if (key in FIELDS) return general[key as keyof typeof FIELDS]
    const part = messagePart(key)
    return part ? `${parts.message}: ${message.parts[part]}` : parts.message
  }
  const place = parts[list.split('.')[0] as MatrixPart]
  if (key === '') return `${place}: ${texts.order}`
  if (RowList.safeParse(list).success) return `${place}: ${key}`
  const names = docs.map((doc) => entryList(doc, list, say)?.titleAt(placeOf(doc, list, key)))
  return `${place}: ${names.find(Boolean) ?? key}`
}

/** What one side has there, in a sentence or field by field; null where the title says enough. */
export function clashText({ list, key }: Clash, doc: Matrix, say: Saying): string | null {
  const { clash: texts, message } = say.words.matrix
  if (list === '') {
    if (key === '') return null
    if (key in FIELDS) return ownText(doc, key as keyof typeof FIELDS, say)
    const part = messagePart(key)
    if (!doc.message) return message.none.title
    return part ? textOf(linesOf('message', { [part]: doc.message[part] } as EscalationMessage, say)) : null
  }
  if (key === '') return null
  const at = placeOf(doc, list, key)
  const rows = RowList.safeParse(list)
  if (!rows.success) return textOf(entryList(doc, list, say)?.linesAt(at) ?? []) || texts.gone
  const row = rowsOf(doc, rows.data)[at]
  return row ? sentenceText(sentenceOf(rows.data, row, say)) : texts.gone
}

function ownText(doc: Matrix, field: keyof typeof FIELDS, { format }: Saying): string {
  return field === 'riskShare' ? format.percent(doc.riskShare) : doc[field]
}

function messagePart(key: string): keyof EscalationMessage | null {
  const [head, part] = key.split('.')
  return head === 'message' && part ? (part as keyof EscalationMessage) : null
}

const textOf = (lines: readonly Line[]): string =>
  lines.map(({ label, text }) => `${label}: ${text}`).join(' · ')
