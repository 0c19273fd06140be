import { useLayoutEffect, useState } from 'react'
import { applyAppearance, type Density, type Theme } from '../ui/appearance.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { OverlayRoot } from '../ui/OverlayRoot.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SectionHeader } from '../ui/SectionHeader.tsx'
import { ControlsGallery } from './ControlsGallery.tsx'
import { FrameGallery } from './FrameGallery.tsx'
import { ListsGallery } from './ListsGallery.tsx'
import { OverlaysGallery } from './OverlaysGallery.tsx'
import { SignsGallery } from './SignsGallery.tsx'

const asked = new URLSearchParams(location.search)
const themes: readonly Theme[] = ['light', 'dark', 'contrast', 'system']
const densities: readonly Density[] = ['comfortable', 'compact']

/** Every component in every state, to look at while it is made. `?theme=dark&density=compact&dir=rtl` */
export function Gallery() {
  const [theme, setTheme] = useState(themes.find((one) => one === asked.get('theme')) ?? 'light')
  const [density, setDensity] = useState(
    densities.find((one) => one === asked.get('density')) ?? 'comfortable'
  )
  const [rtl, setRtl] = useState(asked.get('dir') === 'rtl')
  useLayoutEffect(() => {
    applyAppearance(document.documentElement, { theme, density, motion: 'system' })
    document.documentElement.dir = rtl ? 'rtl' : 'ltr'
  }, [theme, density, rtl])
  return (
    <main className="gallery">
      <OverlayRoot>
        <div className="gallery-bar">
          <SectionHeader title="Components" level={1} />
          <RadioGroup
            look="segments"
            aria-label="Theme"
            value={theme}
            onChange={setTheme}
            options={themes.map((one) => ({ value: one, label: one }))}
          />
          <RadioGroup
            look="segments"
            aria-label="Density"
            value={density}
            onChange={setDensity}
            options={densities.map((one) => ({ value: one, label: one }))}
          />
          <Checkbox checked={rtl} onChange={setRtl}>
            Right to left
          </Checkbox>
        </div>
        <FrameGallery density={density} />
        <SignsGallery />
        <ControlsGallery />
        <OverlaysGallery />
        <ListsGallery density={density} />
      </OverlayRoot>
    </main>
  )
}
