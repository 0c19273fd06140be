import type { Case } from '../../../shared/case/case.ts'
import { useServerNow } from '../../state/connection.ts'
import { useMatrix } from '../../state/names.ts'
import { type ClockText, clockTexts } from '../../words/sla-text.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'

const RISK_SHARE = 0.25

/** The case's deadlines in words, counted down by the server's clock. */
export function useClockTexts(kase: Case): ClockText[] {
  const words = useWords()
  const format = useFormat()
  const riskShare = useMatrix()?.riskShare ?? RISK_SHARE
  const now = useServerNow()
  return clockTexts(kase, { words, format, riskShare, now })
}
