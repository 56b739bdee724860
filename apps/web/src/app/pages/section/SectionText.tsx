import type { SectionConnection } from '@expert-forum/collab';
import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { SectionEditor } from '../../../features/drafting/components/SectionEditor.js';
import { StoppedNotice } from '../../../features/drafting/components/StoppedNotice.js';
import { useSectionFact } from '../../../features/drafting/connection/section-facts.js';
import { TrayDoor, TrayNotice } from '../../../features/drafting/tray/TrayDoor.js';
import { useTrayNews } from '../../../features/drafting/tray/use-tray-news.js';
import { TraySheet } from '../../../features/drafting/tray/TraySheet.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { who } from '../../../shared/ui/who.js';
import { statusKey } from './section-status.js';
import { useRunningHead } from './use-running-head.js';

interface Props {
  readonly view: SectionView;
  readonly section: SectionConnection;
  readonly mandates: readonly HeldMandate[];
}

/** The text of a section, and what stands above it when something has happened to it. */
export function SectionText({ view, section, mandates }: Props) {
  const text = useText();
  const language = useLanguage();
  const hasText = useSectionFact(section, (status) => status.hasText);
  const tray = useTrayNews(section);
  const [isTrayOpen, setTrayOpen] = useState(false);
  const openTray = (): void => {
    tray.see();
    setTrayOpen(true);
  };
  const word = useSectionFact(section, (status) => status.word);
  useRunningHead(`${view.number} · ${text('section.running', { status: text(statusKey(view)) })}`);
  const speakerOf = (mandateId: string): string => {
    const held = mandates.find(({ id }) => id === mandateId);
    return held ? who(text, { role: held.role, centreCode: held.centre?.code ?? null }) : '–';
  };
  return (
    <>
      <StoppedNotice
        section={section}
        signIn={
          <Link to="/$language/sign-in" params={{ language }} search={{ back: location.pathname }}>
            {text('signIn.title')}
          </Link>
        }
      />
      {hasText ? (
        <SectionEditor
          section={section}
          label={text('section.text', { number: view.number })}
          reading={text(word === 'offline' ? 'section.lastSaved' : view.phase === 'drafting' ? 'section.readonly' : statusKey(view))}
          door={<TrayDoor tray={tray} onOpen={openTray} />}
          news={<TrayNotice tray={tray} onOpen={openTray} />}
        />
      ) : (
        <>
          <TrayDoor tray={tray} onOpen={openTray} />
          <TrayNotice tray={tray} onOpen={openTray} />
          <TextMissing isOffline={word === 'offline'} />
        </>
      )}
      {isTrayOpen && <TraySheet section={section} speakerOf={speakerOf} onClose={() => setTrayOpen(false)} />}
    </>
  );
}

/** Nothing is shown in the place of a text that could not be loaded: an empty editor would be a lie (R7). */
function TextMissing({ isOffline }: { readonly isOffline: boolean }) {
  const text = useText();
  return isOffline ? <p>{text('section.notOnDevice')}</p> : <Skeleton />;
}
