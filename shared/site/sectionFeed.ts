/** A section's own feeds: what was printed there, in its summaries. The whole articles are in the feeds of the paper. */
import { categoryAddress, type Place, sectionFeedAddress } from './address.ts'
import { atomOf } from './atom.ts'
import { type Channel, feedIdentity } from './feedTitle.ts'
import { jsonFeedOf } from './jsonFeed.ts'
import { isPuttingRight } from '../desk/newEdition.ts'
import type { FeedItem, Listed, PageText, PageSpec } from './model.ts'
import { rssOf } from './rss.ts'
import { categoryName } from './stories.ts'

export function sectionFeed({ category, feed, items }: Extract<PageSpec, { page: 'sectionFeed' }>, place: Place): PageText {
  const { publication } = place.house.settings
  const name = categoryName(category, place) || category
  const channel: Channel = {
    title: `${publication}: ${name}`,
    description: `${name} in ${publication}.`,
    id: feedIdentity(place.house, category),
    home: categoryAddress(category),
    self: sectionFeedAddress(category, feed),
  }
  const shown = items.map(summarised)
  switch (feed) {
    case 'rss':
      return rssOf(channel, shown, place)
    case 'atom':
      return atomOf(channel, shown, place)
    case 'jsonFeed':
      return jsonFeedOf(channel, shown, place)
  }
}

/** Changed, to those who follow a section, is what was put right or taken back; other editions leave its feeds alone. [SI2] */
function summarised(listed: Listed): FeedItem {
  const isChanged = listed.status !== 'live' || isPuttingRight(listed.kind)
  return { listed: isChanged ? listed : { ...listed, publishedAt: listed.firstPublishedAt }, bodyHtml: '' }
}
