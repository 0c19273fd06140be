import './importing.css'
import { useState } from 'react'
import { useConnection } from '../../state/connection.ts'
import { isRunning, useImports, useMappings } from '../../state/imports.ts'
import { usePerson } from '../../state/session.ts'
import { Banner } from '../../ui/Banner.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import { ImportForm } from './ImportForm.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import { JobCard } from './JobCard.tsx'

/** Bringing cases from elsewhere: how the file is read, the file, how far it has got, and what was left out and why. */
export function ImportScreen() {
  const words = useWords()
  const texts = words.importing
  const isOnline = useConnection()?.state === 'online'
  const isAdministrator = usePerson()?.role === 'administrator'
  const imports = useImports()
  const mappings = useMappings()
  const [shownId, setShownId] = useState<string | null>(null)
  const jobs = imports.known ?? []
  const running = jobs.find(isRunning)
  const shown = running ?? jobs.find((job) => job.id === shownId)

  if (!isAdministrator) {
    return <EmptyState title={texts.title} text={words.frame.noPermission(words.case.role.administrator)} />
  }
  return (
    <ScrollArea label={texts.title}>
      <div className="tl-page">
        <header>
          <h2 className="tl-page-title">{texts.title}</h2>
          <p className="tl-dim">{texts.lead}</p>
        </header>
        {!isOnline && <Banner tone="offline">{texts.needsConnection}</Banner>}
        {shown && <JobCard key={shown.id} job={shown} />}
        {mappings.known === null && mappings.why === null ? (
          <Skeleton label={words.frame.loading} lines={6} />
        ) : (
          <ImportForm
            mappings={mappings.known ?? []}
            why={mappings.why}
            disabledReason={isOnline ? (running ? texts.running : undefined) : texts.needsConnection}
            onStarted={setShownId}
          />
        )}
        {imports.known === null && imports.why === null ? (
          <Skeleton label={words.frame.loading} lines={3} />
        ) : (
          <ImportHistory imports={imports} shownId={shown?.id ?? null} onShow={setShownId} />
        )}
      </div>
    </ScrollArea>
  )
}
