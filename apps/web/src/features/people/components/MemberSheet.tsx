import type { CentreView, MemberView } from '@expert-forum/contracts';
import { type Actor, mayPerform } from '@expert-forum/domain';
import { useState } from 'react';
import { useCodeText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { AccountActs } from './AccountActs.js';
import { GrantSheet } from './GrantSheet.js';
import { MandateItem } from './MandateItem.js';
import { MemberState } from './MemberState.js';
import styles from './MemberSheet.module.css';

interface Props {
  readonly actor: Pick<Actor, 'role' | 'centreId'>;
  readonly member: MemberView;
  readonly centres: readonly CentreView[];
  readonly now: Date;
  readonly onClose: () => void;
}

/** Everything about one member: the mandates that are and were held, and the account. */
export function MemberSheet({ actor, member, centres, now, onClose }: Props) {
  const text = useText();
  const codeText = useCodeText();
  const [isGranting, setGranting] = useState(false);
  const mayAdminister = mayPerform('administer-forum', actor.role, { isOwn: true }).ok;
  return (
    <Sheet title={member.name} place="side" onClose={onClose}>
      <p className={styles.email}>{member.email}</p>
      <MemberState member={member} />
      <h3 className={styles.title}>{text('people.mandates')}</h3>
      <ul className={styles.mandates}>
        {member.mandates.map((mandate) => (
          <MandateItem key={mandate.id} actor={actor} mandate={mandate} holder={member.name} now={now} />
        ))}
      </ul>
      {mayAdminister && (
        <>
          <p>
            <Button
              label={text('people.mandate.grantTo', { name: member.name })}
              blockedBy={member.isSuspended ? codeText('member-suspended') : undefined}
              onPress={() => setGranting(true)}
            >
              {text('people.mandate.grant')}
            </Button>
          </p>
          <h3 className={styles.title}>{text('people.account')}</h3>
          <AccountActs member={member} />
        </>
      )}
      {isGranting && <GrantSheet {...{ actor, member, centres }} onClose={() => setGranting(false)} />}
    </Sheet>
  );
}
