import { useMemo } from 'react'
import { type RuleRef, ruleText } from '../words/row-name.ts'
import { useFormat, useLanguage, useWords } from '../words/WordsProvider.tsx'
import { useMatrix, useNames } from './names.ts'

/** Says the rule something was done by, in words. */
export function useRuleText(): (rule: RuleRef) => string {
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
    return (rule) => ruleText(rule, matrix, say)
  }, [words, format, language, matrix, names])
}
