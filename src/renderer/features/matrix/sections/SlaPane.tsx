import { Plus, Trash2 } from 'lucide-react'
import { type Matrix, Priority, type SlaTarget } from '../../../../shared/escalation/matrix.ts'
import type { Tier } from '../../../../shared/people/tier.ts'
import { Button } from '../../../ui/Button.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { useEditing } from '../editing.ts'
import { MinutesField } from '../editors/MinutesField.tsx'
import { PartHead } from '../PartHead.tsx'
import { ChipEditor } from './ChipEditor.tsx'

const MINUTE = 60_000
const SPANS = ['ownMinutes', 'firstResponseMinutes', 'resolveMinutes'] as const

/** How long each promise may take: a line for each tier and priority. */
export function SlaPane() {
  const { doc, change, say } = useEditing()
  const texts = say.words.matrixRows.sla
  const names = {
    ownMinutes: texts.own,
    firstResponseMinutes: texts.firstResponse,
    resolveMinutes: texts.resolve
  }
  const missing = doc.tiers.filter(({ id }) => !doc.sla.some((line) => line.tier === id))
  const having = doc.tiers.filter(({ id }) => doc.sla.some((line) => line.tier === id))
  const priorityOf = ({ priority }: SlaTarget) => say.words.case.priority[priority]
  return (
    <div className="matrix-pane">
      <PartHead part="sla" />
      <DataTable
        caption={say.words.matrix.parts.sla}
        rows={doc.sla}
        keyOf={(line) => `${line.tier}/${line.priority}`}
        columns={[
          { id: 'tier', header: texts.tier, cell: (line) => `${line.tier} ${say.names.tier(line.tier)}` },
          { id: 'priority', header: texts.priority, cell: priorityOf },
          ...SPANS.map((span) => ({
            id: span,
            header: names[span],
            cell: (line: SlaTarget) => (
              <ChipEditor
                label={`${line.tier}, ${priorityOf(line)}, ${names[span]}`}
                text={say.format.duration(line[span] * MINUTE)}
              >
                {() => (
                  <MinutesField
                    label={names[span]}
                    minutes={line[span]}
                    onChange={(minutes) =>
                      change?.(
                        (now) => withLine(now, { ...line, [span]: minutes }),
                        `sla.${line.tier}.${line.priority}.${span}`
                      )
                    }
                  />
                )}
              </ChipEditor>
            )
          }))
        ]}
      />
      {change && (
        <div className="tl-row tl-row-wrap">
          {missing.map(({ id }) => (
            <Button key={id} icon={<Plus aria-hidden />} onClick={() => change((now) => withTier(now, id))}>
              {texts.add(id)}
            </Button>
          ))}
          {having.length > 1 &&
            having.map(({ id }) => (
              <Button
                key={id}
                variant="quiet"
                icon={<Trash2 aria-hidden />}
                onClick={() => change((now) => ({ ...now, sla: now.sla.filter((line) => line.tier !== id) }))}
              >
                {texts.remove(id)}
              </Button>
            ))}
        </div>
      )}
    </div>
  )
}

function withLine(doc: Matrix, line: SlaTarget): Matrix {
  const isIt = (one: SlaTarget) => one.tier === line.tier && one.priority === line.priority
  return { ...doc, sla: doc.sla.map((one) => (isIt(one) ? line : one)) }
}

/** A line for each priority, as the tier before it has them. */
function withTier(doc: Matrix, tier: Tier): Matrix {
  const lines = Priority.options.map((priority): SlaTarget => {
    const like = doc.sla.findLast((line) => line.priority === priority)
    return like
      ? { ...like, tier }
      : { tier, priority, ownMinutes: 60, firstResponseMinutes: 240, resolveMinutes: 1440 }
  })
  return { ...doc, sla: [...doc.sla, ...lines] }
}
