import { unreachable } from '../../../shared/lib/must.ts'
import type { RejectedRow, RowReason } from '../../../shared/protocol/imports.ts'
import type { Telling } from './telling.ts'

/** Why a row was not taken, in whole sentences. */
export function rowText({ line, until, why }: RejectedRow, telling: Telling): string {
  const { words, format } = telling
  const reason = reasonText(why, telling)
  if (until === null) return reason
  return `${reason} ${words.importing.lostWith(format.number(line), format.number(until))}`
}

/** The one place where a reason becomes words. A new one does not compile until it has some. */
export function reasonText(why: RowReason, { words, format }: Telling): string {
  const texts = words.importing.reasons
  switch (why.code) {
    case 'wrong-column-count':
      return texts['wrong-column-count'](why.has, format.number(why.wanted))
    case 'stray-quote':
      return why.found.trim() === '' ? texts['stray-quote'].space : texts['stray-quote'].mark(why.found)
    case 'truncated':
      return why.columns === null
        ? texts.truncated.quote
        : texts.truncated.columns(why.columns.has, format.number(why.columns.wanted))
    case 'too-long':
      return texts['too-long'][why.unit](why.has, format.number(why.most))
    case 'missing-value':
      return texts['missing-value'][why.what]
    case 'bad-date':
      return texts['bad-date'](
        why.formats.map((format) => (format === 'iso' ? 'ISO 8601' : format)).join(' / ')
      )
    case 'unknown-value':
      return texts['unknown-value'](why.field)
    case 'duplicate-id':
    case 'case-incomplete':
      return texts[why.code](format.number(why.first))
    case 'case-does-not-fold':
      return texts['case-does-not-fold'](stateText(why.steps, words), stateText(why.file, words))
    case 'case-not-valid':
      return texts['case-not-valid'](why.path)
    case 'unclosed-quote':
    case 'not-text':
    case 'bad-number':
    case 'ends-before-start':
    case 'in-the-future':
      return texts[why.code]
    case 'other':
      return texts.other(why.raw)
    default:
      return unreachable(why)
  }
}

function stateText({ status, queue }: { status: string; queue: string }, words: Telling['words']): string {
  const names: Readonly<Record<string, string>> = words.case.status
  return words.importing.stateIn(names[status] ?? status, queue)
}
