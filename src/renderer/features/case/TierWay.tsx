import type { Case } from '../../../shared/case/case.ts'
import { type TierHop, TierPath } from '../../ui/TierPath.tsx'
import { type MarkedHop, markHops, shortWay } from './tier-hops.ts'
import { type Say, useSay } from './useSay.ts'

/** "L1 Front > L2 Billing", with every hop, and the ping-pong mark from the second bounce on. */
export function TierWay({ kase }: { kase: Case }) {
  const say = useSay()
  const { first, left, last } = shortWay(markHops(kase.hops))
  const hops: TierHop[] = [
    ...first.map((hop) => drawn(hop, say)),
    ...(left > 0 ? [{ id: 'left', label: `… ${say.format.number(left)} …` }] : []),
    ...last.map((hop) => drawn(hop, say))
  ]
  return <TierPath label={say.words.escalation.path} hops={hops} />
}

function drawn({ hop, mark, bounces }: MarkedHop, { words, names, format }: Say): TierHop {
  const marks = words.escalation.marks
  const label = names.queue(hop.queue)
  return {
    id: `${hop.at}:${hop.how}`,
    label,
    title: `${label}, ${names.person(hop.by)}, ${format.moment(hop.at)}`,
    ...(mark && { mark, markLabel: mark === 'ping_pong' ? marks.ping_pong(bounces) : marks[mark] })
  }
}
