import { createContext, useContext } from 'react'
import { isMac } from './platform.ts'

/** What the keycaps of this language say; the app provides them, the signs below stand in. */
export const KeyNames = createContext<Partial<Record<string, string>>>({})

const macSigns: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' }
const pcSigns: Record<string, string> = { Mod: 'Ctrl', Ctrl: 'Ctrl', Alt: 'Alt', Shift: '⇧' }
const signs: Record<string, string> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Delete: 'Del',
  Tab: '⇥',
  Space: '␣'
}

/** A shortcut drawn as keycaps: `Mod+K`, `Shift+J`, `G M`. */
export function Kbd({ keys }: { keys: string }) {
  const names = useContext(KeyNames)
  const capOf = (name: string) =>
    (isMac ? macSigns[name] : undefined) ??
    names[name] ??
    pcSigns[name] ??
    signs[name] ??
    (name.length === 1 ? name.toUpperCase() : name)
  const caps = keys
    .trim()
    .split(/\s+/)
    .flatMap((chord) => (chord === '+' ? ['+'] : chord.split(/\+(?=.)/)))
    .map(capOf)
  return (
    <span className="tl-kbd">
      {caps.map((cap, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the caps of one shortcut never move
        <kbd key={place}>{cap}</kbd>
      ))}
    </span>
  )
}
