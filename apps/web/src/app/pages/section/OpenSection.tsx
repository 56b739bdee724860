import type { Identity } from '@expert-forum/collab/client';
import type { HeldMandate, OutlineView, SectionView } from '@expert-forum/contracts';
import type { Role } from '@expert-forum/domain';
import type { Editor } from '@tiptap/core';
import { type ReactNode, useState } from 'react';
import { StatusLine } from '../../../features/drafting/components/StatusLine.js';
import { HereNowBrief } from '../../../features/drafting/components/HereNow.js';
import { useSection } from '../../../features/drafting/connection/use-section.js';
import { useReadOnSight } from '../../../features/inbox/api/use-read-on-sight.js';
import { SelectionButton } from '../../../features/threads/discussion/SelectionButton.js';
import { NEW, useDiscussion } from '../../../features/threads/discussion/use-discussion.js';
import { useNoteKeys } from '../../../features/threads/discussion/use-note-keys.js';
import { useWantedPlace, type WantedPlace } from '../../../features/threads/discussion/use-wanted-place.js';
import { localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { shownStatus } from '../../../shared/ui/shown-status.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { StatusMark } from '../../../shared/ui/StatusMark.js';
import { Frame } from '../../frame/Frame.js';
import { AboutSection } from './AboutSection.js';
import { ColumnBar } from './ColumnBar.js';
import { DeletionOffer } from './DeletionOffer.js';
import { HistoryDoor } from './HistoryDoor.js';
import { Neighbours } from './Neighbours.js';
import styles from './OpenSection.module.css';
import { OutlineColumn } from './OutlineColumn.js';
import { SectionExport } from './SectionExport.js';
import { SectionHead } from './SectionHead.js';
import { SectionMargin } from './SectionMargin.js';
import { SectionSeal } from './SectionSeal.js';
import { SectionText } from './SectionText.js';
import { SectionTrail } from './SectionTrail.js';
import { useReferenceTargets } from './use-reference-targets.js';
import { useSpeaker } from './use-speaker.js';
import { useIsWide } from './use-is-wide.js';

interface Props {
  readonly view: SectionView;
  readonly outline: OutlineView | undefined;
  readonly identity: Identity;
  readonly role: Role;
  readonly mandates: readonly HeldMandate[];
  /** What has become of the section while it was shown. */
  readonly fault: ReactNode;
  /** Where the link that was followed leads. */
  readonly wanted: WantedPlace;
}

/** A section under one mandate: outline, text and margin; below 1200 px the text alone, with doors to the others. */
export function OpenSection({ view, outline, identity, role, mandates, fault, wanted }: Props) {
  const text = useText();
  const language = useLanguage();
  const isWide = useIsWide();
  const opened = useSection(view.id, identity);
  const [editor, setEditor] = useState<Editor | null>(null);
  const speaker = useSpeaker(view, identity, mandates);
  const discussion = useDiscussion(view.id, speaker, editor);
  useNoteKeys(discussion);
  const { isMissing } = useWantedPlace(discussion, wanted);
  useReadOnSight(discussion.chosen === NEW ? null : discussion.chosen);
  const targets = useReferenceTargets(view.id, outline);
  const section = opened?.section ?? null;
  const mandate = mandates.find(({ id }) => id === identity.mandateId);
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
          {!isWide && <ColumnBar outline={(close) => outline && <OutlineColumn outline={outline} current={view} onChosen={close} />} about={about} discussion={discussion} />}
          <SectionHead section={view} seal={<SectionSeal section={view} />} acts={
              <>
                <HistoryDoor sectionId={view.id} />
                {section && outline && <SectionExport view={view} outline={outline} connection={section} identity={identity} />}
              </>
            } />
          {fault}
          {mandate && <DeletionOffer section={view} mandate={mandate} />}
          {isMissing && <Notice>{text('thread.missing')}</Notice>}
          {opened ? <SectionText view={view} opened={opened} mandates={mandates} discussion={discussion} onEditor={setEditor} targets={targets} /> : <Skeleton />}
          {isWide && <SelectionButton discussion={discussion} />}
          {outline && <Neighbours outline={outline} current={view} />}
        </div>
        {isWide && <SectionMargin discussion={discussion} about={about} />}
      </div>
    </Frame>
  );
}
