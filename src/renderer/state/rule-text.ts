import { useMemo } from 'react'
import type { HopLine } from '../../shared/case/hop-history.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { automaticWhy } from '../words/automatic-why.ts'
import { type RuleRef, ruleText } from '../words/row-name.ts'
import type { Saying } from '../words/row-sentence.ts'
import { useFormat, useLanguage, useWords } from '../words/WordsProvider.tsx'
import { useMatrix, useNames } from './names.ts'

/** Says the rule something was done by, in words. */
export function useRuleText(): (rule: RuleRef) => string {
  return useSaid(ruleText)
}

/** Says why the matrix sent a case on; empty when a person did. */
export function useAutomaticWhy(): (hop: Pick<HopLine, 'automatic' | 'versions'>) => string {
  return useSaid(automaticWhy)
}

function useSaid<T>(said: (what: T, matrix: Matrix | null, say: Saying) => string): (what: T) => string {
  const words = useWords()
  const format = useFormat()
  const language = useLanguage()
  const matrix = useMatrix()
  const names = useNames()
  return useMemo(() => {
    const say = {
      words,
      format,
      language,
      names,
      currency: matrix?.currency ?? '',
      exception: names.exception
    }
    return (what) => said(what, matrix, say)
  }, [said, words, format, language, matrix, names])
}
