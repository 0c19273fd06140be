import type { Case, FunctionalEscalation, HierarchicalEscalation } from '../../../shared/case/case.ts'
import { useRuleText } from '../../state/rule-text.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { EscalationIcon } from '../../ui/EscalationIcon.tsx'
import { approverText } from '../../words/approver-text.ts'
import { askText } from '../../words/ask-text.ts'
import { dayTime } from '../../words/day-time.ts'
import { FoldedPackage } from './FoldedPackage.tsx'
import { LongText } from './LongText.tsx'
import { useSay } from './useSay.ts'

type Escalation = Case['escalations'][number]
const tones: Partial<Record<Escalation['state']['status'], Tone>> = {
  requested: 'accent',
  accepted: 'accent',
  approved: 'positive',
  declined: 'danger',
  expired: 'warning'
}

/** One escalation: where from and to, or what for; who asked and when; what came of it. */
export function EscalationCard({ one, now }: { one: Escalation; now: number }) {
  const { words, format, names, who } = useSay()
  const ruleText = useRuleText()
  const texts = words.escalation
  const isReturned =
    one.state.status === 'closed' && one.kind === 'functional' && one.state.how === 'returned'
  const state = isReturned ? texts.state.returned : texts.state[one.state.status]
  const ask = one.kind === 'hierarchical' ? one.ask : null
  return (
    <li className="case-card">
      <div className="case-card-head">
        <EscalationIcon kind={one.kind} label={texts[one.kind]} size={14} />
        <span className="case-card-title">
          {one.kind === 'functional'
            ? texts.hop(names.queue(one.from), names.queue(one.to))
            : askText(one.ask, { words, format, names })}
        </span>
        <Badge tone={isReturned ? 'warning' : (tones[one.state.status] ?? 'neutral')}>{state}</Badge>
      </div>
      <p className="case-card-line" title={format.moment(one.at)}>
        {texts.askedBy(who(one.by), dayTime(one.at, now, format))}
      </p>
      {one.kind === 'functional' ? <Outcome one={one} now={now} /> : <Chain one={one} now={now} />}
      <p className="case-card-line">{ruleText(one)}</p>
      <FoldedPackage left={ask ? ask.package : one.kind === 'functional' ? one.package : {}} />
    </li>
  )
}

function Outcome({ one, now }: { one: FunctionalEscalation; now: number }) {
  const { words, format, names } = useSay()
  const texts = words.escalation
  const { state } = one
  if (state.status === 'requested')
    return <p className="case-card-line">{texts.notAcceptedYet(dayTime(one.acceptBy, now, format))}</p>
  if (state.status === 'accepted') {
    return (
      <p className="case-card-line">
        {texts.acceptedBy(names.person(state.by), format.duration(state.at - one.at))}
        <br />
        {texts.resolveBy(dayTime(one.resolveBy, now, format))}
      </p>
    )
  }
  if (state.status === 'closed' && state.note) {
    return (
      <div className="case-card-note">
        <p className="tl-small tl-dim">
          {state.reason ? texts.returnReason[state.reason] : texts.returnedWith}
        </p>
        <LongText text={state.note} />
      </div>
    )
  }
  return null
}

/** Every step of the chain: who decides or decided, and how it stands. */
function Chain({ one, now }: { one: HierarchicalEscalation; now: number }) {
  const say = useSay()
  const { words, format, names } = say
  const texts = words.escalation.step
  return (
    <ol className="case-chain">
      {one.chain.map((step, place) => {
        const answers = one.decisions.filter((each) => each.step === place)
        const isNow = one.state.status === 'requested' && one.state.step === place
        const isAsked = isNow || !answers.some(({ answer }) => ENDS_A_STEP.includes(answer))
        const left =
          isNow && one.state.status === 'requested'
            ? texts.waiting(dayTime(one.state.dueAt, now, format))
            : one.state.status === 'requested'
              ? texts.later
              : texts.never
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a chain have a fixed order
          <li key={place} className="case-steps">
            {answers.map((each) => (
              <Step
                key={`${each.at}:${each.answer}`}
                mark={each.answer}
                who={
                  each.answer === 'timed_out' || each.answer === 'reminded'
                    ? approverText(step.approver, say)
                    : each.inPlaceOf
                      ? words.escalation.inPlaceOf(names.person(each.by), names.person(each.inPlaceOf))
                      : names.person(each.by)
                }
                text={texts[each.answer](dayTime(each.at, now, format))}
                note={each.note}
              />
            ))}
            {isAsked && (
              <Step mark={isNow ? 'now' : 'later'} who={approverText(step.approver, say)} text={left} />
            )}
          </li>
        )
      })}
    </ol>
  )
}

const ENDS_A_STEP: readonly string[] = ['approved', 'declined', 'timed_out']

function Step({
  mark,
  who,
  text,
  note
}: {
  mark: string
  who: string
  text: string
  note?: string | undefined
}) {
  return (
    <div className={mark === 'now' ? 'case-step case-step-current' : 'case-step'}>
      <span className={`case-step-mark case-step-${mark}`} />
      <span>
        {who} <span className="tl-dim">{text}</span>
        {note && <span className="case-card-note">{note}</span>}
      </span>
    </div>
  )
}
