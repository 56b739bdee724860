import { isHref } from '@expert-forum/collab';

/** The address that somebody means by what was typed into the field; null if the text may not link to it. */
export function toHref(typed: string): string | null {
  const address = typed.trim();
  const meant = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : withScheme(address);
  return meant !== null && isHref(meant) ? meant : null;
}

function withScheme(address: string): string | null {
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s/]+\.[^\s/.]{2,}/u.test(address) ? `https://${address}` : null;
}
