import type { HomeItemView } from '@expert-forum/contracts';
import type { ReactNode } from 'react';
import { type Text, useText } from '../../../shared/i18n/use-text.js';
import { useNearDay } from '../../../shared/i18n/use-near-day.js';
import styles from './HomeList.module.css';
import { HomeNotice, HomeSection, HomeSession } from './HomeItem.js';

/** Things that wait, each with its date and one link to its place. */
export function HomeList({ items }: { readonly items: readonly HomeItemView[] }) {
  return (
    <ol className={styles.list}>
      {items.map((item) => (
        <HomeEntry key={`${item.kind} ${item.notice?.id ?? item.session?.id ?? item.section?.id}`} item={item} />
      ))}
    </ol>
  );
}

function HomeEntry({ item }: { readonly item: HomeItemView }) {
  const text = useText();
  const near = useNearDay();
  return (
    <li className={styles.entry}>
      <div className={styles.when}>
        <span className={styles.kind}>{kindOf(item, text)}</span>
        <time dateTime={item.at}>{isWaiting(item) ? text('section.since', { time: near(item.at) }) : near(item.at)}</time>
      </div>
      <div className={styles.body}>{bodyOf(item)}</div>
    </li>
  );
}

/** Its date is when it began to wait. */
const isWaiting = ({ kind }: HomeItemView): boolean => kind === 'drafting' || kind === 'threads';

const kindOf = ({ kind, notice }: HomeItemView, text: Text): string =>
  kind === 'notice' ? text(notice?.kind === 'mentioned' ? 'home.kind.mentioned' : 'home.kind.replied') : text(`home.kind.${kind}`);

function bodyOf({ kind, session, notice, section, openThreads }: HomeItemView): ReactNode {
  if (session !== null) return <HomeSession session={session} />;
  if (notice !== null) return <HomeNotice notice={notice} />;
  return section !== null && <HomeSection section={section} isDrafting={kind === 'drafting'} openThreads={openThreads} />;
}
