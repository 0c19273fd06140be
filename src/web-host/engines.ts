import type { EngineHost } from '../host/engine-host.ts'

/** The engines of all profiles that have a tab open, or had one a moment ago. */
export type Engines = {
  /** A tab opens: the profile's engine, or nothing where there are as many as this machine should carry. */
  enter(profile: string): EngineHost | undefined
  /** A tab has closed. The last one leaves the engine a while, for a reload or a lost connection. */
  leave(profile: string): void
  stop(): Promise<void>
}

type Tenant = { readonly engine: EngineHost; tabs: number; timer?: ReturnType<typeof setTimeout> }

const MOST = 12
const IDLE_MS = 60_000

/** Keeps one engine per profile. */
export function keepEngines(start: (profile: string) => EngineHost): Engines {
  const tenants = new Map<string, Tenant>()
  // A profile that comes back while its engine is closing must not meet it on the same files.
  const closing = new Map<string, Promise<void>>()

  return {
    enter: (profile) => {
      const tenant = tenants.get(profile) ?? admit(profile)
      if (!tenant) return undefined
      clearTimeout(tenant.timer)
      tenant.tabs += 1
      return tenant.engine
    },
    leave: (profile) => {
      const tenant = tenants.get(profile)
      if (!tenant) return
      tenant.tabs -= 1
      if (tenant.tabs === 0) tenant.timer = setTimeout(() => close(profile, tenant), IDLE_MS)
    },
    stop: async () => {
      for (const [profile, tenant] of tenants) close(profile, tenant)
      await Promise.all(closing.values())
    }
  }

  function admit(profile: string): Tenant | undefined {
    if (tenants.size + closing.size >= MOST || closing.has(profile)) return undefined
    const tenant: Tenant = { engine: start(profile), tabs: 0 }
    tenants.set(profile, tenant)
    return tenant
  }

  function close(profile: string, tenant: Tenant): void {
    clearTimeout(tenant.timer)
    tenants.delete(profile)
    closing.set(
      profile,
      tenant.engine.stop().then(() => void closing.delete(profile))
    )
  }
}
