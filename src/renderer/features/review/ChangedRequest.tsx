import type { Ask } from '../../../shared/case/case.ts'
import type { ReviewRow } from '../../../shared/protocol/views.ts'
import { useNames } from '../../state/names.ts'
import { BesideEachOther } from '../../ui/BesideEachOther.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { askText } from '../../words/ask-text.ts'
import { packageItems } from '../../words/package-items.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'

/** The request as it was when somebody answered it, beside what is asked now; of the hand-off what differs. */
export function ChangedRequest({ changed }: { changed: NonNullable<ReviewRow['changed']> }) {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  const texts = words.outbox.changed
  const { was, now } = changed
  const side = (name: string, ask: Ask, other: Ask) => {
    const others = packageItems(other.package, words)
    const differ = packageItems(ask.package, words).filter(
      ({ id, text }) => !others.some((one) => one.id === id && one.text === text)
    )
    return {
      name,
      title: askText(ask, { words, format, names }),
      more: differ.length > 0 && (
        <KeyValueList stacked items={differ.map(({ id, label, text }) => ({ id, label, value: text }))} />
      )
    }
  }
  return (
    <div className="tl-review-changed">
      {was ? (
        <BesideEachOther was={side(texts.was, was, now)} now={side(texts.now, now, was)} />
      ) : (
        <p>
          {texts.now}: <span className="tl-strong">{askText(now, { words, format, names })}</span>
        </p>
      )}
      {!changed.waits && <p className="tl-dim">{texts.over}</p>}
    </div>
  )
}
