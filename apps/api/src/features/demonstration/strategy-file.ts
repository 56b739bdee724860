import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LocalisedTitle } from '@expert-forum/contracts';
import type { Disposition, Role } from '@expert-forum/domain';
import { parse } from 'yaml';

const FILE = fileURLToPath(new URL('../../../../../demo/strategy.yaml', import.meta.url));

interface BracketOption {
  readonly key: string;
  readonly text: string;
}

interface Indicator {
  readonly id: string;
  readonly baseline: { readonly value: number };
  readonly targets: readonly { readonly value: number }[];
}

export interface StrategySection {
  readonly id: string;
  readonly title: LocalisedTitle;
  readonly status: string;
  readonly paragraphs: readonly { readonly text: string }[];
}

export interface AgendaLine {
  readonly title: string;
  readonly minutes: number;
  readonly sections?: readonly string[];
  readonly outcome?: string;
}

export interface StrategySession {
  readonly id: string;
  readonly title: LocalisedTitle;
  readonly place: string | null;
  readonly starts_rel: string;
  readonly ends_rel: string;
  readonly state: string;
  readonly chair: string;
  /** Codes of centres. */
  readonly present?: readonly string[];
  readonly agenda: readonly AgendaLine[];
  readonly decisions?: readonly { readonly at_rel: string; readonly text: string; readonly section?: string }[];
}

export interface StrategyComment {
  readonly id: string;
  /** A section and which of its paragraphs: `s1.3/p2`. */
  readonly para: string;
  /** Words of that paragraph. */
  readonly quote: string;
  readonly by: string;
  readonly kind: string;
  readonly state: string;
  readonly at_rel: string;
  readonly text: string;
  readonly replies?: readonly { readonly by: string; readonly at_rel: string; readonly text: string; readonly mentions?: readonly string[] }[];
  readonly resolved_by?: string;
  readonly disposition?: Disposition;
  readonly reason?: string;
}

/** What is loaded today of the demonstration file; the rest of it waits for its features. */
export interface StrategyFile {
  readonly banner: LocalisedTitle;
  readonly workspace: { readonly title: LocalisedTitle; readonly disclaimer: LocalisedTitle; readonly home_timezone: string };
  readonly countries: readonly { readonly id: string; readonly name: LocalisedTitle; readonly tz: string }[];
  readonly centre_order: readonly string[];
  readonly centres: readonly { readonly id: string; readonly name: LocalisedTitle; readonly joined_rel: string }[];
  readonly users: readonly {
    readonly id: string;
    readonly name: string;
    readonly centre: string | null;
    readonly role: Role;
    readonly lang: string;
    readonly email: string;
  }[];
  readonly chapters: readonly {
    readonly number: string;
    readonly title: LocalisedTitle;
    readonly sections: readonly StrategySection[];
  }[];
  readonly brackets: readonly { readonly id: string; readonly options: readonly BracketOption[] }[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly comments: readonly StrategyComment[];
  readonly sessions: readonly StrategySession[];
  readonly positions: Readonly<Record<string, string>>;
  readonly publications: readonly { readonly slug: string; readonly title: LocalisedTitle; readonly at_rel: string; readonly sections: readonly string[] }[];
  readonly glossary: readonly { readonly id: string; readonly en: string }[];
  readonly evidence: readonly { readonly id: string; readonly title: string }[];
  readonly programmes: readonly { readonly id: string; readonly indicators: readonly Indicator[] }[];
}

/** Our own file, checked when it was written: its form is taken as given, its words are not (see the tables that map them). */
export const readStrategyFile = (): StrategyFile => parse(readFileSync(FILE, 'utf8')) as StrategyFile;

/** What an id of the file stands for; an unknown one stops the loading. */
export function known<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`demonstration: nothing is known of ${id}`);
  return value;
}
