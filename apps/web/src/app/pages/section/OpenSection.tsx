import type { HeldMandate } from '@expert-forum/contracts';
import { useQuery } from '@tanstack/react-query';
import { StatusLine } from '../../../features/drafting/components/StatusLine.js';
import { HereNowBrief } from '../../../features/drafting/components/HereNow.js';
import { useSection } from '../../../features/drafting/connection/use-section.js';
import { outlineQuery } from '../../../features/documents/api/outline-queries.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Notice } from '../../../shared/ui/Notice.js';
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
import { useSectionView } from './use-section-view.js';

interface Props {
  readonly sectionId: string;
  readonly memberId: string;
  readonly mandates: readonly HeldMandate[];
  readonly mandate: HeldMandate;
}

/** A section under one mandate: outline, text and margin; below 1200 px the text alone, with doors to the others. */
export function OpenSection({ sectionId, memberId, mandates, mandate }: Props) {
  const text = useText();
  const language = useLanguage();
  const problemText = useProblemText();
  const isWide = useIsWide();
  const { data: view, error } = useSectionView(sectionId);
  const { data: outline } = useQuery({ ...outlineQuery(view?.documentId ?? ''), enabled: view !== undefined });
  const opened = useSection(sectionId, { memberId, mandateId: mandate.id });

  if (view === undefined) {
    return <Frame title={text('overview.title')}>{error ? <Notice kind="fault">{problemText(error)}</Notice> : <Skeleton />}</Frame>;
  }
  const section = opened?.section ?? null;
  const about = <AboutSection section={view} connection={section} role={mandate.role} />;
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
          {opened ? <SectionText view={view} section={opened.section} mandates={mandates} isLasting={opened.isLasting} /> : <Skeleton />}
          {outline && <Neighbours outline={outline} current={view} />}
        </div>
        {isWide && <aside className={styles.side} aria-label={text('section.notes')}>{about}</aside>}
      </div>
    </Frame>
  );
}
