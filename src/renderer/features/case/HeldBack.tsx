import { ChevronDown, ChevronRight, CircleDollarSign } from 'lucide-react'
import { useState } from 'react'
import type { Case } from '../../../shared/case/case.ts'
import type { Option } from '../../../shared/case/option.ts'
import type { CaseId } from '../../../shared/lib/ids.ts'
import type { SimilarCase } from '../../../shared/protocol/views.ts'
import { escalateGroups } from './escalate-groups.ts'
import { HowResolved } from './HowResolved.tsx'
import { useSay } from './useSay.ts'

export type HeldBackGiven = {
  readonly similar: readonly SimilarCase[]
  readonly onOpenCase: (caseId: CaseId) => void
  /** Its solution helped: the case is resolved with it instead of going up. */
  readonly onHelped: (caseId: CaseId) => void
}

/** Before a case goes up: what one may do alone, and how cases like it ended. */
export function HeldBack({
  kase,
  options,
  similar,
  onOpenCase,
  onHelped
}: HeldBackGiven & { kase: Case; options: readonly Option[] }) {
  const { words, format } = useSay()
  const texts = words.escalation
  const [openId, setOpenId] = useState<CaseId | null>(null)
  const { yourself } = escalateGroups(options)
  const limits = yourself.flatMap(({ about }) =>
    about.action && about.currency && about.leftMinor
      ? [texts.upTo(texts.action[about.action], format.money(about.leftMinor, about.currency))]
      : []
  )
  if (limits.length === 0 && similar.length === 0) return null
  const resolve = options.find((option) => option.name === 'resolve')
  return (
    <section className="case-held" aria-label={texts.yourself}>
      <p className="tl-small tl-strong">{texts.yourself}</p>
      {limits.length > 0 && (
        <p className="case-held-limits tl-small">
          <CircleDollarSign size={14} aria-hidden />
          {format.list(limits)}
        </p>
      )}
      {similar.length > 0 && (
        <ul className="case-held-cases">
          {similar.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="case-held-case"
                aria-expanded={openId === one.id}
                onClick={() => setOpenId(openId === one.id ? null : one.id)}
              >
                {openId === one.id ? (
                  <ChevronDown size={14} aria-hidden />
                ) : (
                  <ChevronRight size={14} aria-hidden />
                )}
                <span className="tl-dim">{one.ref}</span>
                <span className="tl-cut">{one.subject}</span>
              </button>
              {openId === one.id && (
                <HowResolved
                  like={one}
                  kase={kase}
                  resolve={resolve}
                  onOpenCase={onOpenCase}
                  onHelped={onHelped}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
