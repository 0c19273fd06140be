import type { RowRef } from '../../../../shared/escalation/finding.ts'
import type { Trial } from '../../../../shared/protocol/matrices.ts'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import { rowKey } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'

/** How often each row led, before and after, as bars; a row chosen shows its cases alone. */
export function TrialRows({
  trial,
  chosen,
  onChoose
}: {
  trial: Trial
  chosen: RowRef | null
  onChoose: (row: RowRef | null) => void
}) {
  const { say } = useEditing()
  const texts = say.words.matrixTry.history
  const { number } = say.format
  const rows = trial.rows.toSorted((a, b) => Math.max(b.before, b.after) - Math.max(a.before, a.after))
  const most = Math.max(1, ...rows.map(({ before, after }) => Math.max(before, after)))
  const share = (count: number) => ({ inlineSize: `${(count / most) * 100}%` })
  return (
    <>
      <SectionHeader level={3} title={texts.rows} />
      <ul className="matrix-legend" aria-hidden>
        <li>
          <span className="matrix-bar-key matrix-bar-before" /> {texts.before}
        </li>
        <li>
          <span className="matrix-bar-key matrix-bar-after" /> {texts.after}
        </li>
      </ul>
      <ul className="matrix-bars">
        {rows.map(({ row, before, after }) => {
          const isChosen = chosen !== null && rowKey(chosen) === rowKey(row)
          return (
            <li key={rowKey(row)}>
              <button
                type="button"
                className="matrix-bar-row"
                aria-pressed={isChosen}
                aria-label={texts.bar(row.id, number(before), number(after))}
                onClick={() => onChoose(isChosen ? null : row)}
              >
                <span className="matrix-bar-name">
                  <span className="tl-cut">{row.id}</span>
                  <span className="tl-dim tl-small">{say.words.matrix.parts[row.list]}</span>
                </span>
                <span className="matrix-bar-pair">
                  <span className="matrix-bar matrix-bar-before" style={share(before)} />
                  <span className="matrix-bar matrix-bar-after" style={share(after)} />
                </span>
                <span className="matrix-bar-numbers">
                  <span>{number(before)}</span>
                  <span className={before === after ? undefined : 'tl-strong'}>{number(after)}</span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
