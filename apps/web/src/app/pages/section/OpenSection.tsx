import type { Identity } from '@expert-forum/collab';
import type { HeldMandate, OutlineView, SectionView } from '@expert-forum/contracts';
import type { Role } from '@expert-forum/domain';
import type { ReactNode } from 'react';
import { StatusLine } from '../../../features/drafting/components/StatusLine.js';
import { HereNowBrief } from '../../../features/drafting/components/HereNow.js';
import { useSection } from '../../../features/drafting/connection/use-section.js';
import { localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { shownStatus } from '../../../shared/ui/shown-status.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { StatusMark } from '../../../shared/ui/StatusMark.js';
import { Frame } from '../../frame/Frame.js';
import { AboutSection } from './AboutSection.js';
import { ColumnBar } from './ColumnBar.js';
import { Neighbours } from './Neighbours.js';
import styles from './OpenSection.module.css';
import { OutlineColumn } from './OutlineColumn.js';
import { SectionHead } from './SectionHead.js';
import { SectionText } from './SectionText.js';
import { SectionTrail } from './SectionTrail.js';
import { useIsWide } from './use-is-wide.js';

interface Props {
  readonly view: SectionView;
  readonly outline: OutlineView | undefined;
  readonly identity: Identity;
  readonly role: Role;
  readonly mandates: readonly HeldMandate[];
  /** What has become of the section while it was shown. */
  readonly fault: ReactNode;
}

/** A section under one mandate: outline, text and margin; below 1200 px the text alone, with doors to the others. */
export function OpenSection({ view, outline, identity, role, mandates, fault }: Props) {
  const text = useText();
  const language = useLanguage();
  const isWide = useIsWide();
  const opened = useSection(view.id, identity);
  const section = opened?.section ?? null;
  const about = <AboutSection section={view} connection={section} role={role} />;
  const live = section && (
    <>
      <HereNowBrief section={section} />
      <StatusLine section={section} />
    </>
  );
  return (
    <Frame
      title={`${view.number} ${localised(view.title, language).text}`}
      trail={<SectionTrail section={view} outline={outline} />}
      status={
        <span className={styles.status}>
          <StatusMark status={shownStatus(view)} />
        </span>
      }
      live={live}
    >
      <div className={styles.columns}>
        {isWide && <div className={styles.side}>{outline && <OutlineColumn outline={outline} current={view} />}</div>}
        <div className={styles.middle}>
          {!isWide && <ColumnBar outline={(close) => outline && <OutlineColumn outline={outline} current={view} onChosen={close} />} about={about} />}
          <SectionHead section={view} />
          {fault}
          {opened ? <SectionText view={view} section={opened.section} mandates={mandates} isLasting={opened.isLasting} /> : <Skeleton />}
          {outline && <Neighbours outline={outline} current={view} />}
        </div>
        {isWide && <aside className={styles.side} aria-label={text('section.notes')}>{about}</aside>}
      </div>
    </Frame>
  );
}
