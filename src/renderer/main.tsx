import { config } from 'zod'
import './styles/index.css'

// Schemas are checked without making code at run time, which the page's policy forbids. This has to be said before the
// first schema is made, so everything else is loaded after it.
config({ jitless: true })

const { mount } = await import('./mount.tsx')
mount(document)
