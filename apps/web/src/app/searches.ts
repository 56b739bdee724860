/** `?back=` and whether the sign-in follows upon a login that has ended. */
export interface SignInSearch {
  readonly back?: string;
  readonly ended?: true;
}

export const readSignInSearch = ({ back, ended }: Record<string, unknown>): SignInSearch => ({
  ...(typeof back === 'string' && { back }),
  ...(ended === true && { ended }),
});

/** `?thread=`: the one that is open from the start. */
export interface SectionSearch {
  readonly thread?: string;
}

export const readSectionSearch = ({ thread }: Record<string, unknown>): SectionSearch => (typeof thread === 'string' ? { thread } : {});

/** What of a history is shown: `from` and `to` are ids of revisions, or `now`; left out, the last two states. */
export interface HistorySearch {
  readonly view?: 'writers';
  readonly from?: string;
  readonly to?: string;
}

export const readHistorySearch = ({ view, from, to }: Record<string, unknown>): HistorySearch => ({
  ...(view === 'writers' && { view }),
  ...(typeof from === 'string' && { from }),
  ...(typeof to === 'string' && { to }),
});

/** `?show=`: left out, every section is shown. */
export interface OverviewSearch {
  readonly show?: 'mine' | 'open';
}

export const readOverviewSearch = ({ show }: Record<string, unknown>): OverviewSearch => (show === 'mine' || show === 'open' ? { show } : {});
