import { useMemo } from 'react'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { Language, Person } from '../../shared/people/person.ts'
import { useLanguage, useWords, wordsIn } from '../words/WordsProvider.tsx'
import { answerStore } from './answer-store.ts'
import { type Names, namesOf } from './names-of.ts'

const matrix = answerStore('matrix.get', ['matrix', 'session'])
const people = answerStore('person.list', ['people', 'session'])

export function startNames(): void {
  matrix.start()
  people.start()
}

/** The matrix this machine knows; null before the first sync. */
export function useMatrix(): Matrix | null {
  return matrix.useStore((state) => state.value) ?? null
}

const NOBODY: readonly Person[] = []

export function usePeople(): readonly Person[] {
  return people.useStore((state) => state.value) ?? NOBODY
}

export function useNames(): Names {
  const known = useMatrix()
  const list = usePeople()
  const language = useLanguage()
  const special = useWords().frame.people
  return useMemo(
    () => namesOf({ matrix: known, people: list, language, special }),
    [known, list, language, special]
  )
}

/** What ids are called in a document that is not in force: a draft. */
export function useNamesOf({ tiers, categories, exceptions }: Matrix): Names {
  const list = usePeople()
  const language = useLanguage()
  const special = useWords().frame.people
  return useMemo(
    () => namesOf({ matrix: { tiers, categories, exceptions }, people: list, language, special }),
    [tiers, categories, exceptions, list, language, special]
  )
}

/** What ids are called in another language than the screen's: for what a customer is written. */
export function useNamesIn(language: Language): Names {
  const known = useMatrix()
  const list = usePeople()
  return useMemo(
    () => namesOf({ matrix: known, people: list, language, special: wordsIn(language).frame.people }),
    [known, list, language]
  )
}
