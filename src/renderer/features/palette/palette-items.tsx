import {
  Contrast,
  CornerUpLeft,
  FileText,
  Hand,
  Inbox,
  Languages,
  LayoutList,
  type LucideIcon,
  Rows3,
  Search,
  Stamp,
  TriangleAlert,
  Upload
} from 'lucide-react'
import type { Language, Person } from '../../../shared/people/person.ts'
import { queueKey } from '../../../shared/people/queue.ts'
import type { Settings } from '../../../shared/protocol/bridge.ts'
import type { Counts } from '../../../shared/protocol/views.ts'
import type { CaseIntentName } from '../../state/case-intent.ts'
import type { Names } from '../../state/names.ts'
import type { Overlay, Place } from '../../state/navigation.ts'
import type { PaletteItem } from '../../ui/CommandPalette.tsx'
import { languageNames, languages } from '../../words/language.ts'
import type { Words } from '../../words/words.ts'

/** A row of the palette and what it does. */
export type Doable = PaletteItem & { readonly run: () => void }

export type Doing = {
  go(place: Place): void
  show(overlay: Overlay): void
  send(name: CaseIntentName): void
  set(some: Partial<Settings>): void
  signOut(): void
  claimNext(): void
}

const icon = (Icon: LucideIcon) => <Icon aria-hidden />

export function placeItems(
  { frame }: Words,
  names: Names,
  counts: Counts | undefined,
  role: Person['role'],
  { go }: Doing
): Doable[] {
  const to = (id: string, label: string, Icon: LucideIcon, place: Place, keys?: string): Doable => ({
    id,
    label: frame.goTo(label),
    icon: icon(Icon),
    keys,
    run: () => go(place)
  })
  const { places } = frame
  return [
    to('go.work', places.myWork, Inbox, { kind: 'work' }, 'G W'),
    to('go.drafts', places.drafts, FileText, { kind: 'drafts' }, 'G D'),
    ...(counts?.queues ?? []).map(({ queue }) =>
      to(`go.${queueKey(queue)}`, names.queue(queue), LayoutList, { kind: 'queue', queue, which: 'open' })
    ),
    to('go.approvals', places.approvals, Stamp, { kind: 'approvals' }, 'G A'),
    to('go.atRisk', places.atRisk, TriangleAlert, { kind: 'atRisk' }, 'G R'),
    ...(role === 'administrator' ? [to('go.import', places.imports, Upload, { kind: 'import' })] : [])
  ]
}

const INTENTS: readonly (readonly [CaseIntentName & keyof Words['case']['actions'], string?])[] = [
  ['claim', 'C'],
  ['reply', 'R'],
  ['note', 'N'],
  ['escalate', 'E'],
  ['pend', 'P'],
  ['hold'],
  ['resolve'],
  ['assign'],
  ['transfer'],
  ['release'],
  ['reopen'],
  ['close']
]

/** What the open case may be asked to do; it says itself when it cannot. */
export function caseItems(words: Words, { send }: Doing): Doable[] {
  return INTENTS.map(([name]) => ({
    id: `case.${name}`,
    label: words.case.actions[name],
    icon: icon(name === 'claim' ? Hand : CornerUpLeft),
    run: () => send(name)
  }))
}

export function consoleItems(words: Words, { show, signOut, claimNext }: Doing): Doable[] {
  const { frame, outbox, settings, shortcuts, queue, signIn } = words
  const open = (id: Overlay, label: string, keys?: string): Doable => ({
    id: `show.${id}`,
    label,
    keys,
    run: () => show(id)
  })
  return [
    { id: 'case.claimNext', label: queue.claimNext, icon: icon(Hand), run: claimNext },
    open('newCase', frame.newCase, 'Shift+N'),
    open('search', shortcuts.search, '/'),
    open('outbox', outbox.title, 'G O'),
    open('review', outbox.review.title, 'G V'),
    open('settings', settings.more, 'G S'),
    open('shortcuts', shortcuts.title, '?'),
    { id: 'session.signOut', label: signIn.signOut, run: signOut }
  ]
}

const THEMES: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast']
const DENSITIES: readonly Settings['density'][] = ['comfortable', 'compact']

export function lookItems({ settings }: Words, { set }: Doing): Doable[] {
  return [
    ...THEMES.map(
      (theme): Doable => ({
        id: `theme.${theme}`,
        label: settings.use.theme(settings.themes[theme]),
        icon: icon(Contrast),
        run: () => set({ theme })
      })
    ),
    ...DENSITIES.map(
      (density): Doable => ({
        id: `density.${density}`,
        label: settings.use.density(settings.densities[density]),
        icon: icon(Rows3),
        run: () => set({ density })
      })
    ),
    ...languages.map(
      (language: Language): Doable => ({
        id: `language.${language}`,
        label: `${settings.language}: ${languageNames[language]}`,
        icon: icon(Languages),
        keywords: languageNames[language],
        run: () => set({ language })
      })
    )
  ]
}

export function searchItem({ frame }: Words, text: string, { go }: Doing): Doable {
  return {
    id: 'search.all',
    label: frame.searchFor(text),
    icon: icon(Search),
    run: () => go({ kind: 'search', text })
  }
}
