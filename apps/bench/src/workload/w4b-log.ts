import { draft, writeLongSection } from '../long-text/long-section.ts';
import { figureColumn, tableOf } from '../report/markdown.ts';
import { Figured, medians } from '../report/medians.ts';
import type { Row } from '../report/row.ts';
import { atMost } from '../report/verdict.ts';
import { expertForum } from '../systems/expert-forum.ts';
import { hocuspocusOnPostgres } from '../systems/hocuspocus.ts';
import type { RunningSystem, System } from '../systems/system.ts';
import { logAnEdit, UNITS, type Typing } from './log-an-edit.ts';
import type { Figures } from '../report/medians.ts';
import type { Bench, Findings } from './workload.ts';

const PEOPLE = 10;
/** As people type, for twenty seconds. */
const SLOWLY: Typing = { people: PEOPLE, characters: 100, interval: 200 };
/** As fast as a client sends, so that so many edits do not take half an hour. */
const LONG: Typing = { people: PEOPLE, characters: 1_000, interval: 50 };
const BYTES_AN_EDIT = 400;

const nameOf = ({ people, characters, interval }: Typing): string =>
  `W4b, log of the database: ${people * characters} edits, ${people} people, ${1_000 / interval} a second each`;

/** What PostgreSQL has to write ahead for one edit of a long text, states included. */
export async function logged({ databaseServer, runs }: Bench): Promise<Findings> {
  const [ours, peer] = [expertForum(databaseServer), hocuspocusOnPostgres(databaseServer)];
  const rows: Row[] = [];
  const written = new Map<System, Written>();
  for (const system of [ours, peer]) written.set(system, await write(system));
  const measure = async (typing: Typing, systems: readonly System[]): Promise<void> => {
    const results = new Map<System, Figures<keyof typeof UNITS>[]>(systems.map((system) => [system, []]));
    for (let run = 0; run < runs; run += 1) {
      for (const [system, own] of results) {
        const text = written.get(system);
        if (text !== undefined) own.push(await logAnEdit(databaseServer, text.server, { section: 0, length: text.length }, typing));
      }
    }
    rows.push(...[...results].flatMap(([system, own]) => medians({ workload: nameOf(typing), system: system.name, units: UNITS }, own)));
    print(nameOf(typing), systems, new Figured(rows));
  };
  await measure(SLOWLY, [ours, peer]);
  await measure(LONG, [ours]);
  const figure = new Figured(rows).get(nameOf(LONG), ours.name, 'records');
  return { rows, verdicts: [atMost(`${nameOf(LONG)}: bytes an edit, without full pages`, figure, BYTES_AN_EDIT)], curves: [] };
}

interface Written {
  /** Stopped. */
  readonly server: RunningSystem;
  readonly length: number;
}

async function write(system: System): Promise<Written> {
  const server = await system.start({ sections: 1, people: PEOPLE });
  const { length } = await writeLongSection(server, 0, draft());
  await server.stop();
  return { server, length };
}

function print(workload: string, systems: readonly System[], figured: Figured): void {
  const table = tableOf(systems.map(({ name }) => name), [
    figureColumn(figured, workload, 'records', 'B an edit', 0),
    figureColumn(figured, workload, 'pages', 'full pages, B an edit', 0),
  ]);
  console.log(`\n${workload}\n\n${table}`);
}
