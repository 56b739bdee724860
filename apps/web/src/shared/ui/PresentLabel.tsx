import { ROLES } from '@expert-forum/domain';
import { type Text, useText } from '../i18n/use-text.js';
import { CentreCode } from './CentreCode.js';

/** Somebody who is there: by the code of the centre, or by the role of who acts for none. */
export function PresentLabel({ label }: { readonly label: string }) {
  const text = useText();
  const name = presentName(label, text);
  return name === label ? <CentreCode code={label} /> : <span>{name}</span>;
}

export function presentName(label: string, text: Text): string {
  const role = ROLES.find((each) => each === label);
  return role === undefined ? label : text(`role.${role}`);
}
