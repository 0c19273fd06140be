import type { Case } from '../../../shared/case/case.ts'
import type { Option } from '../../../shared/case/option.ts'
import type { SimilarCase } from '../../../shared/protocol/views.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import type { HeldBackGiven } from './HeldBack.tsx'
import { HowResolved } from './HowResolved.tsx'
import { useSay } from './useSay.ts'

/** A resolved case like the one at hand, looked at without leaving it. */
export function SimilarDialog({
  like,
  kase,
  options,
  onOpenCase,
  onHelped,
  onClose
}: Pick<HeldBackGiven, 'onOpenCase' | 'onHelped'> & {
  like: SimilarCase
  kase: Case
  options: readonly Option[]
  onClose: () => void
}) {
  const { words } = useSay()
  return (
    <Dialog
      open
      onClose={onClose}
      title={like.subject}
      description={`${like.ref} · ${like.tier}`}
      closeLabel={words.frame.close}
    >
      <HowResolved
        like={like}
        kase={kase}
        resolve={options.find((option) => option.name === 'resolve')}
        onOpenCase={(id) => {
          onClose()
          onOpenCase(id)
        }}
        onHelped={(id) => {
          onClose()
          onHelped(id)
        }}
      />
    </Dialog>
  )
}
