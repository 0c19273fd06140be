import { useEffect, useMemo, useState } from 'react'
import { NOTHING_AROUND } from '../../../shared/escalation/check/document.ts'
import type { Finding } from '../../../shared/escalation/finding.ts'
import type { Matrix } from '../../../shared/escalation/matrix.ts'
import type { Person } from '../../../shared/people/person.ts'
import { useConnection } from '../../state/connection.ts'
import { createChecker } from '../../state/matrix-checks.ts'
import { checkOnServer } from '../../state/matrix-server.ts'
import { type Findings, sortFindings } from './findings.ts'
import { bareOf, keyOfPlaces, onlyServerKnows } from './server-findings.ts'

const REST_MS = 250
const SERVER_REST_MS = 800
const NONE: readonly Finding[] = []

export type Checks = {
  readonly findings: Findings
  /** Something is not checked yet as it stands now. */
  readonly isChecking: boolean
  /** Whether the server said what it alone knows of this document; offline nobody asks it. */
  readonly isServerAsked: boolean
}

/** What the checks find in a document, once it rests for a moment: nobody waits for them while typing. Null checks nothing. */
export function useFindings(doc: Matrix | null, people: readonly Person[]): Checks {
  const own = useOwnFindings(doc, people)
  const server = useServerFindings(doc)
  const findings = useMemo(() => sortFindings([...own.found, ...server.found]), [own.found, server.found])
  return { findings, isChecking: own.isChecking || server.isAsking, isServerAsked: server.isAsked }
}

function useOwnFindings(doc: Matrix | null, people: readonly Person[]) {
  const [checked, setChecked] = useState<{ doc: Matrix; found: readonly Finding[] } | null>(null)
  const [checker] = useState(() => createChecker())
  useEffect(() => () => checker.stop(), [checker])
  useEffect(() => {
    if (!doc) return
    const check = () =>
      checker.check({ doc, around: { ...NOTHING_AROUND, people } }, (found) => setChecked({ doc, found }))
    const timer = setTimeout(check, REST_MS)
    return () => clearTimeout(timer)
  }, [doc, people, checker])
  return { found: checked?.found ?? NONE, isChecking: doc !== null && checked?.doc !== doc }
}

/** Asked only when queues, categories or the currency changed, with what matters to them: rows are checked here. */
function useServerFindings(doc: Matrix | null) {
  const isOnline = useConnection()?.state === 'online'
  const key = useMemo(() => (doc ? keyOfPlaces(doc) : ''), [doc])
  const [told, setTold] = useState<{ key: string; found: readonly Finding[] | null }>({
    key: '',
    found: null
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is what the key stands for
  useEffect(() => {
    if (!doc || !isOnline) return
    let isStale = false
    const ask = async () => {
      const found = await checkOnServer(bareOf(doc))
      if (!isStale) setTold({ key, found: found && onlyServerKnows(found) })
    }
    const timer = setTimeout(() => void ask(), SERVER_REST_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [key, isOnline])
  const isCurrent = told.key === key
  return {
    found: isCurrent ? (told.found ?? NONE) : NONE,
    isAsked: doc === null || (isCurrent && told.found !== null),
    isAsking: doc !== null && isOnline && !isCurrent
  }
}
