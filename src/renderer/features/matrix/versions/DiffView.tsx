import { useMemo } from 'react'
import type { RowList } from '../../../../shared/escalation/finding.ts'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import type { AnyRow } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'
import { type Saying, sentenceOf, sentenceText } from '../rows/sentence.ts'
import { type Change, partChanges, rowChanges, type ValueChange } from './changes.ts'

const TONES: Readonly<Record<Change<AnyRow>['how'], Tone>> = {
  added: 'positive',
  removed: 'danger',
  changed: 'warning',
  moved: 'accent'
}

/** What two documents do not have alike: rows as sentences, everything else value by value. */
export function DiffView({ before, after }: { before: Matrix; after: Matrix }) {
  const { say } = useEditing()
  const { parts, versions: texts } = say.words.matrix
  const rows = useMemo(() => rowChanges(before, after), [before, after])
  const others = useMemo(() => partChanges(before, after), [before, after])
  if (rows.length + others.length === 0) return <p className="tl-dim">{texts.same}</p>
  return (
    <div className="matrix-diff">
      {rows.map(({ list, changes }) => (
        <section key={list} aria-label={parts[list]}>
          <h4>{parts[list]}</h4>
          <ul>
            {changes.map((change) => (
              <RowChange key={`${change.how} ${change.id}`} list={list} change={change} say={say} />
            ))}
          </ul>
        </section>
      ))}
      {others.map(({ part, values }) => (
        <section key={part} aria-label={parts[part]}>
          <h4>{parts[part]}</h4>
          <ul>
            {values.map((value) => (
              <li key={value.path} className="matrix-diff-value">
                <span className="matrix-id">{value.path}</span>
                <span>{valueText(value)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function RowChange({ list, change, say }: { list: RowList; change: Change<AnyRow>; say: Saying }) {
  const texts = say.words.matrix.versions
  const text = (row: AnyRow) => sentenceText(sentenceOf(list, row, say))
  const { number } = say.format
  return (
    <li className="matrix-diff-row">
      <span className="tl-row">
        <Badge tone={TONES[change.how]}>{texts[change.how]}</Badge>
        <span className="matrix-id">{change.id}</span>
        {change.how === 'moved' && (
          <span>
            {number(change.from)} → {number(change.to)}
          </span>
        )}
      </span>
      {(change.how === 'removed' || change.how === 'changed') && <del>{text(change.before)}</del>}
      {(change.how === 'added' || change.how === 'changed') && <ins>{text(change.after)}</ins>}
    </li>
  )
}

function valueText({ before, after }: ValueChange) {
  return (
    <>
      {before !== null && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
    </>
  )
}
