import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { must } from '../shared/lib/must.ts'
import { App } from './App.tsx'
import { startConnection } from './state/connection.ts'
import { startCounts } from './state/counts.ts'
import { startList } from './state/list.ts'
import { startNames } from './state/names.ts'
import { startNotices } from './state/notices.ts'
import { startSession } from './state/session.ts'
import { startSettings } from './state/settings.ts'
import { listenForShortcuts } from './ui/useShortcuts.ts'

/** Starts following the engine, and draws the page. */
export function mount(page: Document): void {
  for (const start of [
    startSettings,
    startSession,
    startConnection,
    startCounts,
    startNames,
    startList,
    startNotices
  ])
    start()
  listenForShortcuts(page)
  createRoot(must(page.getElementById('root'), '#root')).render(
    <StrictMode>
      <App />
    </StrictMode>
  )
}
