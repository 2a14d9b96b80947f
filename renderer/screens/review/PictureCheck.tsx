/** What readers are told of the pictures: each with its alternative text and credit, and what is missing in words. */
import type { MediaUse } from '../../../shared/desk/version.ts'
import styles from './ReviewScreen.module.css'

export function PictureCheck({ media }: { readonly media: readonly MediaUse[] }) {
  if (media.length === 0) return null
  return (
    <>
      <dt>{media.length === 1 ? 'Picture' : `Pictures, ${media.length}`}</dt>
      {media.map(({ hash, alt, credit }, index) => (
        <dd key={`${hash} ${index}`} className={styles.picture}>
          <img src={`/media/${hash}`} alt="" />
          <span>
            {alt.trim() === '' ? <strong>No alternative text: who cannot see it hears nothing.</strong> : `“${alt}”`}
            {credit.trim() === '' ? ' No credit.' : ` ${credit}`}
          </span>
        </dd>
      ))}
    </>
  )
}
