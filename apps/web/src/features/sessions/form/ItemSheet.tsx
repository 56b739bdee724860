import { LIMITS, type Verdict } from '@expert-forum/domain';
import { isPlainText } from '@expert-forum/contracts';
import { type FormEvent, useState } from 'react';
import { useCodeText } from '../../../shared/api/use-problem-text.js';
import { type Text, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { TextField } from '../../../shared/ui/Field.js';
import { titleOf, written } from '../../../shared/ui/read-title.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { TitleFields } from '../../../shared/ui/TitleFields.js';
import { useFaultFocus } from '../../../shared/ui/use-fault-focus.js';
import type { DraftItem } from '../agenda/agenda-draft.js';
import styles from './Form.module.css';
import { SectionChoice, type SectionsOfChapter } from './SectionChoice.js';

interface Props {
  readonly heading: string;
  readonly item: DraftItem;
  readonly chapters: readonly SectionsOfChapter[];
  /** May its sections be others? */
  readonly mayChange: Verdict;
  readonly onDone: (item: DraftItem) => void;
  readonly onClose: () => void;
}

/** Asks what an item is about and how long it takes. Nothing is sent before the whole agenda is. */
export function ItemSheet({ heading, item, chapters, mayChange, onDone, onClose }: Props) {
  const text = useText();
  const codeText = useCodeText();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const formRef = useFaultFocus(faults);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const sectionIds = mayChange.ok ? form.getAll('section').map(String) : item.sectionIds;
    const read = { ...item, title: titleOf(form), minutes: Number(written(form, 'minutes')), sectionIds };
    const found = faultsOf(read, text);
    setFaults(found);
    if (Object.keys(found).length === 0) onDone(read);
  };
  return (
    <Sheet title={heading} place="side" onClose={onClose} isFirm>
      <form ref={formRef} className={styles.form} onSubmit={submit} noValidate>
        <TitleFields present={item.title} faults={faults} />
        <TextField
          name="minutes"
          type="number"
          inputMode="numeric"
          min={1}
          max={LIMITS.session.itemMinutes}
          label={text('agenda.minutesPlanned')}
          defaultValue={item.minutes}
          fault={faults['minutes']}
        />
        {mayChange.ok ? (
          <SectionChoice chapters={chapters} chosen={item.sectionIds} fault={faults['sectionIds']} />
        ) : (
          <p className={styles.hint}>{codeText(mayChange.problem)}</p>
        )}
        <div className={styles.acts}>
          <Button type="submit" look="primary">
            {text('agenda.item.take')}
          </Button>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
        </div>
      </form>
    </Sheet>
  );
}

function faultsOf({ title, minutes, sectionIds }: DraftItem, text: Text): Readonly<Record<string, string>> {
  const { itemMinutes, itemSections } = LIMITS.session;
  const tooLong = Object.entries(title).filter(([, words]) => words !== '' && !isPlainText(words, LIMITS.title.graphemes));
  return {
    ...Object.fromEntries(tooLong.map(([language]) => [`title/${language}`, text('form.tooLong', { limit: LIMITS.title.graphemes })])),
    ...(title.en === '' && { 'title/en': text('form.required') }),
    ...(!(Number.isInteger(minutes) && minutes >= 1 && minutes <= itemMinutes) && { minutes: text('agenda.minutesBad', { most: itemMinutes }) }),
    ...(sectionIds.length > itemSections && { sectionIds: text('agenda.sectionsBad', { most: itemSections }) }),
  };
}
