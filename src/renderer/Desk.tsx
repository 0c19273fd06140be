import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Person } from '../shared/people/person.ts'
import { CasePane } from './features/case/CasePane.tsx'
import { FiguresScreen } from './features/figures/FiguresScreen.tsx'
import { ConnectionBanner } from './features/frame/ConnectionBanner.tsx'
import { ConsoleBar } from './features/frame/ConsoleBar.tsx'
import { ConsoleNav } from './features/frame/ConsoleNav.tsx'
import { NoticeBell } from './features/frame/NoticeBell.tsx'
import { Part } from './features/frame/Part.tsx'
import { PersonMenu } from './features/frame/PersonMenu.tsx'
import { useConsoleShortcuts } from './features/frame/use-console-shortcuts.ts'
import { useFocusAfterGoing } from './features/frame/use-focus-after-going.ts'
import { useMedia } from './features/frame/use-media.ts'
import { useToastedNews } from './features/frame/use-toasted-news.ts'
import { useToastedNotices } from './features/frame/use-toasted-notices.ts'
import { ImportScreen } from './features/importing/ImportScreen.tsx'
import { DevicesScreen } from './features/looked-after/DevicesScreen.tsx'
import { HeldScreen } from './features/looked-after/HeldScreen.tsx'
import { MatrixScreen } from './features/matrix/MatrixScreen.tsx'
import { useListShortcuts } from './features/queue/use-list-shortcuts.ts'
import { ListPane } from './ListPane.tsx'
import { Overlays } from './Overlays.tsx'
import { placeTitle } from './place-title.ts'
import { syncNow, useConnection, useEngineState } from './state/connection.ts'
import { useCounts } from './state/counts.ts'
import { useFailedPlans } from './state/failed-plans.ts'
import { moveSelection, selectRow, viewOf } from './state/list.ts'
import { useHeld } from './state/looked-after.ts'
import { useNames } from './state/names.ts'
import { isWholeScreen, openCaseFrom, openCaseNow, previewCase, useNavigation } from './state/navigation.ts'
import { useBell } from './state/notices.ts'
import { putLayout, putSettings, useSettings } from './state/settings.ts'
import { Button } from './ui/Button.tsx'
import { EmptyState } from './ui/EmptyState.tsx'
import { OverlayRoot } from './ui/OverlayRoot.tsx'
import { Panes } from './ui/Panes.tsx'
import { focusNewestToast } from './ui/ToastRegion.tsx'
import { useLeave } from './use-leave.ts'
import { useWords } from './words/WordsProvider.tsx'

const LIST_WIDTH = 380
/** Nobody waits for this number at the edge of the screen. */
const HELD_EVERY_MS = 60_000
/** The case need not be in the list, and the place may have none. */
const openNews = (caseId: string) => {
  const { place, go } = useNavigation.getState()
  if (isWholeScreen(place)) go({ kind: 'work' })
  selectRow(null)
  openCaseNow(caseId)
}
/** A message that just came, else the list of all. */
const goToMessages = () => {
  if (!focusNewestToast(document)) useBell.getState().setOpen(true)
}
const openReview = () => useNavigation.getState().show('review')

/** The console of somebody who is signed in. */
export function Desk({ person, demo }: { person: Person; demo: boolean }) {
  const { place, overlay, cameFrom, go, show } = useNavigation()
  const connection = useConnection()
  const engine = useEngineState()
  const counts = useCounts()
  const failedPlans = useFailedPlans(person.role === 'administrator')
  const heldAnswer = useHeld(person.role !== 'agent', HELD_EVERY_MS).answer
  const held = heldAnswer.state === 'known' ? heldAnswer.rows.length : 0
  const names = useNames()
  const words = useWords()
  const leave = useLeave()
  const settings = useSettings()
  const tight = useMedia('(max-width: 960px)')
  const casePart = useRef<HTMLDivElement>(null)
  const listPart = useRef<HTMLDivElement>(null)

  const enterCase = (caseId: string) => {
    openCaseNow(caseId)
    casePart.current?.focus()
  }
  const openFromMatrix = (caseId: string) => {
    selectRow(null)
    openCaseFrom({ kind: 'matrix' }, caseId)
  }
  // The case is drawn only now: whoever opened it goes on in it.
  useEffect(() => {
    if (cameFrom) casePart.current?.focus()
  }, [cameFrom])
  useFocusAfterGoing(place, listPart)
  useConsoleShortcuts(go, show, goToMessages)
  useListShortcuts({
    off: viewOf(place) === null,
    onPreview: previewCase,
    onOpen: enterCase,
    onBack: () => {
      if (cameFrom) go(cameFrom)
      else listPart.current?.querySelector<HTMLElement>('[role=listbox]')?.focus()
    }
  })
  useToastedNotices(openNews)
  useToastedNews(connection, counts, overlay === 'review', openReview)

  const navCollapsed = tight || settings.layout['navCollapsed'] === 1
  return (
    <main className="tl-console">
      <OverlayRoot>
        <h1 className="tl-visually-hidden">{placeTitle(place, words, names)}</h1>
        <ConsoleBar
          connection={connection}
          review={counts?.review ?? 0}
          onPalette={() => show('palette')}
          onOutbox={() => show('outbox')}
          onReview={openReview}
          notices={<NoticeBell onOpenCase={openNews} />}
          person={
            <PersonMenu
              person={person}
              tier={`${person.tier} ${names.tier(person.tier)}`}
              settings={settings}
              onSettings={putSettings}
              onMore={() => show('settings')}
              onShortcuts={() => show('shortcuts')}
              onSignOut={leave.ask}
            />
          }
        />
        <div className="tl-console-banner">
          <ConnectionBanner
            engine={engine}
            connection={connection}
            onTryNow={() => void syncNow().catch(() => undefined)}
            onSignIn={() => show('signInAgain')}
          />
        </div>
        <div className="tl-console-body">
          <ConsoleNav
            place={place}
            counts={counts}
            role={person.role}
            failedPlans={failedPlans}
            held={held}
            names={names}
            collapsed={navCollapsed}
            onGo={go}
            onCollapse={tight ? undefined : (folded) => putLayout({ navCollapsed: folded ? 1 : 0 })}
          />
          {isWholeScreen(place) ? (
            <div ref={listPart} className="tl-console-part" tabIndex={-1}>
              <Part key={place.kind}>
                {place.kind === 'import' && <ImportScreen />}
                {place.kind === 'figures' && <FiguresScreen />}
                {place.kind === 'held' && <HeldScreen onOpenCase={openFromMatrix} />}
                {place.kind === 'devices' && <DevicesScreen />}
                {place.kind === 'matrix' && <MatrixScreen person={person} onOpenCase={openFromMatrix} />}
              </Part>
            </div>
          ) : (
            <Work
              list={
                <div ref={listPart} className="tl-console-part" tabIndex={-1}>
                  <Part>
                    <ListPane onEnterCase={enterCase} />
                  </Part>
                </div>
              }
              kase={
                <div ref={casePart} className="tl-console-part" tabIndex={-1}>
                  {cameFrom && (
                    <div className="tl-way-back">
                      <Button
                        variant="quiet"
                        size="small"
                        icon={<ArrowLeft aria-hidden />}
                        onClick={() => go(cameFrom)}
                      >
                        {words.frame.backTo(placeTitle(cameFrom, words, names))}
                      </Button>
                    </div>
                  )}
                  <Part>
                    <OpenCase />
                  </Part>
                </div>
              }
            />
          )}
        </div>
        <Overlays person={person} demo={demo} onEnterCase={enterCase} />
      </OverlayRoot>
    </main>
  )
}

function Work({ list, kase }: { list: ReactNode; kase: ReactNode }) {
  const { frame } = useWords()
  const { layout } = useSettings()
  return (
    <Panes
      start={list}
      main={kase}
      sizes={{ start: layout['listWidth'] ?? LIST_WIDTH, end: 0 }}
      collapsed={{ start: layout['listFolded'] === 1, end: true }}
      onSizes={({ start }) => putLayout({ listWidth: start })}
      onCollapsed={({ start }) => putLayout({ listFolded: start ? 1 : 0 })}
      labels={{
        start: frame.panes.list,
        main: frame.panes.case,
        end: frame.panes.context,
        startEdge: frame.panes.listEdge,
        endEdge: frame.panes.contextEdge
      }}
    />
  )
}

function OpenCase() {
  const words = useWords()
  const caseId = useNavigation((navigation) => navigation.openCaseId)
  if (!caseId) return <EmptyState title={words.case.empty.title} text={words.case.empty.text} />
  const next = () => {
    const id = moveSelection(1)
    if (id) openCaseNow(id)
  }
  const open = (id: string) => {
    selectRow(null)
    openCaseNow(id)
  }
  return <CasePane caseId={caseId} onOpenCase={open} onNext={next} />
}
