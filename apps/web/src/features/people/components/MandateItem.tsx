import type { MandateView } from '@expert-forum/contracts';
import { type Actor, mayEntrust } from '@expert-forum/domain';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
import { withdrawMandate } from '../api/people-acts.js';
import { isCurrent, standingOf } from '../register/standing.js';
import { ConfirmSheet } from './ConfirmSheet.js';
import styles from './MemberSheet.module.css';
import { Term } from './Term.js';
import { TermSheet } from './TermSheet.js';

interface Props {
  readonly actor: Pick<Actor, 'role' | 'centreId'>;
  readonly mandate: MandateView;
  readonly holder: string;
  readonly now: Date;
}

/** One mandate of a member, with what the actor may do to it. */
export function MandateItem({ actor, mandate, holder, now }: Props) {
  const text = useText();
  const [act, setAct] = useState<'limit' | 'withdraw' | null>(null);
  const item = useRef<HTMLLIElement>(null);
  const { id, role, centre } = mandate;
  const names = { role: text(`role.${role}`), name: holder };
  const isMine = mayEntrust(actor, { role, centreId: centre?.id ?? null }).ok;
  const isHeld = isCurrent(mandate, now);
  const close = (): void => setAct(null);
  // The button that had the focus is gone when the mandate is over.
  useEffect(() => {
    if (!isHeld && document.activeElement === document.body) item.current?.focus();
  }, [isHeld]);
  return (
    <li ref={item} tabIndex={-1} className={isHeld ? styles.mandate : styles.former}>
      <span className={styles.what}>
        {centre && <CentreCode code={centre.code} />} {names.role}
      </span>
      <Term mandate={mandate} now={now} />
      {isMine && standingOf(mandate, now) !== 'withdrawn' && (
        <span className={styles.acts}>
          <Button look="quiet" label={text('people.mandate.limitOf', names)} onPress={() => setAct('limit')}>
            {text('people.mandate.limit')}
          </Button>
          {isHeld && (
            <Button look="quiet" label={text('people.mandate.withdrawOf', names)} onPress={() => setAct('withdraw')}>
              {text('people.mandate.withdraw')}
            </Button>
          )}
        </span>
      )}
      {act === 'limit' && <TermSheet mandate={mandate} holder={holder} onClose={close} />}
      {act === 'withdraw' && (
        <ConfirmSheet
          title={text('people.mandate.withdrawOf', names)}
          name={text('people.mandate.withdraw')}
          act={() => withdrawMandate(id)}
          onDone={close}
          onClose={close}
        >
          <p>{text('people.mandate.withdraw.text', names)}</p>
          <p>{text('people.mandate.withdraw.more')}</p>
        </ConfirmSheet>
      )}
    </li>
  );
}
