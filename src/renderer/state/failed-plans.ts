import { useEffect, useMemo } from 'react'
import type { MatrixPlan } from '../../shared/protocol/matrices.ts'
import { useAsked } from './bridge-call.ts'
import { serverNow } from './connection.ts'
import { failedPlans, nextNews } from './plan-news.ts'
import { putLayout, useSettings } from './settings.ts'

/** When the latest plan somebody has looked at was to be published. */
const SEEN = 'plansSeen'
/** How many plans failed unseen: an administrator hears of it without asking. */
export function useFailedPlans(isAdministrator: boolean): number {
  const { value: plans, again } = useAsked('matrix.plans', isAdministrator ? {} : null, [
    'matrix',
    'connection'
  ])
  const seen = usePlansSeen()
  useEffect(() => {
    const wait = plans ? nextNews(plans, serverNow()) : null
    if (wait === null) return
    const timer = setTimeout(again, wait)
    return () => clearTimeout(timer)
  }, [plans, again])
  return useMemo(() => failedPlans(plans ?? [], seen).length, [plans, seen])
}

/** Somebody looks at these plans. */
export function sawPlans(plans: readonly MatrixPlan[], seen: number): void {
  const latest = Math.max(0, ...failedPlans(plans, seen).map(({ publishAt }) => publishAt))
  if (latest > 0) putLayout({ [SEEN]: latest })
}

/** How far the plans were looked at on this console. */
export function usePlansSeen(): number {
  return useSettings().layout[SEEN] ?? 0
}
