import { useMemo } from 'react'
import type { EntryChange, FieldChange } from '../../../../shared/escalation/diff-matrix.ts'
import { RowList } from '../../../../shared/escalation/finding.ts'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { rowsOf } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'
import { money, type Saying, sentenceOf, sentenceText } from '../rows/sentence.ts'
import { diffParts, howOf } from './diff-parts.ts'

type Both = { readonly before: Matrix; readonly after: Matrix }

const TONES: Readonly<Record<ReturnType<typeof howOf>, Tone>> = {
  added: 'positive',
  removed: 'danger',
  changed: 'warning',
  moved: 'accent'
}

/** What two documents do not have alike: rows as sentences, everything else value by value. */
export function DiffView({ before, after }: Both) {
  const { say } = useEditing()
  const { parts, versions: texts } = say.words.matrix
  const differences = useMemo(() => diffParts(before, after), [before, after])
  if (differences.length === 0) return <p className="tl-dim">{texts.same}</p>
  return (
    <div className="matrix-diff">
      {differences.map(({ part, entries, fields }) => (
        <section key={part} aria-label={parts[part]}>
          <p className="matrix-diff-title">{parts[part]}</p>
          <ul>
            {entries.map((change) => (
              <Entry
                key={`${change.kind} ${change.list} ${change.key}`}
                change={change}
                both={{ before, after }}
                say={say}
              />
            ))}
            {fields.map((field) => (
              <FieldLine key={field.path} field={field} say={say} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Entry({ change, both, say }: { change: EntryChange; both: Both; say: Saying }) {
  const texts = say.words.matrix.versions
  const { number } = say.format
  const how = howOf(change)
  const list = RowList.safeParse(change.list)
  const wasText = list.success && 'from' in change ? rowText(both.before, list.data, change.from, say) : null
  const isText = list.success && 'to' in change ? rowText(both.after, list.data, change.to, say) : null
  return (
    <li className="matrix-diff-row">
      <span className="tl-row">
        <Badge tone={TONES[how]}>{texts[how]}</Badge>
        <span className="matrix-id">{change.key}</span>
        {change.kind === 'changed' && change.moved && (
          <span>
            {number(change.from + 1)} → {number(change.to + 1)}
          </span>
        )}
      </span>
      {how !== 'moved' && wasText && <del>{wasText}</del>}
      {how !== 'moved' && isText && <ins>{isText}</ins>}
      {!list.success && change.kind === 'changed' && (
        <ul>
          {change.fields.map((field) => (
            <FieldLine key={field.path} field={field} say={say} />
          ))}
        </ul>
      )}
    </li>
  )
}

function rowText(doc: Matrix, list: RowList, at: number, say: Saying): string | null {
  const row = rowsOf(doc, list)[at]
  return row ? sentenceText(sentenceOf(list, row, say)) : null
}

function FieldLine({ field: { path, from, to }, say }: { field: FieldChange; say: Saying }) {
  return (
    <li className="matrix-diff-value">
      <span className="matrix-id">{path}</span>
      <span>
        {from !== undefined && <del>{valueText(path, from, say)}</del>}{' '}
        {to !== undefined && <ins>{valueText(path, to, say)}</ins>}
      </span>
    </li>
  )
}

const MINUTE = 60_000

/** Money and spans as the language writes them, everything else as it stands in the document. */
function valueText(path: string, value: unknown, say: Saying): string {
  if (typeof value === 'number' && /minor$/i.test(path)) return money(value, say)
  if (typeof value === 'number' && path.endsWith('Minutes')) return say.format.duration(value * MINUTE)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
