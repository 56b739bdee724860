import type { PublicationPreview } from '@expert-forum/contracts';
import { SLUG } from '@expert-forum/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { hasCode } from '../../../shared/api/problem-error.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { LANGUAGES } from '../../../shared/i18n/languages.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { TextField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { useFaultFocus } from '../../../shared/ui/use-fault-focus.js';
import { sealPublication } from '../api/publication-queries.js';
import { readSealing, type Sealing } from './read-sealing.js';
import styles from './Publications.module.css';

interface Props {
  readonly documentId: string;
  readonly preview: PublicationPreview;
  readonly keptBack: readonly string[];
  readonly onSealed: (slug: string) => void;
  readonly onClose: () => void;
}

/** The ceremony: what it does, under which address, and the address typed once more. There is no way back. */
export function SealSheet({ documentId, preview, keptBack, onSealed, onClose }: Props) {
  const text = useText();
  const intl = useIntl();
  const problemText = useProblemText();
  const client = useQueryClient();
  const [missing, setMissing] = useState<readonly (keyof Sealing | 'title')[]>([]);
  const seal = useMutation({
    mutationFn: (sealing: Sealing) => sealPublication(documentId, { ...sealing, digest: preview.digest, keptBack: [...keptBack] }),
    onSuccess: async ({ slug }) => {
      await Promise.all(['publications', 'publication-preview', 'outline', 'section'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      onSealed(slug);
    },
  });
  const faultOf = (field: keyof Sealing, sentence: string): string | undefined => (missing.includes(field) ? sentence : undefined);
  const faults = Object.fromEntries(missing.map((field) => [field, field]));
  const formRef = useFaultFocus(faults);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const sealing = readSealing(new FormData(event.currentTarget));
    const wrong = [
      ...(sealing.title.en === '' ? (['title'] as const) : []),
      ...(SLUG.test(sealing.slug) ? [] : (['slug'] as const)),
      ...(sealing.confirmation === sealing.slug ? [] : (['confirmation'] as const)),
    ];
    setMissing(wrong);
    if (wrong.length === 0) seal.mutate(sealing);
  };
  return (
    <Sheet title={text('publications.seal.title', { number: preview.number })} onClose={onClose} isFirm>
      <form ref={formRef} className={styles.form} onSubmit={submit} noValidate>
        {seal.error && <Notice kind="fault">{problemText(seal.error)}</Notice>}
        {hasCode(seal.error, 'preview-outdated') && <Button onPress={onClose}>{text('publications.toPreview')}</Button>}
        <p>{text('publications.seal.text', { n: preview.sections.length })}</p>
        {LANGUAGES.map((each) => (
          <TextField
            key={each}
            name={`title.${each}`}
            lang={each}
            label={text('outline.titleIn', { language: intl.formatDisplayName(each, { type: 'language' }) ?? each })}
            fault={each === 'en' && missing.includes('title') ? text('form.required') : undefined}
            autoComplete="off"
          />
        ))}
        <TextField
          name="slug"
          label={text('publications.slug')}
          hint={text('publications.slug.hint')}
          fault={faultOf('slug', text('publications.slug.bad'))}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextField
          name="confirmation"
          label={text('publications.confirmation')}
          fault={faultOf('confirmation', text('problem.confirmation-differs'))}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        {preview.supersedes && (
          <label className={styles.check}>
            <input type="checkbox" name="isCorrection" /> {text('publications.correction', { number: preview.supersedes.number })}
          </label>
        )}
        <div className={styles.acts}>
          <Button type="submit" look="primary" isBusy={seal.isPending}>
            {text('publications.seal')}
          </Button>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
        </div>
      </form>
    </Sheet>
  );
}
