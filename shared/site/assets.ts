/** The theme's files by name: copied as they are from `resources/theme` to `/theme/`, never rendered. */

export const themeAssets = [
  { name: 'site.css', type: 'text/css; charset=utf-8' },
  { name: 'mark.svg', type: 'image/svg+xml' },
  { name: 'fonts/serif.woff2', type: 'font/woff2' },
  { name: 'fonts/serif-italic.woff2', type: 'font/woff2' },
  { name: 'fonts/sans.woff2', type: 'font/woff2' },
  { name: 'fonts/sans-italic.woff2', type: 'font/woff2' },
] as const satisfies readonly { readonly name: string; readonly type: string }[]
