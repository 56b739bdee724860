import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { previewQuery } from '../api/publication-queries.js';
import { LeftOut } from './LeftOut.js';
import { PreviewedText } from './PreviewedText.js';
import { previewedReferences } from './previewed-references.js';
import { SealSheet } from './SealSheet.js';
import styles from './Publications.module.css';

interface Props {
  readonly documentId: string;
  /** The rapporteur sees the same and seals nothing. */
  readonly maySeal: boolean;
  readonly onSealed: (slug: string) => void;
}

/** Exactly what would become public now: sections in, sections left out and why. */
export function Preview({ documentId, maySeal, onSealed }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const language = useLanguage();
  const [keptBack, setKeptBack] = useState<readonly string[]>([]);
  const [isSealing, setSealing] = useState(false);
  const { data: preview, error } = useQuery(previewQuery(documentId, keptBack));
  if (error) return <Notice kind="fault">{problemText(error)}</Notice>;
  if (preview === undefined) return <Skeleton />;
  const { sections, leftOut, number, supersedes } = preview;
  const resolve = previewedReferences(sections, language);
  return (
    <section className={styles.preview} aria-labelledby="publication-preview">
      <h2 id="publication-preview">{text('publications.preview', { number })}</h2>
      <p className={styles.aside}>
        {text('publications.preview.text')} {supersedes && text('publications.supersedes', { number: supersedes.number })}
      </p>
      <h3>{text('publications.in', { n: sections.length })}</h3>
      <ul className={styles.parts}>
        {sections.map((section) => (
          <PreviewedText key={section.id} section={section} resolve={resolve} onKeepBack={maySeal ? () => setKeptBack([...keptBack, section.id]) : undefined} />
        ))}
      </ul>
      <h3>{text('publications.out', { n: leftOut.length })}</h3>
      <LeftOut sections={leftOut} onTakeIn={(id) => setKeptBack(keptBack.filter((each) => each !== id))} />
      {maySeal && (
        <p>
          <Button look="primary" blockedBy={sections.length === 0 ? text('problem.nothing-agreed') : undefined} onPress={() => setSealing(true)}>
            {text('publications.seal.open')}
          </Button>
        </p>
      )}
      {isSealing && <SealSheet {...{ documentId, preview, keptBack, onSealed }} onClose={() => setSealing(false)} />}
    </section>
  );
}
