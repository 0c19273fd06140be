import { ArrowLeftRight, Globe, PhoneCall, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Case } from '../../../shared/case/case.ts'
import { bounces, isPingPong } from '../../../shared/case/hop-history.ts'
import type { Option } from '../../../shared/case/option.ts'
import { useServerNow } from '../../state/connection.ts'
import { dayTime } from '../../words/day-time.ts'
import { ActionButton } from './ActionButton.tsx'
import { useSay } from './useSay.ts'

/** What stands over a case until something is done about it: it is public, it goes back and forth, somebody called, who helps. */
export function CaseBanners({
  kase,
  options,
  onPress
}: {
  kase: Case
  options: readonly Option[]
  onPress: (option: Option) => void
}) {
  const { words, format, who } = useSay()
  const now = useServerNow(60_000)
  const texts = words.case.banners
  const find = (name: Option['name']) => options.find((option) => option.name === name)
  const buttons = (...names: Option['name'][]) =>
    names.flatMap((name) => {
      const option = find(name)
      return option?.can ? [<ActionButton key={name} option={option} small onPress={onPress} />] : []
    })
  const isEnded = kase.state.status === 'resolved' || kase.state.status === 'closed'
  const goPrivate = find('goPrivate')
  const channel = goPrivate?.about.channel
  const { called, swarm } = kase
  return (
    <>
      {goPrivate && channel && (
        <Line icon={<Globe size={16} aria-hidden />} tone="warning">
          <span className="tl-grow">{texts.isPublic(words.case.channel[channel])}</span>
          <ActionButton
            option={goPrivate}
            label={texts.goPrivate(words.case.channel[channel])}
            variant="primary"
            small
            onPress={onPress}
          />
        </Line>
      )}
      {called && !isEnded && (
        <Line icon={<PhoneCall size={16} aria-hidden />} tone="warning">
          <span className="tl-grow">
            <span className="tl-strong">{texts.called(who(called.by), dayTime(called.at, now, format))}</span>{' '}
            {called.note}
          </span>
          {buttons('answerCall')}
        </Line>
      )}
      {!called && !isEnded && isPingPong(kase) && (
        <Line icon={<ArrowLeftRight size={16} aria-hidden />} tone="warning">
          <span className="tl-grow">
            <span className="tl-strong">{words.escalation.marks.ping_pong(bounces(kase))}.</span>{' '}
            {texts.pingPong}
          </span>
          {buttons('swarm', 'callManager')}
        </Line>
      )}
      {swarm && swarm.length > 0 && (
        <Line icon={<Users size={16} aria-hidden />} tone="info">
          <span className="tl-grow">{texts.swarm(format.list(swarm.map(who)))}</span>
          {buttons('leaveSwarm')}
        </Line>
      )}
    </>
  )
}

function Line({ icon, tone, children }: { icon: ReactNode; tone: 'info' | 'warning'; children: ReactNode }) {
  return (
    <div role="status" className={`case-banner tl-banner tl-banner-${tone}`}>
      {icon}
      {children}
    </div>
  )
}
