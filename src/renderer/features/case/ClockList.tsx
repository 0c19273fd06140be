import type { Case } from '../../../shared/case/case.ts'
import { SlaBadge } from '../../ui/SlaBadge.tsx'
import { mostPressing } from '../../words/sla-text.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useClockTexts } from './useClockTexts.ts'

/** Every deadline of the case: how much is left, and why it runs or waits. */
export function ClockList({ kase }: { kase: Case }) {
  const { sla } = useWords()
  const texts = useClockTexts(kase)
  if (texts.length === 0) return <p className="tl-dim tl-small">{sla.none}</p>
  return (
    <ul className="case-clocks">
      {texts.map((text) => (
        <li key={text.name} className="case-clock">
          <span className="case-clock-name">{text.label}</span>
          <SlaBadge state={text.state} text={text.text} description={text.description} />
          <span className="case-clock-why">{text.why}</span>
        </li>
      ))}
    </ul>
  )
}

/** The deadline that counts now; the others on hover or focus. */
export function PressingClock({ kase }: { kase: Case }) {
  const texts = useClockTexts(kase)
  const pressing = mostPressing(texts, kase.clocks)
  if (!pressing) return null
  return (
    <SlaBadge
      state={pressing.state}
      text={pressing.text}
      description={pressing.description}
      details={
        <span className="case-clock-tip">
          {texts.map((text) => (
            <span key={text.name}>
              {text.label}: {text.text}
              <br />
              {text.why}
            </span>
          ))}
        </span>
      }
    />
  )
}
