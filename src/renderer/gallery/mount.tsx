import { createRoot } from 'react-dom/client'
import { must } from '../../shared/lib/must.ts'
import { listenForShortcuts } from '../ui/useShortcuts.ts'
import { Gallery } from './Gallery.tsx'

listenForShortcuts(document)
createRoot(must(document.getElementById('root'), 'the page has no #root')).render(<Gallery />)
