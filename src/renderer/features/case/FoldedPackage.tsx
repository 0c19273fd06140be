import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { Package } from '../../../shared/case/case.ts'
import { isWritten, PackageList } from './PackageList.tsx'
import { useSay } from './useSay.ts'

/** A hand-off package that unfolds; nothing when nothing was written. */
export function FoldedPackage({ left }: { left: Package }) {
  const { timeline } = useSay().words.case
  const [open, setOpen] = useState(false)
  if (!isWritten(left)) return null
  return (
    <>
      <button type="button" className="case-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
        {timeline.handOff}
      </button>
      {open && (
        <div className="case-card-note">
          <PackageList left={left} />
        </div>
      )}
    </>
  )
}
