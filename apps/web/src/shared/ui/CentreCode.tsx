import styles from './CentreCode.module.css';

/** How each country's strand is drawn: told apart by its dashes as well as by its colour. */
const DASHES: Readonly<Record<string, string>> = { KAZ: '8 3', KGZ: '2 3', TJK: '8 3 2 3', TKM: '14 4' };

/** Code of a centre over a short piece of its country's strand. The code is the sign, the strand an ornament. */
export function CentreCode({ code }: { readonly code: string }) {
  const country = code.slice(0, 3);
  const lines = country === 'UZB' ? [0.75, 3.25] : [2];
  return (
    <span className={styles.code}>
      {code}
      <svg className={styles.strand} style={{ '--strand': `var(--${country})` }} aria-hidden="true">
        {lines.map((y) => (
          <line key={y} x1="0" x2="100%" y1={y} y2={y} strokeDasharray={DASHES[country]} strokeWidth={lines.length === 1 ? 2 : 1.5} />
        ))}
      </svg>
    </span>
  );
}
