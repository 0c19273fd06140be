/** Stand-ins for the icons that screens bring. */
function icon(path: string) {
  return () => (
    <svg width="16" height="16" viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d={path} stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

export const Archive = icon('M3 4h18v5H3zM5 9v11h14V9M10 13h4')
export const ChevronDown = icon('m6 9 6 6 6-6')
export const Search = icon('M17 11a6 6 0 1 1-12 0 6 6 0 0 1 12 0m-1.5 4.5L21 21')
export const Send = icon('M21 3 3 10l7 3 3 7z')
export const Star = icon('m12 3 2.8 5.8 6.2.9-4.5 4.4 1 6.2-5.5-3-5.5 3 1-6.2L3 9.7l6.2-.9z')
export const Trash2 = icon('M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 11v5M14 11v5')
export const ArrowUp = icon('M12 20V5M6 11l6-6 6 6')
export const CheckCheck = icon('m2 13 4 4L15 7M12 17l10-10')
export const FileText = icon('M5 3h9l5 5v13H5zM9 13h6M9 17h6')
export const Inbox = icon('M3 13h5l2 3h4l2-3h5M3 13l3-8h12l3 8v6H3z')
export const PanelRight = icon('M3 4h18v16H3zM15 4v16')
export const Stamp = icon('M5 21h14M4 17h16v-3h-6l1-8a3 3 0 1 0-6 0l1 8H4z')
export const TriangleAlert = icon('M12 3 2 20h20zM12 10v4M12 17h.01')
export const Clock = icon('M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 7v5l3 2')
export const History = icon('M3 12a9 9 0 1 0 3-6.7L3 8m0-5v5h5M12 7v5l3 2')
