/**
 * What the recorder says of a page (rrweb's events, as of 2.1.6), as far as the guard knows it. Everything else is left out: a kind that a
 * newer recorder brings along says nothing until somebody has looked at it.
 */
export type PageNode = {
  readonly type: number
  readonly id: number
  readonly tagName?: string
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly childNodes?: readonly PageNode[]
  readonly textContent?: string
  readonly isStyle?: boolean
  readonly isSVG?: boolean
  readonly isShadow?: boolean
  readonly isShadowHost?: boolean
  readonly isCustom?: boolean
  readonly rootId?: number
  readonly name?: string
  readonly publicId?: string
  readonly systemId?: string
  readonly compatMode?: string
}

export type PageEvent = { readonly type: number; readonly timestamp: number; readonly data: unknown }

/** rrweb's numbers for kinds of nodes. */
export const NODE = { document: 0, documentType: 1, element: 2, text: 3 } as const
/** rrweb's numbers for kinds of events. */
export const EVENT = { domLoaded: 0, load: 1, snapshot: 2, change: 3, meta: 4 } as const
/** rrweb's numbers for kinds of changes. */
export const CHANGE = {
  mutation: 0,
  mouseMove: 1,
  interaction: 2,
  scroll: 3,
  resize: 4,
  input: 5,
  touchMove: 6,
  rules: 8,
  drag: 12,
  declaration: 13,
  adopted: 15
} as const

export type Mutation = {
  readonly adds: readonly {
    readonly parentId: number
    readonly nextId: number | null
    readonly node: PageNode
  }[]
  readonly removes: readonly { readonly parentId: number; readonly id: number; readonly isShadow?: boolean }[]
  readonly texts: readonly { readonly id: number; readonly value: string | null }[]
  readonly attributes: readonly {
    readonly id: number
    readonly attributes: Readonly<Record<string, unknown>>
  }[]
  readonly isAttachIframe?: boolean
}
