import type { AuthorshipView } from '@expert-forum/contracts';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Words } from '../compare/Words.js';
import { strandOf } from './strand-of.js';
import { useWriterName } from './use-writer-name.js';
import { type WrittenRun, writtenRuns } from './written-runs.js';
import styles from './WrittenText.module.css';

interface Props {
  readonly authorship: AuthorshipView;
  readonly isColoured: boolean;
}

/** The text with its writers. A run under the pointer or the focus says whose it is; the arrow keys go from run to run. */
export function WrittenText({ authorship: { blocks, writers }, isColoured }: Props) {
  const text = useText();
  const said = useRunText();
  const [shown, show] = useState<WrittenRun | null>(null);
  let place = 0;
  return (
    <>
      <p className={styles.said} role="status">
        {shown === null ? text('history.writers.hint') : said(shown)}
      </p>
      <div role="group" aria-label={text('history.writers.text')} className={styles.text} data-coloured={isColoured || undefined} onKeyDown={goToNeighbour} lang="en">
        {blocks.map(({ id, name, within, runs }) => (
          <p key={id} data-name={name} data-within={within ?? undefined}>
            {writtenRuns(runs, writers).map((run, index) => (
              <Run key={index} run={run} isFirst={place++ === 0} onShow={show} />
            ))}
          </p>
        ))}
      </div>
    </>
  );
}

interface RunProps {
  readonly run: WrittenRun;
  readonly isFirst: boolean;
  readonly onShow: (run: WrittenRun) => void;
}

function Run({ run, isFirst, onShow }: RunProps) {
  const { code } = useWriterName()(run.writer);
  const strand = strandOf(run.writer);
  const gap = /^\s+(?=\S)/.exec(run.text)?.[0] ?? ''; // before the sign, so that no line ends between it and its words
  return (
    <span data-run data-strand={strand ?? 'none'} style={strand === null ? undefined : { '--strand': `var(--${strand})` }} tabIndex={isFirst ? 0 : -1} onFocus={() => onShow(run)} onMouseEnter={() => onShow(run)}>
      {gap}
      <span className={styles.code}>{code}</span>
      <span className={styles.words}>
        <Words>{run.text.slice(gap.length)}</Words>
      </span>
    </span>
  );
}

/** Whose words these are, since when, and who moved them. */
function useRunText(): (run: WrittenRun) => string {
  const text = useText();
  const { moment, clock, day } = useTime();
  const writerName = useWriterName();
  const time = (since: string, until: string): string => {
    if (moment(since) === moment(until)) return moment(since);
    return day(since) === day(until) ? `${moment(since)}–${clock(until)}` : `${moment(since)} – ${moment(until)}`;
  };
  return ({ writer, since, until, mover }) => {
    const own = `${writerName(writer).full} · ${time(since, until)}`;
    return mover === null ? own : `${own} · ${text('history.moved', { who: writerName(mover.writer).full, time: moment(mover.at) })}`;
  };
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function goToNeighbour(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const runs = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-run]')];
  const next = runs[runs.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
