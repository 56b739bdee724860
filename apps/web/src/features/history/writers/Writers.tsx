import type { SectionHistoryView } from '@expert-forum/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { who } from '../../../shared/ui/who.js';
import { authorshipQuery } from '../api/history-queries.js';
import { Scrubber } from '../Scrubber.js';
import { Legend } from './Legend.js';
import { useSettled } from './use-settled.js';
import styles from './Writers.module.css';
import { WrittenText } from './WrittenText.js';

interface Props {
  readonly sectionId: string;
  readonly history: SectionHistoryView;
}

/** Who wrote the text, at any moment of it. */
export function Writers({ sectionId, history: { epoch, stops, writers } }: Props) {
  const text = useText();
  const { moment } = useTime();
  const problemText = useProblemText();
  const [chosen, choose] = useState<number | null>(null);
  const [isColoured, setColoured] = useState(true);
  const index = Math.min(chosen ?? stops.length - 1, stops.length - 1);
  const seq = stops[useSettled(index)]?.seq ?? 1;
  const { data: authorship, error } = useQuery({ ...authorshipQuery(sectionId, { epoch, seq }), placeholderData: keepPreviousData });
  const shown = stops.map((stop) => ({
    key: String(stop.seq),
    name: stop.writers.length === 0 ? text('history.forum') : [...new Set(stop.writers.flatMap((place) => writers[place] ?? []).map((writer) => who(text, writer)))].join(', '),
    at: `${moment(stop.endedAt)} · ${text('history.stop.changes', { n: stop.changes })}`,
  }));
  return (
    <div className={styles.writers}>
      <Scrubber label={text('history.timeline')} stops={shown} index={index} onChange={choose} />
      <label className={styles.toggle}>
        <input type="checkbox" checked={isColoured} onChange={({ currentTarget }) => setColoured(currentTarget.checked)} />
        {text('history.coloured')}
      </label>
      {error && <Notice kind="fault">{problemText(error)}</Notice>}
      {authorship ? (
        <>
          <WrittenText authorship={authorship} isColoured={isColoured} />
          <Legend authorship={authorship} />
        </>
      ) : (
        !error && <Skeleton />
      )}
    </div>
  );
}
