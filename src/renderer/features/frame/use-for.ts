import { useEffect, useState } from 'react'

/** True once `is` has been true for `ms` on end; false at once when it no longer is. */
export function useFor(is: boolean, ms: number): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!is) return
    const timer = setTimeout(() => setLong(true), ms)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [is, ms])
  return is && long
}
