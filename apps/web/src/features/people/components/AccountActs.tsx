import type { MemberView, OneTimeLink } from '@expert-forum/contracts';
import { useState } from 'react';
import { useCodeText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { createPasswordLink, readmitMember, suspendMember } from '../api/people-acts.js';
import { ConfirmSheet } from './ConfirmSheet.js';
import { LinkToPass } from './LinkToPass.js';
import styles from './MemberSheet.module.css';

/** Lets a member in again by a link, or keeps one out for a while. */
export function AccountActs({ member: { id, name, email, isSuspended } }: { readonly member: MemberView }) {
  const text = useText();
  const codeText = useCodeText();
  const [act, setAct] = useState<'link' | 'suspension' | null>(null);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const close = (): void => {
    setAct(null);
    setLink(null);
  };
  return (
    <div className={styles.acts}>
      <Button
        label={text('people.passwordOf', { name })}
        blockedBy={isSuspended ? codeText('member-suspended') : undefined}
        onPress={() => setAct('link')}
      >
        {text('people.password')}
      </Button>
      <Button
        look={isSuspended ? 'plain' : 'danger'}
        label={text(isSuspended ? 'people.resumeOf' : 'people.suspendOf', { name })}
        onPress={() => setAct('suspension')}
      >
        {text(isSuspended ? 'people.resume' : 'people.suspend')}
      </Button>
      {act === 'link' && link === null && (
        <ConfirmSheet
          title={text('people.passwordOf', { name })}
          name={text('people.invite.make')}
          look="primary"
          act={() => createPasswordLink(id)}
          onDone={setLink}
          onClose={close}
        >
          <p>{text('people.password.text', { name })}</p>
        </ConfirmSheet>
      )}
      {link !== null && (
        <Sheet title={text('people.link.title', { email })} onClose={close} isFirm>
          <LinkToPass link={link} />
        </Sheet>
      )}
      {act === 'suspension' && (
        <ConfirmSheet
          title={text(isSuspended ? 'people.resumeOf' : 'people.suspendOf', { name })}
          name={text(isSuspended ? 'people.resume' : 'people.suspend')}
          look={isSuspended ? 'primary' : 'danger'}
          act={() => (isSuspended ? readmitMember(id) : suspendMember(id))}
          onDone={close}
          onClose={close}
        >
          <p>{text(isSuspended ? 'people.resume.text' : 'people.suspend.text', { name })}</p>
        </ConfirmSheet>
      )}
    </div>
  );
}
