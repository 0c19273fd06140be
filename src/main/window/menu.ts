import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * The few things that are the window's and not the page's. The page has its own keys, so nothing here takes one
 * that an agent may press by accident: no reload, and no close but the Mac's own.
 */
export function setMenu(platform: NodeJS.Platform, isPackaged: boolean): void {
  const items: MenuItemConstructorOptions[] = [
    { role: 'editMenu' },
    { label: 'View', submenu: viewItems(isPackaged) },
    { label: 'Window', role: 'window', submenu: [{ role: 'minimize' }, { role: 'zoom' }] }
  ]
  if (platform === 'darwin') items.unshift({ role: 'appMenu' })
  Menu.setApplicationMenu(Menu.buildFromTemplate(items))
}

function viewItems(isPackaged: boolean): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' }
  ]
  return isPackaged ? items : [...items, { role: 'toggleDevTools' }]
}
