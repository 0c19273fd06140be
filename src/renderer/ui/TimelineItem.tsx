import type { ReactNode } from 'react'
import { Avatar } from './Avatar.tsx'

type Common = {
  /** The moment as text, and the machine's form of it. */
  time: string
  dateTime: string
  /** The whole moment, on hover. */
  timeTitle?: string | undefined
}

export type TimelineItemProps =
  | (Common & {
      kind: 'customer' | 'reply' | 'note'
      author: string
      /** Names a note for what it is: "Internal note". */
      label?: string | undefined
      /** Channel, recipients. */
      meta?: ReactNode
      /** A SyncTick. */
      sync?: ReactNode
      actions?: ReactNode
      children: ReactNode
    })
  | (Common & {
      kind: 'system'
      icon?: ReactNode
      sync?: ReactNode
      /** Under the line: a note left with it, what was handed over. */
      detail?: ReactNode
      children: ReactNode
    })

/** A message, a note or something that happened, in a Timeline. */
export function TimelineItem(props: TimelineItemProps) {
  const moment = (
    <time className="tl-item-time" dateTime={props.dateTime} title={props.timeTitle}>
      {props.time}
    </time>
  )
  if (props.kind === 'system') {
    return (
      <li className="tl-item-event">
        <span className="tl-item-event-icon">{props.icon}</span>
        <span className="tl-item-event-text">{props.children}</span>
        {props.sync}
        {moment}
        {props.detail && <div className="tl-item-event-detail">{props.detail}</div>}
      </li>
    )
  }
  return (
    <li className={`tl-item tl-item-${props.kind}`}>
      <Avatar name={props.author} size={24} />
      <article className="tl-item-box">
        <header className="tl-item-head">
          <span className="tl-item-author">{props.author}</span>
          {props.label && <span className="tl-item-label">{props.label}</span>}
          {props.meta && <span className="tl-item-meta">{props.meta}</span>}
          <span className="tl-item-end">
            {props.actions && <span className="tl-item-actions">{props.actions}</span>}
            {props.sync}
            {moment}
          </span>
        </header>
        <div className="tl-item-text">{props.children}</div>
      </article>
    </li>
  )
}
