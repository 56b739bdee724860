import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import type { Editor } from '@tiptap/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { SectionEditor } from '../../../features/drafting/components/SectionEditor.js';
import { StoppedNotice } from '../../../features/drafting/components/StoppedNotice.js';
import { UnsentNotice } from '../../../features/drafting/components/UnsentNotice.js';
import { useSectionFact } from '../../../features/drafting/connection/section-facts.js';
import type { OpenedSection } from '../../../features/drafting/connection/use-section.js';
import type { ReferenceTargets } from '../../../features/drafting/references/use-reference-labels.js';
import { TrayDoor, TrayNotice } from '../../../features/drafting/tray/TrayDoor.js';
import { useTrayNews } from '../../../features/drafting/tray/use-tray-news.js';
import { TraySheet } from '../../../features/drafting/tray/TraySheet.js';
import { CommentDoor } from '../../../features/threads/discussion/CommentDoor.js';
import type { Discussion } from '../../../features/threads/discussion/use-discussion.js';
import { type Text, useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { shownStatus } from '../../../shared/ui/shown-status.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { who } from '../../../shared/ui/who.js';
import styles from './SectionText.module.css';
import { useIsWide } from './use-is-wide.js';
import { useRunningHead } from './use-running-head.js';
import { useThreadsSinceJoined } from './use-threads-since-joined.js';

interface Props {
  readonly view: SectionView;
  readonly opened: OpenedSection;
  readonly mandates: readonly HeldMandate[];
  readonly discussion: Discussion;
  readonly onEditor: (editor: Editor | null) => void;
  readonly targets: ReferenceTargets;
}

/** The text of a section, and what is said above it when something has happened to it. */
export function SectionText({ view, opened: { section, isLasting }, mandates, discussion, onEditor, targets }: Props) {
  const text = useText();
  const language = useLanguage();
  const hasText = useSectionFact(section, (status) => status.hasText);
  const word = useSectionFact(section, (status) => status.word);
  const phase = useSectionFact(section, (status) => (status.word === 'readonly' ? status.phase : null)) ?? view.phase;
  useThreadsSinceJoined(section, view.id);
  const isWide = useIsWide();
  const tray = useTrayNews(section);
  const [isTrayOpen, setTrayOpen] = useState(false);
  useRunningHead(`${view.number} · ${text('section.running', { status: text(`status.${shownStatus(view)}`) })}`);
  const doors = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isTrayOpen) return;
    const place = doors.current;
    return () => {
      if (document.activeElement !== document.body) return;
      [...(place?.querySelectorAll('button') ?? [])].at(-1)?.focus(); // the button that opened the tray went with its notice
    };
  }, [isTrayOpen]);
  const openTray = (): void => {
    tray.see();
    setTrayOpen(true);
  };
  const signIn = (
    <Link to="/$language/sign-in" params={{ language }} search={{ back: `${location.pathname}${location.search}${location.hash}` }}>
      {text('signIn.title')}
    </Link>
  );
  const door = (
    <span ref={doors} className={styles.doors}>
      {!isWide && <CommentDoor discussion={discussion} />}
      <TrayDoor tray={tray} onOpen={openTray} />
    </span>
  );
  const news = (
    <>
      <StoppedNotice section={section} signIn={signIn} />
      <UnsentNotice section={section} />
      <TrayNotice tray={tray} onOpen={openTray} />
    </>
  );
  return (
    <>
      {!isLasting && <p className={styles.warning}>{text('receipt.notLasting')}</p>}
      {hasText ? (
        <SectionEditor
          section={section}
          label={text('section.text', { number: view.number })}
          reading={text(word === 'offline' || word === 'rejected' ? 'section.lastSaved' : phase === 'drafting' ? 'section.readonly' : 'section.closed')}
          door={door}
          news={news}
          onEditor={onEditor}
          targets={targets}
        />
      ) : (
        <>
          {door}
          {news}
          <TextMissing isOffline={word === 'offline'} />
        </>
      )}
      {isTrayOpen && <TraySheet section={section} speakerOf={(id) => speakerOf(mandates, id, text)} onClose={() => setTrayOpen(false)} />}
    </>
  );
}

/** As the forum calls whoever typed under a mandate; a dash where it is held no more. */
function speakerOf(mandates: readonly HeldMandate[], mandateId: string, text: Text): string {
  const held = mandates.find(({ id }) => id === mandateId);
  return held ? who(text, { role: held.role, centreCode: held.centre?.code ?? null }) : '–';
}

/** Nothing is shown in the place of a text that could not be loaded: an empty editor would be a lie (R7). */
function TextMissing({ isOffline }: { readonly isOffline: boolean }) {
  const text = useText();
  return isOffline ? <p>{text('section.notOnDevice')}</p> : <Skeleton />;
}
