import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { isMac } from './platform.ts'
import { useBoundary } from './ShortcutBoundary.tsx'
import { createShortcutRegistry, type Focus, type Scope, type Shortcut } from './shortcut-registry.ts'

const registry = createShortcutRegistry(() => performance.now())

/**
 * Declares shortcuts for as long as the component is on the page. Inside a Dialog, Sheet or Popover they
 * work only there, and those of the page rest meanwhile.
 */
export function useShortcuts(name: string, shortcuts: readonly Shortcut[]): void {
  const boundary = useBoundary()
  const scope = useRef<Scope>({ name, boundary, shortcuts })
  const shown = shortcuts.map((one) => `${one.id} ${one.keys} ${one.label} ${one.disabled}`).join('\n')
  useLayoutEffect(() => {
    scope.current = { name, boundary, shortcuts }
  })
  useEffect(() => registry.add(() => scope.current), [])
  // The help shows words and keys only: a new closure is no news to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` stands for everything the help shows
  useEffect(() => registry.changed(), [name, boundary, shown])
}

/** All shortcuts alive now, by scope, for the help and the palette. */
export function useShortcutList(): readonly Scope[] {
  return useSyncExternalStore(registry.subscribe, registry.list)
}

/** Starts listening; call it once, where the app mounts. Returns how to stop. */
export function listenForShortcuts(page: Document): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.defaultPrevented) registry.press(event, focusOf(event.target, page), isMac)
  }
  page.addEventListener('keydown', onKeyDown)
  return () => page.removeEventListener('keydown', onKeyDown)
}

function focusOf(target: EventTarget | null, page: Document): Focus {
  const pressed = target instanceof Element ? target : page.body
  // A layer that is closing is on the screen for a moment still, but the person has left it.
  const element = pressed.closest('[data-shortcut-boundary]:not([data-open])') ? page.body : pressed
  const layer =
    element.closest('[data-shortcut-boundary]') ??
    [...page.querySelectorAll('[data-shortcut-modal][data-open]')].at(-1)
  return { boundary: layer?.getAttribute('data-shortcut-boundary') ?? 'root', typing: isTyping(element) }
}

function isTyping(element: Element): boolean {
  if (element instanceof HTMLInputElement)
    return !/^(checkbox|radio|button|submit|reset|range|color|file)$/.test(element.type)
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true
  return element instanceof HTMLElement && element.isContentEditable
}
