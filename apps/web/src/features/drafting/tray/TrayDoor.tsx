import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import type { TrayNews } from './use-tray-news.js';

interface Props {
  readonly tray: TrayNews;
  readonly onOpen: () => void;
}

/** Leads to the tray for as long as something lies in it. */
export function TrayDoor({ tray: { count, arrived }, onOpen }: Props) {
  const text = useText();
  return count > 0 && arrived === 0 && <Button onPress={onOpen}>{text('tray.open', { n: count })}</Button>;
}

/** Says that text has just not been taken into the section, until its author looks. */
export function TrayNotice({ tray: { arrived }, onOpen }: Props) {
  const text = useText();
  if (arrived === 0) return null;
  return (
    <Notice>
      <span>{text('tray.arrived', { n: arrived })}</span>
      <Button onPress={onOpen}>{text('tray.show')}</Button>
    </Notice>
  );
}
