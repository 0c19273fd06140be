import { useEffect, useState } from 'react'
import type { MatrixPlan } from '../../../../shared/protocol/matrices.ts'
import { sawPlans, usePlansSeen } from '../../../state/failed-plans.ts'
import { cancelPlan, useMatrixPlans } from '../../../state/matrix-server.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import { useEditing } from '../editing.ts'
import { FindingText } from '../FindingText.tsx'
import { refusedText } from '../refused-text.ts'

const TONES: Readonly<Record<MatrixPlan['state'], Tone>> = {
  waiting: 'accent',
  published: 'positive',
  failed: 'danger',
  cancelled: 'neutral'
}

/** What is to be published by itself, and what became of it. */
export function Plans() {
  const { say } = useEditing()
  const texts = say.words.matrix.versions
  const { value: plans, again } = useMatrixPlans()
  const seen = usePlansSeen()
  useEffect(() => {
    if (plans) sawPlans(plans, seen)
  }, [plans, seen])
  const [problem, setProblem] = useState<string | null>(null)
  if (!plans || plans.length === 0) return null
  const cancel = async (id: string) => {
    const told = await cancelPlan(id)
    setProblem(told.ok ? null : refusedText(told.why, say.words))
    again()
  }
  return (
    <section className="matrix-stack" aria-label={texts.plans}>
      <SectionHeader level={3} title={texts.plans} />
      {problem && (
        <div role="alert" className="tl-form-problem">
          {problem}
        </div>
      )}
      <ul className="matrix-cards">
        {plans.map((plan) => (
          <li key={plan.id} className="matrix-card">
            <div className="tl-row tl-row-wrap">
              <Badge tone={TONES[plan.state]}>{texts.planState[plan.state]}</Badge>
              <span className="tl-strong">{say.format.moment(plan.publishAt)}</span>
              <span className="tl-dim">{plan.author}</span>
              <span className="tl-grow">{plan.reason}</span>
              {plan.state === 'waiting' && (
                <Button size="small" onClick={() => void cancel(plan.id)}>
                  {texts.cancelPlan}
                </Button>
              )}
            </div>
            {plan.state === 'failed' && plan.movedTo !== null && (
              <p>{texts.planMoved(say.format.number(plan.movedTo))}</p>
            )}
            {plan.findings.length > 0 && (
              <>
                <p>{texts.planFailed}</p>
                <ul className="matrix-plain-list">
                  {plan.findings.map((finding) => (
                    <li key={`${finding.code} ${finding.path}`}>
                      <FindingText finding={finding} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
