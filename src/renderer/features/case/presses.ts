/** What was pressed and not failed: on its way, or done to a case that the screen does not show yet. */
export type Presses<Seen> = {
  /** False when this very thing was asked for already; `seen` is the case as the person pressing it saw it. */
  begin(what: string, seen: Seen): boolean
  end(what: string, ok: boolean): void
}

/** Tells a second press of the same button from a new one: nobody has seen yet what the first one did. */
export function createPresses<Seen>(): Presses<Seen> {
  const pressed = new Map<string, { readonly seen: Seen; readonly isDone: boolean }>()
  return {
    begin(what, seen) {
      const last = pressed.get(what)
      if (last && (!last.isDone || last.seen === seen)) return false
      pressed.set(what, { seen, isDone: false })
      return true
    },
    end(what, ok) {
      const last = pressed.get(what)
      if (last && ok) pressed.set(what, { ...last, isDone: true })
      else pressed.delete(what)
    }
  }
}
