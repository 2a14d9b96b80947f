/** Where a path of the site stands for the system, in its folder; `.` is the folder itself. Paths of a site are in order as they are: `join` would look at each sign of them again. */
export function within(folder: string, path: string): string {
  return path === '.' ? folder : `${folder}/${path}`
}
