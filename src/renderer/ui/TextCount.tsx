import { classNames } from './class-names.ts'
import type { TextLimit } from './text-limit.ts'

/** How long a text is, once it comes near its limit. */
export function TextCount({ id, limit }: { id: string; limit: TextLimit }) {
  if (!limit.isNear) return null
  return (
    <span id={id} className={classNames('tl-text-count', limit.isOver && 'tl-text-count-over')}>
      {limit.text}
    </span>
  )
}
