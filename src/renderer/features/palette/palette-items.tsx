import {
  Archive,
  ArrowLeftRight,
  ArrowUpRight,
  BadgeCheck,
  Ban,
  ChartColumn,
  Check,
  Clock,
  Contrast,
  CornerDownLeft,
  CornerDownRight,
  CornerUpLeft,
  FileText,
  Flag,
  FlagOff,
  Grid3x3,
  Hand,
  Hourglass,
  Inbox,
  Languages,
  LayoutList,
  Lock,
  LogOut,
  type LucideIcon,
  MonitorSmartphone,
  NotebookPen,
  Pause,
  Phone,
  PhoneCall,
  RotateCcw,
  Rows3,
  Search,
  ShieldQuestion,
  Stamp,
  TriangleAlert,
  Undo2,
  Upload,
  UserPlus,
  Users
} from 'lucide-react'
import type { Option, OptionName } from '../../../shared/case/option.ts'
import type { Refusal } from '../../../shared/case/refusal.ts'
import type { Language, Person } from '../../../shared/people/person.ts'
import { queueKey } from '../../../shared/people/queue.ts'
import type { Settings } from '../../../shared/protocol/bridge.ts'
import type { Counts } from '../../../shared/protocol/views.ts'
import type { CaseIntentName } from '../../state/case-intent.ts'
import type { Names } from '../../state/names-of.ts'
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
  const to = (id: string, label: string, Icon: LucideIcon, place: Place): Doable => ({
    id,
    label: frame.goTo(label),
    icon: icon(Icon),
    run: () => go(place)
  })
  const { places } = frame
  return [
    to('go.work', places.myWork, Inbox, { kind: 'work' }),
    to('go.drafts', places.drafts, FileText, { kind: 'drafts' }),
    ...(counts?.queues ?? []).map(({ queue }) =>
      to(`go.${queueKey(queue)}`, names.queue(queue), LayoutList, { kind: 'queue', queue, which: 'open' })
    ),
    to('go.asked', places.asked, Hourglass, { kind: 'asked' }),
    to('go.approvals', places.approvals, Stamp, { kind: 'approvals' }),
    ...(role === 'escalation_manager' ? [to('go.called', places.called, PhoneCall, { kind: 'called' })] : []),
    to('go.atRisk', places.atRisk, TriangleAlert, { kind: 'atRisk' }),
    ...(role === 'agent' ? [] : [to('go.figures', places.figures, ChartColumn, { kind: 'figures' })]),
    ...(role === 'agent' ? [] : [to('go.held', places.held, ShieldQuestion, { kind: 'held' })]),
    to('go.matrix', places.matrix, Grid3x3, { kind: 'matrix' }),
    ...(role === 'administrator'
      ? [
          to('go.import', places.imports, Upload, { kind: 'import' }),
          to('go.devices', places.devices, MonitorSmartphone, { kind: 'devices' })
        ]
      : [])
  ]
}

type Intent = CaseIntentName & OptionName
const INTENTS: Readonly<Record<Intent, LucideIcon>> = {
  claim: Hand,
  reply: CornerUpLeft,
  note: NotebookPen,
  escalate: ArrowUpRight,
  pend: Clock,
  hold: Pause,
  resolve: Check,
  assign: UserPlus,
  transfer: ArrowLeftRight,
  release: Undo2,
  reopen: RotateCcw,
  close: Archive,
  approve: BadgeCheck,
  decline: Ban,
  handOn: CornerDownRight,
  return: CornerDownLeft,
  withdraw: Undo2,
  swarm: Users,
  leaveSwarm: LogOut,
  callManager: PhoneCall,
  answerCall: Phone,
  goPrivate: Lock,
  flag: Flag,
  unflag: FlagOff
}

/** What the open case can be asked to do, and why not where it cannot: its own options, once each. */
export function caseItems(
  options: readonly Option[],
  words: Words,
  why: (refusal: Refusal) => string,
  { send }: Doing
): Doable[] {
  return (Object.keys(INTENTS) as Intent[]).flatMap((name): Doable[] => {
    const own = options.filter((option) => option.name === name)
    const [first] = own
    if (!first) return []
    return [
      {
        id: `case.${name}`,
        label: words.case.actions[name],
        icon: icon(INTENTS[name]),
        disabledReason: own.some((option) => option.can) || first.can ? undefined : why(first.why),
        run: () => send(name)
      }
    ]
  })
}

export function consoleItems(words: Words, { show, signOut, claimNext }: Doing): Doable[] {
  const { frame, outbox, settings, shortcuts, queue, signIn } = words
  const open = (id: Overlay, label: string): Doable => ({
    id: `show.${id}`,
    label,
    run: () => show(id)
  })
  return [
    { id: 'case.claimNext', label: queue.claimNext, icon: icon(Hand), run: claimNext },
    open('newCase', frame.newCase),
    open('search', shortcuts.search),
    open('outbox', outbox.title),
    open('review', outbox.review.title),
    open('settings', settings.more),
    open('shortcuts', shortcuts.title),
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
