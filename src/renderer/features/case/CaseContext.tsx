import { type ReactNode, useState } from 'react'
import type { Case } from '../../../shared/case/case.ts'
import type { CaseId } from '../../../shared/lib/ids.ts'
import type { SimilarCase } from '../../../shared/protocol/views.ts'
import { useServerNow } from '../../state/connection.ts'
import { putSettings, useSettings } from '../../state/settings.ts'
import { Count } from '../../ui/Count.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { SectionHeader } from '../../ui/SectionHeader.tsx'
import { dayTime } from '../../words/day-time.ts'
import { attributeItems } from './attribute-text.ts'
import { ClockList } from './ClockList.tsx'
import { CustomerCard } from './CustomerCard.tsx'
import { EscalationCard } from './EscalationCard.tsx'
import { HelpedBy } from './HelpedBy.tsx'
import { HopHistory } from './HopHistory.tsx'
import { SimilarList } from './SimilarList.tsx'
import { useSay } from './useSay.ts'

/** What surrounds the case: who the customer is, what is due, how it went up and down, what was granted, and its like. */
export function CaseContext({
  kase,
  onLook,
  onOpenCase
}: {
  kase: Case
  onLook: (like: SimilarCase) => void
  onOpenCase: (caseId: CaseId) => void
}) {
  const { words, format, names, who } = useSay()
  const now = useServerNow(60_000)
  const texts = words.escalation
  const attributes = attributeItems(kase.attributes, words, format)
  return (
    <div className="case-context-body">
      <Section name="customer" title={words.case.customer}>
        <CustomerCard kase={kase} now={now} />
      </Section>
      <Section name="clocks" title={words.sla.title}>
        <ClockList kase={kase} />
      </Section>
      <Section name="escalations" title={texts.list} count={kase.escalations.length}>
        {kase.escalations.length === 0 ? (
          <p className="tl-dim tl-small">{texts.none}</p>
        ) : (
          <ol className="case-cards">
            {kase.escalations.toReversed().map((one) => (
              <EscalationCard key={one.id} one={one} now={now} />
            ))}
          </ol>
        )}
      </Section>
      {kase.hops.length > 1 && (
        <Section name="hops" title={texts.hops.title} count={kase.hops.length}>
          <HopHistory kase={kase} now={now} />
        </Section>
      )}
      {kase.helpedBy && (
        <Section name="helped" title={texts.helped.title}>
          <HelpedBy caseId={kase.helpedBy} onOpenCase={onOpenCase} />
        </Section>
      )}
      {kase.allowed && kase.allowed.length > 0 && (
        <Section name="allowed" title={texts.allowed} count={kase.allowed.length}>
          <ul className="case-cards">
            {kase.allowed.map((one) => (
              <li key={`${one.at}:${one.exception}`} className="case-card">
                <span className="case-card-title">{names.exception(one.exception)}</span>
                <p className="case-card-line">
                  {texts.grantedBy(who(one.by), dayTime(one.at, now, format))} ·{' '}
                  {texts.grantApproved(names.person(one.approvedBy))}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {kase.grants.length > 0 && (
        <Section name="grants" title={texts.grants} count={kase.grants.length}>
          <ul className="case-cards">
            {kase.grants.map((grant) => (
              <li key={`${grant.at}:${grant.action}`} className="case-card">
                <div className="case-card-head">
                  <span className="case-card-title">{texts.action[grant.action]}</span>
                  <span className="tl-strong">{format.money(grant.amountMinor, grant.currency)}</span>
                </div>
                <p className="case-card-line">
                  {texts.grantedBy(who(grant.by), dayTime(grant.at, now, format))}
                  {grant.approvedBy && ` · ${texts.grantApproved(names.person(grant.approvedBy))}`}
                </p>
                {grant.carriedOut && (
                  <p className="case-card-line">
                    {words.events['grant.carriedOut'](grant.carriedOut.receipt)}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <SimilarList caseId={kase.id} onLook={onLook}>
        {(list, count) => (
          <Section name="similar" title={words.case.similar} count={count}>
            {list}
          </Section>
        )}
      </SimilarList>
      {attributes.length > 0 && (
        <Section name="attributes" title={words.case.attributes}>
          <KeyValueList items={attributes} />
        </Section>
      )}
    </div>
  )
}

/** A part that folds and stays folded. */
function Section({
  name,
  title,
  count,
  children
}: {
  name: string
  title: string
  count?: number | undefined
  children: ReactNode
}) {
  const key = `case.${name}`
  const kept = useSettings().layout[key] !== 0
  const [open, setOpen] = useState(kept)
  return (
    <section className="case-section" aria-label={title}>
      <SectionHeader
        level={3}
        title={title}
        count={count ? <Count value={count} label={title} /> : undefined}
        open={open}
        onToggle={() => {
          setOpen(!open)
          putSettings({ layout: { [key]: open ? 0 : 1 } })
        }}
      />
      {open && <div className="case-section-body">{children}</div>}
    </section>
  )
}
