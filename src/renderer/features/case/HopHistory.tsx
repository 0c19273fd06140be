import type { Case } from '../../../shared/case/case.ts'
import { type HopLine, hopHistory } from '../../../shared/case/hop-history.ts'
import { useMatrix } from '../../state/names.ts'
import { useAutomaticWhy, useRuleText } from '../../state/rule-text.ts'
import { dayTime } from '../../words/day-time.ts'
import { FoldedPackage } from './FoldedPackage.tsx'
import { LongText } from './LongText.tsx'
import { useSay } from './useSay.ts'

/** Every stop of the case: how it came, who sent it and why, with which package, under which row, and how long it stayed. */
export function HopHistory({ kase, now }: { kase: Case; now: number }) {
  return (
    <ol className="case-hops">
      {hopHistory(kase).map((hop, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stops are only ever added at the end
        <Stop key={place} hop={hop} now={now} />
      ))}
    </ol>
  )
}

function Stop({ hop, now }: { hop: HopLine; now: number }) {
  const { words, format, names, who } = useSay()
  const matrix = useMatrix()
  const ruleText = useRuleText()
  const automaticWhy = useAutomaticWhy()
  const texts = words.escalation.hops
  const special = matrix?.special.find((row) => row.id === hop.rowId)?.reason
  const why = hop.why.trim() ? hop.why : automaticWhy(hop)
  const stay = format.duration(hop.stayedMs ?? Math.max(0, now - hop.at))
  const marks = [
    hop.automatic && !why ? texts.automatic : null,
    special ? words.escalation.special[special] : null
  ].filter((mark) => mark !== null)
  return (
    <li className="case-hop">
      <p className="tl-strong">
        {hop.from ? words.escalation.hop(names.queue(hop.from), names.queue(hop.to)) : names.queue(hop.to)}
      </p>
      <p className="case-card-line">
        {texts.how[hop.how](who(hop.by))} · {dayTime(hop.at, now, format)}
        {marks.length > 0 && ` · ${format.list(marks)}`}
      </p>
      {why && (
        <div className="case-card-note">
          <LongText text={why} />
        </div>
      )}
      {hop.package && <FoldedPackage left={hop.package} />}
      <p className="case-card-line">{hop.stayedMs === null ? texts.stays(stay) : texts.stayed(stay)}</p>
      {hop.rowId && hop.versions && (
        <p className="case-card-line">{ruleText({ rowId: hop.rowId, ...hop.versions })}</p>
      )}
    </li>
  )
}
