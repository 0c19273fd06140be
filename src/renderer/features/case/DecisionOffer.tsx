import { PenLine } from 'lucide-react'
import { useState } from 'react'
import type { Case } from '../../../shared/case/case.ts'
import type { Option } from '../../../shared/case/option.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { useDraft } from '../../state/drafts.ts'
import { useNamesIn } from '../../state/names.ts'
import { usePerson } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { askText } from '../../words/ask-text.ts'
import { createFormat } from '../../words/format.ts'
import { wordsIn } from '../../words/WordsProvider.tsx'
import { decidedUntold, decisionLetter } from './decision-letter.ts'
import { useSay } from './useSay.ts'

/** What I asked for was decided: a text to the customer is offered, to be changed and sent by me. */
export function DecisionOffer({
  kase,
  timeline,
  options,
  onWrite
}: {
  kase: Case
  timeline: readonly TimelineEntry[]
  options: readonly Option[]
  onWrite: () => void
}) {
  const { words, format, names } = useSay()
  const me = usePerson()
  const draft = useDraft(kase.id, 'reply')
  const { language, name } = kase.customer
  const their = useNamesIn(language)
  const [taken, setTaken] = useState<string | null>(null)
  const decided = decidedUntold(kase, timeline, me?.id ?? '')
  const mayReply = options.some((option) => option.name === 'reply' && option.can)
  if (!decided || !me || !mayReply || taken === decided.id) return null
  const texts = words.case.offer
  const what = askText(decided.ask, { words, format, names })
  const write = () => {
    const telling = { words: wordsIn(language), format: createFormat(language), names: their }
    const letter = decisionLetter(decided, name, me.name, telling)
    draft.change(draft.text.trim() ? `${draft.text.trimEnd()}\n\n${letter}` : letter)
    setTaken(decided.id)
    onWrite()
  }
  return (
    <div className="case-offer" role="status">
      <span className="tl-grow">{texts[decided.state.status](what)}</span>
      <Button size="small" variant="primary" icon={<PenLine aria-hidden />} onClick={write}>
        {texts.write(name)}
      </Button>
      <Button size="small" variant="quiet" onClick={() => setTaken(decided.id)}>
        {texts.notNow}
      </Button>
    </div>
  )
}
