import type { EngineState } from '../../../shared/protocol/bridge.ts'
import type { Connection } from '../../../shared/protocol/views.ts'
import { Banner } from '../../ui/Banner.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { bannerOf, type ProblemName } from './banner-of.ts'
import { useFor } from './use-for.ts'

const HICCUP_MS = 1500
const ENGINE_HICCUP_MS = 400

/** What is the matter with the connection, the disk or the engine, for as long as it is. */
export function ConnectionBanner({
  engine,
  connection,
  onTryNow,
  onSignIn
}: {
  engine: EngineState
  connection: Connection | undefined
  onTryNow: () => void
  onSignIn: () => void
}) {
  const { frame } = useWords()
  const format = useFormat()
  const away = useFor(connection !== undefined && connection.state !== 'online', HICCUP_MS)
  const down = useFor(engine !== 'up', ENGINE_HICCUP_MS)
  const news = bannerOf(down ? engine : 'up', connection, away)
  if (!news) return null
  switch (news.kind) {
    case 'engine':
      return <Banner tone="info">{frame.engine.restarting}</Banner>
    case 'offline':
      return (
        <Banner tone="offline" action={{ label: frame.connection.tryNow, onClick: onTryNow }}>
          <strong>{frame.connection.offlineBanner(news.waiting)}</strong>{' '}
          <span className="tl-banner-more">{frame.connection.offlineWorks}</span>
        </Banner>
      )
    case 'lapsed':
      return (
        <Banner tone="warning" action={{ label: frame.connection.tryNow, onClick: onTryNow }}>
          {frame.connection.lapsed}
        </Banner>
      )
    case 'crowded':
      return (
        <Banner tone="warning" action={{ label: frame.connection.tryNow, onClick: onTryNow }}>
          {frame.connection.crowded(format.number(news.waiting))}
        </Banner>
      )
    case 'problem':
      return (
        <Banner tone={isGrave(news.name) ? 'danger' : 'warning'} action={actionFor(news.name)}>
          {frame.problems[news.name]}
        </Banner>
      )
    case 'loading': {
      const { done, total } = news
      const { firstCopy, firstCopyBegins } = frame.connection
      const text = total === 0 ? firstCopyBegins : firstCopy(format.number(done), format.number(total))
      return (
        <div className="tl-loading-banner">
          <ProgressBar label={text} value={total === 0 ? null : done} max={total} />
        </div>
      )
    }
  }

  function actionFor(name: ProblemName) {
    if (name === 'SignInAgain') return { label: frame.signInAgain, onClick: onSignIn }
    if (name === 'DiskFull') return { label: frame.retry, onClick: onTryNow }
    return undefined
  }
}

function isGrave(name: ProblemName): boolean {
  return name === 'DiskFull' || name === 'DiskBroken'
}
