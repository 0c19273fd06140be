import type { Scope, Shortcut } from '../../ui/shortcut-registry.ts'

export type KeyGroup = { readonly name: string; readonly shortcuts: readonly Shortcut[] }

/** Scopes of one name stand together; of a shortcut declared twice the later one counts, as it does when it is pressed. */
export function groupScopes(scopes: readonly Scope[]): readonly KeyGroup[] {
  const groups = new Map<string, Map<string, Shortcut>>()
  for (const scope of scopes) {
    const group = groups.get(scope.name) ?? new Map<string, Shortcut>()
    for (const one of scope.shortcuts) group.set(one.id, one)
    groups.set(scope.name, group)
  }
  return [...groups].map(([name, shortcuts]) => ({ name, shortcuts: [...shortcuts.values()] }))
}
