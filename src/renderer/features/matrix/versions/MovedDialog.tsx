import { useMemo, useState } from 'react'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import { clashKey, mergeMatrix } from '../../../../shared/escalation/merge-matrix.ts'
import { takeOver, useMatrixWork } from '../../../state/matrix-draft.ts'
import { useMatrixVersion } from '../../../state/matrix-server.ts'
import { useToasts } from '../../../state/toasts.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import { useEditing } from '../editing.ts'
import { Clashes } from './Clashes.tsx'
import { DiffView } from './DiffView.tsx'

/**
 * Another version came while one worked: what it changed, what the draft changes, and a choice where both changed the same. The
 * version the draft began from tells who changed what; where it is not to be had, the draft goes on top as it is.
 */
export function MovedDialog({ inForce, onClose }: { inForce: Matrix; onClose: () => void }) {
  const { doc, say } = useEditing()
  const texts = say.words.matrix
  const version = say.format.number(inForce.version)
  const began = useMatrixVersion(useMatrixWork((work) => work.base))
  const base = began.isCurrent ? (began.value ?? null) : undefined
  const [yields, setYields] = useState<ReadonlySet<string>>(new Set())
  const merged = useMemo(
    () => (base ? mergeMatrix(base, doc, inForce, yields) : null),
    [base, doc, inForce, yields]
  )
  // A dialog opens with the focus at its first choice: it opens once there is one.
  if (base === undefined && began.fault === null) return null
  return (
    <FormDialog
      open
      size="large"
      onClose={onClose}
      title={texts.movedTitle(version)}
      description={merged ? texts.movedText : texts.movedWhole}
      closeLabel={say.words.frame.close}
      cancelLabel={say.words.frame.cancel}
      submitLabel={texts.takeOver}
      workingLabel={say.words.frame.working}
      onSubmit={() => {
        takeOver(inForce, merged?.doc ?? doc)
        useToasts.getState().show({ id: 'matrix.moved', text: texts.tookOver(version), tone: 'positive' })
        onClose()
      }}
    >
      {merged && base && (
        <>
          {merged.clashes.length > 0 && (
            <Clashes
              clashes={merged.clashes}
              mine={doc}
              theirs={inForce}
              yields={yields}
              onChoose={(clash, isTheirs) => {
                const next = new Set(yields)
                if (isTheirs) next.add(clashKey(clash))
                else next.delete(clashKey(clash))
                setYields(next)
              }}
            />
          )}
          <SectionHeader level={2} title={texts.movedOther(version)} />
          <DiffView before={base} after={inForce} />
        </>
      )}
      <SectionHeader level={2} title={texts.movedMine(version)} />
      <DiffView before={inForce} after={merged?.doc ?? doc} />
    </FormDialog>
  )
}
