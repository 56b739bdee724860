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

/** `?show=`: left out, every section is shown. */
export interface OverviewSearch {
  readonly show?: 'mine' | 'open';
}

export const readOverviewSearch = ({ show }: Record<string, unknown>): OverviewSearch => (show === 'mine' || show === 'open' ? { show } : {});
