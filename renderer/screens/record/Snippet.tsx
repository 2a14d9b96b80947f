/** Words around a match, the match itself marked: the search puts it between U+2068 and U+2069. */
import { Fragment } from 'react'

export function Snippet({ text }: { readonly text: string }) {
  return text.split('\u2068').map((part, index) => {
    if (index === 0) return <Fragment key={index}>{part}</Fragment>
    const [match = '', ...rest] = part.split('\u2069')
    return (
      <Fragment key={index}>
        <mark>{match}</mark>
        {rest.join('')}
      </Fragment>
    )
  })
}
