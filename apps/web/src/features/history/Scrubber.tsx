import { useId } from 'react';
import { useText } from '../../shared/i18n/use-text.js';
import styles from './Scrubber.module.css';

export interface ScrubStop {
  readonly key: string;
  readonly name: string;
  /** When it was, in words; null: now. */
  readonly at: string | null;
}

interface Props {
  readonly label: string;
  /** Oldest first; at least one. */
  readonly stops: readonly ScrubStop[];
  readonly index: number;
  readonly onChange: (index: number) => void;
}

/** A timeline: a slider from stop to stop, with a button to each side for who does not drag. */
export function Scrubber({ label, stops, index, onChange }: Props) {
  const text = useText();
  const id = useId();
  const stop = stops[index];
  const said = stop === undefined ? '' : stop.at === null ? stop.name : `${stop.name}, ${stop.at}`;
  const step = (by: -1 | 1) => ({
    type: 'button' as const,
    className: styles.step,
    'aria-disabled': stops[index + by] === undefined || undefined,
    onClick: () => stops[index + by] !== undefined && onChange(index + by),
  });
  return (
    <div className={styles.scrubber}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.line}>
        <button {...step(-1)} aria-label={text('history.earlier')}>
          <Arrow isBack />
        </button>
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(stops.length - 1, 0)}
          value={index}
          aria-valuetext={said}
          onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
        />
        <button {...step(1)} aria-label={text('history.later')}>
          <Arrow />
        </button>
      </div>
      <p className={styles.said} aria-hidden="true">
        <strong>{stop?.name}</strong>
        {stop?.at && <span>{stop.at}</span>}
        <span className={styles.count}>{text('history.place', { place: index + 1, of: stops.length })}</span>
      </p>
    </div>
  );
}

const Arrow = ({ isBack = false }: { readonly isBack?: boolean }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d={isBack ? 'M10 3L5 8l5 5' : 'M6 3l5 5-5 5'} />
  </svg>
);
