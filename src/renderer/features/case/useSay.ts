import { useMemo } from 'react'
import type { Refusal } from '../../../shared/case/refusal.ts'
import type { EngineFault } from '../../../shared/protocol/engine.ts'
import { serverNow } from '../../state/connection.ts'
import { useNames } from '../../state/names.ts'
import type { Names } from '../../state/names-of.ts'
import { usePerson } from '../../state/session.ts'
import { faultText } from '../../words/fault-text.ts'
import type { Format } from '../../words/format.ts'
import { refusalText } from '../../words/refusal-text.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import type { Words } from '../../words/words.ts'

/** Everything it takes to say something about a case. */
export type Say = {
  readonly words: Words
  readonly format: Format
  readonly names: Names
  /** A person's name, or "You". */
  readonly who: (id: string) => string
  /** Why a button cannot be pressed. */
  readonly why: (refusal: Refusal) => string
  /** Why what was just asked was not done. */
  readonly refused: (why: Refusal | EngineFault) => string
}

export function useSay(): Say {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  const me = usePerson()?.id
  return useMemo(
    () => ({
      words,
      format,
      names,
      who: (id) => (id === me ? words.case.you : names.person(id)),
      why: (refusal) => refusalText(refusal, { words, names, format, now: serverNow(), before: true }),
      refused: (reason) =>
        'type' in reason
          ? refusalText(reason, { words, names, format, now: serverNow(), askedAt: serverNow() })
          : faultText(reason, words)
    }),
    [words, format, names, me]
  )
}
