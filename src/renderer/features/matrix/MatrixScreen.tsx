import './matrix.css'
import { useEffect, useMemo } from 'react'
import type { Matrix } from '../../../shared/escalation/matrix.ts'
import type { CaseId } from '../../../shared/lib/ids.ts'
import type { Person } from '../../../shared/people/person.ts'
import { changeMatrix, flushMatrix, openMatrix, useMatrixWork } from '../../state/matrix-draft.ts'
import { useMatrixPlace } from '../../state/matrix-place.ts'
import { useMatrix, useNamesOf, usePeople } from '../../state/names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { Saying } from '../../words/row-sentence.ts'
import { useFormat, useLanguage, useWords } from '../../words/WordsProvider.tsx'
import { type Change, EditingContext } from './editing.ts'
import { MatrixHead } from './MatrixHead.tsx'
import { MatrixNav, partFor } from './MatrixNav.tsx'
import { MatrixPartPane } from './MatrixPartPane.tsx'
import { Unreadable } from './Unreadable.tsx'
import { useFindings } from './useFindings.ts'

/** The matrix: for administrators to edit, check, try and publish; for everybody else to read. */
export function MatrixScreen({
  person,
  onOpenCase
}: {
  person: Person
  onOpenCase: (caseId: CaseId) => void
}) {
  const words = useWords()
  const inForce = useMatrix()
  const isEditor = person.role === 'administrator'
  const work = useMatrixWork()
  useEffect(() => {
    if (isEditor && inForce) void openMatrix(person.id, inForce)
  }, [isEditor, inForce, person.id])
  useEffect(() => flushMatrix, [])

  if (!inForce) return <EmptyState title={words.matrix.noMatrix.title} text={words.matrix.noMatrix.text} />
  if (!isEditor) return <Opened doc={inForce} inForce={inForce} change={null} onOpenCase={onOpenCase} />
  if (work.owner !== person.id || !work.history) return <Skeleton label={words.frame.loading} lines={8} />
  if (work.unreadable) return <Unreadable inForce={inForce} />
  return <Opened doc={work.history.now} inForce={inForce} change={changeMatrix} onOpenCase={onOpenCase} />
}

function Opened({
  doc,
  inForce,
  change,
  onOpenCase
}: {
  doc: Matrix
  inForce: Matrix
  change: Change | null
  onOpenCase: (caseId: CaseId) => void
}) {
  const words = useWords()
  const people = usePeople()
  const say = useSaying(doc)
  const { findings, ...checks } = useFindings(change ? doc : null, people)
  const editing = useMemo(
    () => ({ doc, change, say, people, findings }),
    [doc, change, say, people, findings]
  )
  const part = partFor(
    useMatrixPlace((place) => place.part),
    change !== null
  )
  return (
    <EditingContext value={editing}>
      <div className="matrix">
        <MatrixHead inForce={inForce} checks={checks} />
        {!change && (
          <Banner>{words.matrix.readOnly(whoCan(people, words.matrix.administrators, say))}</Banner>
        )}
        <div className="matrix-body">
          <MatrixNav />
          <div className="matrix-main">
            <MatrixPartPane key={part} part={part} inForce={inForce} onOpenCase={onOpenCase} />
          </div>
        </div>
      </div>
    </EditingContext>
  )
}

function whoCan(people: readonly Person[], nobody: string, { format }: Saying): string {
  const names = people.filter((one) => one.role === 'administrator').map((one) => one.name)
  return names.length > 0 ? format.either(names) : nobody
}

/** How the document is said: with its own names, in the language of the screen. */
function useSaying(doc: Matrix): Saying {
  const words = useWords()
  const format = useFormat()
  const language = useLanguage()
  const { exceptions, currency } = doc
  const names = useNamesOf(doc)
  return useMemo(
    () => ({
      words,
      format,
      names,
      currency,
      language,
      exception: (id) => {
        const found = exceptions.find((one) => one.id === id)
        return found ? found.name[language] || found.name.en : words.matrixRows.unknown(id)
      }
    }),
    [words, format, names, currency, exceptions, language]
  )
}
