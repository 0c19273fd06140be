import { useEffect, useMemo, useState } from 'react'
import { checkMatrix } from '../../../shared/escalation/check/check-matrix.ts'
import type { Finding } from '../../../shared/escalation/finding.ts'
import type { Matrix } from '../../../shared/escalation/matrix.ts'
import type { Person } from '../../../shared/people/person.ts'
import { type Findings, NO_FINDINGS, sortFindings } from './findings.ts'

const REST_MS = 250
/** Only the server knows which queues and categories still have cases in work; it checks again before it publishes. */
const NO_CASES = { queues: {}, categories: {} }

type Checked = { readonly doc: Matrix; readonly found: readonly Finding[] }

/** What the checks find in a document, once it rests for a moment: nobody waits for them while typing. Null checks nothing. */
export function useFindings(
  doc: Matrix | null,
  people: readonly Person[]
): { readonly findings: Findings; readonly isChecking: boolean } {
  const [checked, setChecked] = useState<Checked | null>(null)
  useEffect(() => {
    if (!doc) return
    const check = () => setChecked({ doc, found: checkMatrix(doc, { people, openCases: NO_CASES }).findings })
    const timer = setTimeout(check, REST_MS)
    return () => clearTimeout(timer)
  }, [doc, people])
  const findings = useMemo(() => (checked ? sortFindings(checked.found) : NO_FINDINGS), [checked])
  return { findings, isChecking: doc !== null && checked?.doc !== doc }
}
