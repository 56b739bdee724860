import { useText } from '../../shared/i18n/use-text.js';
import { Frame } from '../frame/Frame.js';

/** Centres, members and mandates, for whoever administers them. */
export function PeoplePage() {
  const text = useText();
  return (
    <Frame title={text('people.title')}>
      <h1>{text('people.title')}</h1>
    </Frame>
  );
}
