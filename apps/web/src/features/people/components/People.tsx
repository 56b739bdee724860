import type { PeopleView } from '@expert-forum/contracts';
import { type Actor, mayPerform } from '@expert-forum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { peopleQuery } from '../api/people-acts.js';
import { CentreSheet } from './CentreSheet.js';
import { InvitationSheet } from './InvitationSheet.js';
import { MemberSheet } from './MemberSheet.js';
import { PeopleRegister } from './PeopleRegister.js';
import styles from './People.module.css';

interface Props {
  /** Who administers: the secretariat, or a focal point for the experts of the own centre. */
  readonly actor: Pick<Actor, 'role' | 'centreId'>;
}

type Opened =
  | { readonly kind: 'member'; readonly id: string }
  | { readonly kind: 'invitation'; readonly centreId?: string }
  | { readonly kind: 'centre'; readonly country?: string };

/** Centres, members and what they are entrusted with, as a register, and what the actor may do to it. */
export function People({ actor }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const { data, error, dataUpdatedAt, refetch, isFetching } = useQuery(peopleQuery);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const close = (): void => setOpened(null);
  const mayAdminister = mayPerform('administer-forum', actor.role, { isOwn: true }).ok;
  return (
    <>
      {error && (
        <Notice kind="fault">
          {problemText(error)}
          <Button isBusy={isFetching} onPress={() => void refetch()}>
            {text('app.retry')}
          </Button>
        </Notice>
      )}
      {!data && !error && <Skeleton />}
      {data && (
        <PeopleRegister
          people={data}
          now={new Date(dataUpdatedAt)}
          news={added === null ? '' : text('people.centre.added', { code: added })}
          onMember={(id) => setOpened({ kind: 'member', id })}
          onInvite={(centreId) => setOpened({ kind: 'invitation', centreId })}
          onAddCentre={mayAdminister ? (country) => setOpened({ kind: 'centre', country }) : undefined}
        >
          <div className={styles.acts}>
            <Button look="primary" onPress={() => setOpened({ kind: 'invitation' })}>
              {text('people.invite')}
            </Button>
            {mayAdminister && <Button onPress={() => setOpened({ kind: 'centre' })}>{text('people.addCentre')}</Button>}
          </div>
        </PeopleRegister>
      )}
      {data && opened?.kind === 'member' && (
        <OpenedMember {...{ actor, id: opened.id, people: data }} now={new Date(dataUpdatedAt)} onClose={close} />
      )}
      {data && opened?.kind === 'invitation' && (
        <InvitationSheet actor={actor} centres={data.centres} centreId={opened.centreId} onClose={close} />
      )}
      {data && opened?.kind === 'centre' && (
        <CentreSheet
          countries={data.countries}
          country={opened.country}
          onClose={close}
          onCreated={(code) => {
            setAdded(code);
            close();
          }}
        />
      )}
    </>
  );
}

interface OpenedMemberProps extends Props {
  readonly id: string;
  readonly people: PeopleView;
  readonly now: Date;
  readonly onClose: () => void;
}

/** Follows the register while it is open: what others change meanwhile is seen here as well. */
function OpenedMember({ actor, id, people, now, onClose }: OpenedMemberProps) {
  const member = people.members.find((each) => each.id === id);
  return member === undefined ? null : <MemberSheet {...{ actor, member, now, onClose }} centres={people.centres} />;
}
