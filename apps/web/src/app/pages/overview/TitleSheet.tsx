import type { LocalisedTitle, SectionView } from '@expert-forum/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../../../shared/api/problem-error.js';
import { fieldTexts, useProblemText } from '../../../shared/api/use-problem-text.js';
import { localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { ChoiceField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { titleOf } from '../../../shared/ui/read-title.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { TitleFields } from '../../../shared/ui/TitleFields.js';
import { useFaultFocus } from '../../../shared/ui/use-fault-focus.js';
import styles from './Overview.module.css';

interface Draft {
  readonly title: LocalisedTitle;
  readonly afterId?: string;
}

interface Props {
  readonly heading: string;
  readonly present?: LocalisedTitle;
  /** After which of these it may be put; the last one unless another is chosen. */
  readonly siblings?: readonly SectionView[];
  readonly act: (draft: Draft) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks for a title in the languages of the interface; English is the drafting language and needed. */
export function TitleSheet({ heading, present, siblings = [], act, onClose }: Props) {
  const text = useText();
  const language = useLanguage();
  const problemText = useProblemText();
  const client = useQueryClient();
  const [isMissing, setMissing] = useState(false);
  const save = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      onClose();
      await Promise.all(['documents', 'outline', 'section'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  const faults: Readonly<Record<string, string>> = { ...fieldTexts(save.error, text), ...(isMissing && { 'title/en': text('form.required') }) };
  const formRef = useFaultFocus(faults);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const title = titleOf(form);
    setMissing(title.en === '');
    const afterId = form.get('afterId');
    if (title.en !== '') save.mutate({ title, ...(typeof afterId === 'string' && { afterId }) });
  };
  return (
    <Sheet title={heading} onClose={onClose} isFirm>
      <form ref={formRef} className={styles.form} onSubmit={submit} noValidate>
        {save.error && !hasCode(save.error, 'input-invalid') && <Notice kind="fault">{problemText(save.error)}</Notice>}
        <TitleFields present={present} faults={faults} />
        {siblings.length > 0 && (
          <ChoiceField label={text('outline.place')} name="afterId" defaultValue={siblings.at(-1)?.id}>
            {siblings.map(({ id, number, title }) => (
              <option key={id} value={id}>
                {text('outline.after', { title: `${number} ${localised(title, language).text}` })}
              </option>
            ))}
          </ChoiceField>
        )}
        <div className={styles.acts}>
          <Button type="submit" look="primary" isBusy={save.isPending}>
            {text('app.save')}
          </Button>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
        </div>
      </form>
    </Sheet>
  );
}
