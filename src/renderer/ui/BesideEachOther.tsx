import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'

type Side = { readonly name: string; readonly title: string; readonly more?: ReactNode }

/** What something was beside what it is; one over the other where there is no room. */
export function BesideEachOther({ was, now }: { was: Side; now: Side }) {
  return (
    <div className="tl-beside">
      <One {...was} />
      <ArrowRight size={16} aria-hidden />
      <One {...now} />
    </div>
  )
}

function One({ name, title, more }: Side) {
  return (
    <div className="tl-beside-one">
      <p className="tl-dim tl-small">{name}</p>
      <p className="tl-strong">{title}</p>
      {more}
    </div>
  )
}
