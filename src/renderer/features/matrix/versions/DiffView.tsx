import { useMemo } from 'react'
import type { EntryChange } from '../../../../shared/escalation/diff-matrix.ts'
import { RowList } from '../../../../shared/escalation/finding.ts'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { type Saying, sentenceOf, sentenceText } from '../../../words/row-sentence.ts'
import { rowsOf } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'
import { entryList } from '../entries.ts'
import { type Changed, changedLines, diffParts, howOf } from './diff-parts.ts'

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
  const differences = useMemo(() => diffParts(before, after, say), [before, after, say])
  if (differences.length === 0) return <p className="tl-dim">{texts.same}</p>
  return (
    <div className="matrix-diff">
      {differences.map(({ part, entries, lines }) => (
        // biome-ignore lint/a11y/useSemanticElements: no field of a form
        <div role="group" key={part} aria-label={parts[part]}>
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
            {lines.map((line) => (
              <ChangedLine key={line.label} line={line} />
            ))}
          </ul>
        </div>
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
  const lines = list.success ? [] : entryLines(change, both, say)
  return (
    <li className="matrix-diff-row">
      <span className="tl-row">
        <Badge tone={TONES[how]}>{texts[how]}</Badge>
        {list.success ? (
          <span className="matrix-id">{change.key}</span>
        ) : (
          <span className="tl-strong">{entryTitle(change, both, say)}</span>
        )}
        {change.kind === 'changed' && change.moved && (
          <span>
            {number(change.from + 1)} → {number(change.to + 1)}
          </span>
        )}
      </span>
      {how !== 'moved' && wasText && <del>{wasText}</del>}
      {how !== 'moved' && isText && <ins>{isText}</ins>}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <ChangedLine key={line.label} line={line} />
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

/** What an entry that is no row is called: as it is now, else as it was. */
function entryTitle(change: EntryChange, { before, after }: Both, say: Saying): string {
  const title = (doc: Matrix, at: number) => entryList(doc, change.list, say)?.titleAt(at)
  return ('to' in change ? title(after, change.to) : title(before, change.from)) ?? change.key
}

function entryLines(change: EntryChange, { before, after }: Both, say: Saying): readonly Changed[] {
  const was = 'from' in change ? entryList(before, change.list, say)?.linesAt(change.from) : []
  const is = 'to' in change ? entryList(after, change.list, say)?.linesAt(change.to) : []
  return changedLines(was ?? [], is ?? [])
}

function ChangedLine({ line: { label, from, to } }: { line: Changed }) {
  return (
    <li className="matrix-diff-value">
      <span>{label}</span>
      <span>
        {from !== undefined && <del>{from}</del>} {to !== undefined && <ins>{to}</ins>}
      </span>
    </li>
  )
}
