import { type Chord, isChord, type KeyPress, parseKeys } from './parse-keys.ts'

export type Shortcut = {
  /** `noun.verb`, the same as the command it runs. */
  readonly id: string
  readonly keys: string
  /** What the help and the palette call it. */
  readonly label: string
  readonly run: () => void
  /** Also while typing in a field. Combinations with Mod always are. */
  readonly inFields?: boolean | undefined
  /** Again and again while the key is held, as moving does. */
  readonly repeats?: boolean | undefined
  /** Off for now, but still listed. */
  readonly disabled?: boolean | undefined
}

/** A group of shortcuts that live as long as the component that declares them. */
export type Scope = {
  /** Its heading in the help. */
  readonly name: string
  /** The dialog, sheet or page it belongs to. */
  readonly boundary: string
  readonly shortcuts: readonly Shortcut[]
}

export type Press = KeyPress & {
  readonly repeat: boolean
  readonly isComposing: boolean
  readonly keyCode: number
  preventDefault(): void
}

/** Where a key was pressed: inside which layer, and whether one was typing. */
export type Focus = { readonly boundary: string; readonly typing: boolean }

export type ShortcutRegistry = {
  add(read: () => Scope): () => void
  changed(): void
  press(press: Press, focus: Focus, mac: boolean): boolean
  list(): readonly Scope[]
  rebind(keysById: Readonly<Record<string, string>>): void
  subscribe(listener: () => void): () => void
}

/** How long the first key of `G M` waits for the second. */
const SEQUENCE_MS = 1000
const IME_KEY_CODE = 229

/** Later scopes win over earlier ones; only those of the layer that has the focus are asked. */
export function createShortcutRegistry(now: () => number): ShortcutRegistry {
  let scopes: (() => Scope)[] = []
  let bindings: Readonly<Record<string, string>> = {}
  let begun: { spec: string; at: number } | null = null
  let listed: readonly Scope[] | null = null
  const listeners = new Set<() => void>()
  const changed = () => {
    listed = null
    for (const listener of listeners) listener()
  }
  const keysOf = (shortcut: Shortcut) => bindings[shortcut.id] ?? shortcut.keys

  function press(press: Press, focus: Focus, mac: boolean): boolean {
    if (press.isComposing || press.keyCode === IME_KEY_CODE || isModifier(press.key)) return false
    const waiting = begun && now() - begun.at < SEQUENCE_MS ? begun.spec : null
    begun = null
    const candidates = scopes
      .map((read) => read())
      .filter((scope) => scope.boundary === focus.boundary)
      .reverse()
      .flatMap((scope) => scope.shortcuts)
      .filter((shortcut) => !shortcut.disabled)
    for (const shortcut of candidates) {
      const [first, second] = parseKeys(keysOf(shortcut))
      if (!first || !mayRun(shortcut, first, press, focus)) continue
      if (!second && !waiting && isChord(press, first, mac)) return run(shortcut, press)
      if (second && waiting === specOf(first) && isChord(press, second, mac)) return run(shortcut, press)
    }
    for (const shortcut of candidates) {
      const [first, second] = parseKeys(keysOf(shortcut))
      if (!first || !second || !mayRun(shortcut, first, press, focus) || !isChord(press, first, mac)) continue
      begun = { spec: specOf(first), at: now() }
      press.preventDefault()
      return true
    }
    return false
  }

  return {
    add(read) {
      scopes = [...scopes, read]
      changed()
      return () => {
        scopes = scopes.filter((one) => one !== read)
        changed()
      }
    },
    changed,
    press,
    list() {
      listed ??= scopes.map((read) => {
        const scope = read()
        return { ...scope, shortcuts: scope.shortcuts.map((one) => ({ ...one, keys: keysOf(one) })) }
      })
      return listed
    },
    rebind(keysById) {
      bindings = keysById
      changed()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

function mayRun(shortcut: Shortcut, first: Chord, press: Press, focus: Focus): boolean {
  if (press.repeat && !shortcut.repeats) return false
  return !focus.typing || first.mod || shortcut.inFields === true
}

function run(shortcut: Shortcut, press: Press): true {
  press.preventDefault()
  shortcut.run()
  return true
}

function specOf(chord: Chord): string {
  return `${chord.mod}${chord.alt}${chord.shift}${chord.key}`
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta' || key === 'AltGraph'
}
