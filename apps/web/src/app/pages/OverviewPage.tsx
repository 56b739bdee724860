import type { CurrentLogin, DocumentView, SectionView } from '@expert-forum/contracts';
import { useQuery } from '@tanstack/react-query';
import { documentsQuery, outlineQuery } from '../../features/documents/api/outline-queries.js';
import { chosenMandate } from '../../features/logins/acting.js';
import { SignOut } from '../../features/logins/components/SignOut.js';
import { SpeakingAs } from '../../features/logins/components/SpeakingAs.js';
import { useActingMandateId } from '../../shared/api/acting-mandate.js';
import { useProblemText } from '../../shared/api/use-problem-text.js';
import { Localised } from '../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Logo } from '../../shared/ui/Logo.js';
import { Notice } from '../../shared/ui/Notice.js';
import styles from '../App.module.css';
import { SectionPage } from './SectionPage.js';

interface Props {
  readonly login: CurrentLogin;
  readonly onSignedOut: () => void;
}

/** The text as an outline: chapters, sections, where each stands. */
export function OverviewPage({ login: { member, mandates }, onSignedOut }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const mandate = chosenMandate(mandates, useActingMandateId());
  const sectionId = /\/text\/(s-\w+)\/?$/.exec(location.pathname)?.[1];
  const documents = useQuery({ ...documentsQuery, enabled: mandate !== null && sectionId === undefined });
  return (
    <main className={styles.page}>
      <title>{text('app.title', { page: text('overview.title') })}</title>
      <header className={styles.head}>
        <span className={styles.brand}>
          <Logo /> {text('app.name')}
        </span>
        <span className={styles.acts}>
          <SpeakingAs mandates={mandates} chosen={mandate} />
          <SignOut memberId={member.id} onSignedOut={onSignedOut} />
        </span>
      </header>
      {sectionId !== undefined && mandate !== null && <SectionPage sectionId={sectionId} member={member} mandate={mandate} />}
      {documents.isError && <Notice kind="fault">{problemText(documents.error)}</Notice>}
      {sectionId === undefined && documents.data?.map((document) => <Outline key={document.id} document={document} />)}
    </main>
  );
}

function Outline({ document }: { readonly document: DocumentView }) {
  const { data } = useQuery(outlineQuery(document.id));
  const sections = data?.sections ?? [];
  return (
    <>
      <h1 className={styles.title}>
        <Localised of={document.title} />
      </h1>
      <ol className={styles.outline}>
        {sections.filter(({ parentId }) => parentId === null).map((chapter) => (
          <li key={chapter.id}>
            <h2>
              {chapter.number} <Localised of={chapter.title} />
            </h2>
            <ol className={styles.sections}>
              {sections.filter(({ parentId }) => parentId === chapter.id).map((section) => (
                <Section key={section.id} section={section} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </>
  );
}

function Section({ section: { id, number, title, status, drafters } }: { readonly section: SectionView }) {
  const text = useText();
  const language = useLanguage();
  const centres = [...new Set(drafters.map(({ centreCode }) => centreCode))];
  return (
    <li className={styles.section}>
      <span className={styles.number}>{number}</span>
      <a href={`/${language}/text/${id}`}>
        <Localised of={title} />
      </a>
      <span className={styles.status}>
        {text(`status.${status}`)}
        {centres.length > 0 && ` · ${centres.join(' ')}`}
      </span>
    </li>
  );
}
