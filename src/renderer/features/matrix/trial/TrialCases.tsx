import { useCallback, useEffect, useRef, useState } from 'react'
import type { RowRef } from '../../../../shared/escalation/finding.ts'
import type { CaseId } from '../../../../shared/lib/ids.ts'
import type { Trial, TrialCase, TrialWay } from '../../../../shared/protocol/matrices.ts'
import { useServerNow } from '../../../state/connection.ts'
import { trialCases } from '../../../state/matrix-server.ts'
import { lookAtCase, useTrialLook } from '../../../state/matrix-trial.ts'
import { Button } from '../../../ui/Button.tsx'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import { VirtualList, type VirtualListHandle } from '../../../ui/VirtualList.tsx'
import { placeText, type Saying } from '../../../words/row-sentence.ts'
import { useEditing } from '../editing.ts'

const PAGE = 100
const ROW_HEIGHT = 56

/** The cases that would have gone elsewhere: all, or those of one row. Enter opens one. */
export function TrialCases({
  trial,
  row,
  onAll,
  onOpenCase
}: {
  trial: Trial
  row: RowRef | null
  onAll: () => void
  onOpenCase: (caseId: CaseId) => void
}) {
  const { say } = useEditing()
  const texts = say.words.matrixTry.history
  const { cases, more } = useTrialCases(trial.id, row)
  const cursor = useTrialLook((look) => look.at)
  const now = useServerNow(60_000)
  const list = useRef<VirtualListHandle>(null)
  // Whoever comes back from a case goes on at it.
  const back = useRef(cursor)
  const isThere = cases.length > back.current
  useEffect(() => {
    if (!isThere || back.current < 0) return
    back.current = -1
    list.current?.focus()
  }, [isThere])
  return (
    <>
      <SectionHeader
        level={3}
        title={row ? texts.casesOf(row.id) : texts.cases}
        actions={
          row && (
            <Button size="small" onClick={onAll}>
              {texts.allRows}
            </Button>
          )
        }
      />
      <div className="matrix-trial-cases">
        <VirtualList
          ref={list}
          label={texts.cases}
          count={cases.length}
          keyOf={(at) => cases[at]?.caseId ?? String(at)}
          rowHeight={ROW_HEIGHT}
          activeIndex={cursor}
          onActiveChange={lookAtCase}
          onOpen={(at) => {
            const one = cases[at]
            if (one) onOpenCase(one.caseId)
          }}
          onLoadMore={more ?? undefined}
          loadingRow={<p className="tl-dim">{texts.loading}</p>}
          renderRow={(at) => {
            const one = cases[at]
            return one && <TrialCaseRow one={one} now={now} say={say} />
          }}
        />
      </div>
    </>
  )
}

function TrialCaseRow({ one, now, say }: { one: TrialCase; now: number; say: Saying }) {
  return (
    <span className="matrix-trial-case">
      <span className="tl-row">
        <span className="tl-dim">{one.ref}</span>
        <span className="tl-cut tl-grow tl-strong">{one.subject}</span>
        <span className="tl-dim tl-small">{say.format.date(one.openedAt, now)}</span>
      </span>
      <span className="tl-cut tl-small">
        {placeText(one.from, say)}: <s className="tl-dim">{wayText(one.before, say)}</s> →{' '}
        {wayText(one.after, say)}
      </span>
    </span>
  )
}

function wayText({ to, row }: TrialWay, say: Saying): string {
  const texts = say.words.matrixTry.history
  if (!to) return texts.nowhere
  return row ? texts.way(placeText(to, say), row.id) : placeText(to, say)
}

type Page = { readonly cases: readonly TrialCase[]; readonly next: string | null }

/** Page after page, as far as somebody scrolls. */
function useTrialCases(trialId: string, row: RowRef | null) {
  const [page, setPage] = useState<Page>({ cases: [], next: null })
  const asking = useRef(0)
  const key = `${trialId} ${row?.list ?? ''} ${row?.id ?? ''}`
  const load = useCallback(
    async (after: string | null) => {
      asking.current += 1
      const mine = asking.current
      const answer = await trialCases({ row, after, limit: PAGE })
      if (!answer || mine !== asking.current) return
      setPage((before) => ({
        cases: after ? [...before.cases, ...answer.cases] : answer.cases,
        next: answer.next
      }))
    },
    [row]
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another trial is another list
  useEffect(() => {
    setPage({ cases: [], next: null })
    void load(null)
  }, [key, load])
  const busy = useRef<string | null>(null)
  const { next } = page
  const more = useCallback(() => {
    if (next === null || busy.current === next) return
    busy.current = next
    void load(next)
  }, [next, load])
  return { cases: page.cases, more: next === null ? null : more }
}
