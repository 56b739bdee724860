import type { SectionConnection } from '@expert-forum/collab/client';
import type { AgendaItemView, ItemSectionView } from '@expert-forum/contracts';
import { numbersOf } from '../../../features/drafting/connection/numbers-of.js';
import { useTextState } from '../../../features/drafting/connection/use-text-state.js';
import { Difference } from '../../../features/drafting/tray/Difference.js';
import { ChairDesk } from '../../../features/sessions/room/ChairDesk.js';
import { MovedText } from '../../../features/sessions/room/MovedText.js';
import type { AtTable } from './Table.js';

interface Props extends AtTable {
  readonly item: AgendaItemView;
  readonly section: ItemSectionView;
  readonly connection: SectionConnection;
}

/** The chair asks about the text on this screen, and records that it is agreed. */
export function Agreeing({ room, state, session, item, section, connection, blockedBy, act }: Props) {
  const seen = useTextState(connection);
  return (
    <ChairDesk
      {...{ room, session, item, section, seen, blockedBy }}
      ahead={state.ahead}
      readText={() => connection.contentHash()}
      isBusy={act.isPending}
      onAsk={() => act.mutate({ name: 'call:open', about: { itemId: item.id, sectionId: section.id } })}
      moved={(difference, askAgain) => {
        const numbers = numbersOf(connection.doc);
        return (
          <MovedText
            difference={difference}
            numberOf={(id) => numbers.get(id)}
            compare={(before, after) => <Difference before={before} after={after} language="en" />}
            isBusy={act.isPending}
            onAskAgain={askAgain}
          />
        );
      }}
    />
  );
}
