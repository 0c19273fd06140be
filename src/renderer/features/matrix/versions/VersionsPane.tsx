import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import type { MatrixVersion } from '../../../../shared/protocol/matrices.ts'
import { useConnection, useServerNow } from '../../../state/connection.ts'
import { useMatrixVersion, useMatrixVersions } from '../../../state/matrix-server.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { dayTime } from '../../../words/day-time.ts'
import { useEditing } from '../editing.ts'
import { PartHead } from '../PartHead.tsx'
import { DiffView } from './DiffView.tsx'
import { KeptTexts } from './KeptTexts.tsx'
import { Plans } from './Plans.tsx'
import { RollBackDialog } from './RollBackDialog.tsx'

/** What was published, by whom, when and why; what differs between any two; and back to an older one. */
export function VersionsPane({ inForce }: { inForce: Matrix }) {
  const { say } = useEditing()
  const texts = say.words.matrix.versions
  const isOnline = useConnection()?.state === 'online'
  const now = useServerNow(60_000)
  const { value: versions, fault } = useMatrixVersions()
  const [rollBack, setRollBack] = useState<number | null>(null)
  const { number } = say.format
  return (
    <div className="matrix-pane">
      <PartHead part="versions" />
      {versions === undefined && !fault && <Skeleton label={say.words.frame.loading} lines={5} />}
      {/* Not that there are none: nobody could be asked. */}
      {(versions === null || fault) && <EmptyState title={texts.needsServer} />}
      <Plans />
      <KeptTexts />
      {versions && (
        <>
          <DataTable
            caption={say.words.matrix.parts.versions}
            rows={versions}
            keyOf={(one) => String(one.version)}
            isCurrent={(one) => one.version === inForce.version}
            empty={<EmptyState title={texts.none.title} text={texts.none.text} />}
            columns={[
              {
                id: 'version',
                header: texts.version,
                cell: (one) => (
                  <span className="tl-row">
                    {number(one.version)}
                    {one.version === inForce.version && <Badge tone="accent">{texts.current}</Badge>}
                  </span>
                )
              },
              { id: 'author', header: texts.author, cell: (one) => one.author },
              {
                id: 'published',
                header: texts.published,
                cell: (one) => dayTime(one.publishedAt, now, say.format)
              },
              {
                id: 'reason',
                header: texts.reason,
                cell: (one) => (
                  <>
                    {one.reason}
                    {one.from !== null && (
                      <span className="tl-dim"> ({texts.rollBackOf(number(one.from))})</span>
                    )}
                  </>
                )
              },
              {
                id: 'do',
                header: <VisuallyHidden>{texts.rollBackShort}</VisuallyHidden>,
                align: 'end',
                cell: (one) =>
                  one.version !== inForce.version && (
                    <Button
                      size="small"
                      icon={<RotateCcw aria-hidden />}
                      aria-label={texts.rollBack(number(one.version))}
                      disabledReason={isOnline ? undefined : texts.needsServer}
                      onClick={() => setRollBack(one.version)}
                    >
                      {texts.rollBackShort}
                    </Button>
                  )
              }
            ]}
          />
          <Compare versions={versions} inForce={inForce} />
        </>
      )}
      {rollBack !== null && (
        <RollBackDialog version={rollBack} inForce={inForce} onClose={() => setRollBack(null)} />
      )}
    </div>
  )
}

const DRAFT = 'draft'

/** What differs between any two: versions, or a version and the draft. */
function Compare({ versions, inForce }: { versions: readonly MatrixVersion[]; inForce: Matrix }) {
  const { doc, say } = useEditing()
  const texts = say.words.matrix.versions
  const [from, setFrom] = useState(String(versions[1]?.version ?? inForce.version))
  // With one version only, what there is to compare is the draft.
  const [to, setTo] = useState(versions.length > 1 ? String(inForce.version) : DRAFT)
  const before = useSide(from, doc)
  const after = useSide(to, doc)
  const options = [
    { value: DRAFT, label: texts.draft },
    ...versions.map((one) => ({
      value: String(one.version),
      label: `${texts.version} ${say.format.number(one.version)}`,
      description: one.reason
    }))
  ]
  return (
    <section className="matrix-stack" aria-label={texts.differences}>
      <SectionHeader level={3} title={texts.differences} />
      <div className="tl-row tl-row-wrap matrix-compare">
        <span>{texts.from}</span>
        <Select aria-label={texts.from} value={from} options={options} onChange={setFrom} />
        <span>{texts.to}</span>
        <Select aria-label={texts.to} value={to} options={options} onChange={setTo} />
      </div>
      {before && after && <DiffView before={before} after={after} />}
    </section>
  )
}

function useSide(which: string, draft: Matrix): Matrix | null {
  const { value, isCurrent } = useMatrixVersion(which === DRAFT ? null : Number(which))
  if (which === DRAFT) return draft
  return isCurrent ? (value ?? null) : null
}
