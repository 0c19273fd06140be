import { useMemo, useState } from 'react'
import type { Option } from '../../../shared/case/option.ts'
import type { CaseId } from '../../../shared/lib/ids.ts'
import type { Person } from '../../../shared/people/person.ts'
import type { CaseRow, Counts } from '../../../shared/protocol/views.ts'
import { useAsked } from '../../state/bridge-call.ts'
import { useNames } from '../../state/names.ts'
import { CommandPalette, type PaletteGroup } from '../../ui/CommandPalette.tsx'
import { cutTitle } from '../../ui/cut-title.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { MarkedText } from '../../ui/MarkedText.tsx'
import { StatusIcon } from '../../ui/StatusIcon.tsx'
import { useShortcutList } from '../../ui/useShortcuts.ts'
import { refusalText } from '../../words/refusal-text.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import {
  caseItems,
  consoleItems,
  type Doable,
  type Doing,
  lookItems,
  placeItems,
  searchItem
} from './palette-items.tsx'

const NO_OPTIONS: readonly Option[] = []
const SHORTEST = 2
const MOST_CASES = 8

/** Everything one can do or open, by typing a few letters. `searching`: cases first, for who came to look one up. */
export function ConsolePalette({
  open,
  searching,
  role,
  counts,
  caseId,
  doing,
  onOpenCase,
  onClose
}: {
  open: boolean
  searching: boolean
  role: Person['role']
  counts: Counts | undefined
  /** The open case: it can be asked for something. */
  caseId: CaseId | null
  doing: Doing
  onOpenCase: (caseId: string) => void
  onClose: () => void
}) {
  const words = useWords()
  const names = useNames()
  const [query, setQuery] = useState('')
  const text = query.trim()
  const found = useAsked(
    'case.list',
    open && text.length >= SHORTEST
      ? { view: { kind: 'search', text }, after: null, limit: MOST_CASES }
      : null,
    ['cases']
  )
  const rows = found.value?.rows
  const kase = useAsked('case.get', open && caseId ? { caseId } : null, ['cases', 'matrix', 'people'])
  const options = kase.value?.kind === 'case' && kase.isCurrent ? kase.value.options : NO_OPTIONS
  const format = useFormat()
  const commands = useMemo(
    () =>
      commandGroups(
        caseItems(options, words, (refusal) => refusalText(refusal, { words, names, format }), doing),
        placeItems(words, names, counts, role, doing),
        words,
        doing
      ),
    [options, words, names, format, counts, role, doing]
  )
  const shortcuts = useShortcutList()
  const keysById = useMemo(
    () => new Map(shortcuts.flatMap((scope) => scope.shortcuts).map((one) => [one.id, one.keys])),
    [shortcuts]
  )
  const groups = useMemo(() => {
    const cases = text.length >= SHORTEST ? [casesGroup(rows ?? [], text, words, doing, onOpenCase)] : []
    return withKeys(searching ? cases : [...commands, ...cases], keysById)
  }, [rows, text, words, doing, onOpenCase, searching, commands, keysById])
  const close = () => {
    setQuery('')
    onClose()
  }
  return (
    <CommandPalette
      open={open}
      onClose={close}
      label={searching ? words.shortcuts.search : words.frame.search}
      placeholder={words.frame.searchPlaceholder}
      query={query}
      onQueryChange={setQuery}
      groups={groups}
      onRun={(id) =>
        groups
          .flatMap((group) => group.items)
          .find((one) => one.id === id)
          ?.run()
      }
      emptyText={text.length < SHORTEST ? words.frame.searchPlaceholder : words.frame.searchEmpty}
      footer={
        <>
          <Hint keys="ArrowUp ArrowDown" text={words.frame.paletteHint.move} />
          <Hint keys="Enter" text={words.frame.paletteHint.run} />
          <Hint keys="Escape" text={words.frame.paletteHint.close} />
        </>
      }
    />
  )
}

function Hint({ keys, text }: { keys: string; text: string }) {
  return (
    <span className="tl-row">
      <Kbd keys={keys} />
      {text}
    </span>
  )
}

type Group = Omit<PaletteGroup, 'items'> & { readonly items: readonly Doable[] }

function commandGroups(
  cases: readonly Doable[],
  places: readonly Doable[],
  words: ReturnType<typeof useWords>,
  doing: Doing
): Group[] {
  const { groups } = words.frame
  return [
    ...(cases.length > 0 ? [{ id: 'case', label: groups.thisCase, items: cases }] : []),
    { id: 'places', label: groups.places, items: places },
    { id: 'console', label: groups.console, items: consoleItems(words, doing) },
    { id: 'looks', label: groups.looks, items: lookItems(words, doing) }
  ]
}

/** The keys that do the same: a row of the palette and a shortcut are called alike. */
function withKeys(groups: readonly Group[], keysById: ReadonlyMap<string, string>): Group[] {
  return groups.map((group) => ({
    ...group,
    items: group.items.map((item) => ({ ...item, keys: keysById.get(item.id) }))
  }))
}

function casesGroup(
  rows: readonly CaseRow[],
  text: string,
  words: ReturnType<typeof useWords>,
  doing: Doing,
  onOpenCase: (caseId: string) => void
): Group {
  const cases = rows.map((row): Doable => {
    const label = `${row.ref} ${row.subject}`
    const found = cutTitle(row.snippet ?? '', label)
    const snippet = found?.rest ?? row.snippet
    return {
      id: `open.${row.id}`,
      label,
      face: found ? <MarkedText text={found.title} /> : label,
      icon: <StatusIcon status={row.status} label={words.case.status[row.status]} />,
      description: snippet ? <MarkedText text={snippet} /> : row.customerName,
      run: () => onOpenCase(row.id)
    }
  })
  return {
    id: 'cases',
    label: words.frame.casesFound,
    filtered: true,
    items: [...cases, searchItem(words, text, doing)]
  }
}
