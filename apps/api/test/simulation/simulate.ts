import { Logger } from '@nestjs/common';
import type { Act } from '../store/contract-world.js';
import { SMOOTH } from './memory-line.js';
import { Scheduler, settled } from './scheduler.js';
import { SimulatedForum, type Parts, type Weather } from './simulated-forum.js';
import { PromiseBroken } from './promise-broken.js';

/** Time that passes when it is told to, with the timers of everything in the run. */
export interface Time {
  pass(ms: number): void;
}

const STEPS = 1_000;
/** Runs in which up to twelve people write. */
const FULL_HOUSE = 0.1;
/** Of what happened, in the report of a run that failed. */
const REPORTED = 300;
/** What rest takes at the most: reconnecting, a resync, the backstop polls. */
const MOST_ROUNDS = 240;
const ROUND_MS = 250;
/** Turns in which nothing is under way, and whoever is asked still computes. */
const MOST_IDLE = 1_000;
/** Polls find nothing new for so long. */
const CALM_ROUNDS = 9;
const ACTS: readonly Act[] = ['freeze', 'reopen', 'reopen', 'remove drafter', 'name drafter', 'name drafter'];

const ENDS: readonly Act[] = ['withdraw', 'sign out'];

/** A run whose promises broke, with everything that happened in it. */
export class SimulationFailed extends Error {
  constructor(seed: number, broken: PromiseBroken, trace: readonly string[]) {
    const last = trace.map((line, index) => `${index} ${line}`).slice(-REPORTED);
    super(`seed ${seed}: ${broken.message}\n${last.join('\n')}`);
  }
}

/** The weather of a seed: some runs are smooth apart from delays and broken lines, others lose and repeat single packets. */
function weatherOf(scheduler: Scheduler): Weather {
  const isRough = scheduler.happens(0.4);
  return {
    nodes: 2,
    pages: 2 + scheduler.below(scheduler.happens(FULL_HOUSE) ? 11 : 4),
    hasTabs: scheduler.happens(0.3),
    roughness: isRough ? { drop: 0.02, duplicate: 0.05, overtake: 0.1 } : SMOOTH,
    isDiscussed: scheduler.happens(0.6),
    trouble: scheduler.pick([1, 0.3, 0.1]) ?? 1,
    pace: scheduler.pick([1, 2, 4]) ?? 1,
    lostRings: scheduler.pick([0, 0.2, 1]) ?? 0,
    lostCommits: scheduler.pick([0, 0.25]) ?? 0,
    hasCuts: scheduler.happens(0.4),
  };
}

/**
 * Several people draft a section on two nodes while lines break, nodes die or lose the database, and rights change; then
 * everything heals and comes to rest.
 *
 * @returns everything that happened, in order
 * @throws SimulationFailed
 */
export async function simulate(seed: number, time: Time, mutation?: Partial<Parts>): Promise<readonly string[]> {
  Logger.overrideLogger(false);
  const scheduler = new Scheduler(seed);
  const weather = weatherOf(scheduler);
  const forum = new SimulatedForum(scheduler, weather, mutation);
  try {
    for (let step = 0; step < STEPS; step += 1) {
      await happen(forum, time);
      if (forum.witness.broken !== null) throw forum.witness.broken;
    }
    await heal(forum, time, weather);
    return scheduler.trace;
  } catch (error) {
    if (error instanceof PromiseBroken) throw new SimulationFailed(seed, error, scheduler.trace);
    throw error;
  } finally {
    await forum.stop();
  }
}

type Event = readonly [share: number, happens: (forum: SimulatedForum, time: Time) => unknown];

/** What may happen next, by its share of a hundred, more or less. */
const WORK: readonly Event[] = [
  [71, (forum) => arrive(forum)],
  [13, ({ scheduler, pages, isBusy }) => (isBusy() ? scheduler.pick(pages)?.write() : scheduler.step())],
  [6, ({ scheduler, pages, weather }) => (weather.isDiscussed ? scheduler.pick(pages)?.discuss() : scheduler.step())],
  [6, (forum, time) => pass(forum, time, aWhile(forum))],
  [5, (forum) => (forum.weather.isDiscussed ? preside(forum) : forum.scheduler.step())],
];

/** What comes in between: all of it in a storm, little of it on a quiet day. */
const TROUBLE: readonly Event[] = [
  [2, (forum) => forum.breakLine()],
  [0.5, ({ scheduler, pages }) => scheduler.pick(pages)?.reload()],
  [0.5, (forum) => forum.cutNodeOff()],
  [0.5, (forum) => forum.replaceNode(forum.scheduler.happens(0.6) ? 'crash' : 'drain')],
  [1.5, (forum) => void forum.act(forum.scheduler.pick(ACTS) ?? 'reopen', forum.scheduler.pick(forum.pages)?.person)],
  [0.1, (forum) => void forum.act('renew epoch')],
  [0.1, (forum) => void forum.act(forum.scheduler.pick(ENDS) ?? 'withdraw', forum.scheduler.pick(forum.pages)?.person)],
];

/** What is under way goes on: a step, or several where the lines are quick. */
async function arrive({ scheduler, weather }: SimulatedForum): Promise<void> {
  const steps = 1 + scheduler.below(weather.pace);
  for (let step = 0; step < steps; step += 1) await scheduler.step();
}

/** The chair goes on, and often somebody types just then. */
function preside({ scheduler, chair, pages }: SimulatedForum): void {
  void chair.act();
  if (scheduler.happens(0.5)) scheduler.pick(pages)?.write();
}

async function happen(forum: SimulatedForum, time: Time): Promise<void> {
  time.pass(1); // what takes a moment only goes on by itself
  const events = [...WORK, ...TROUBLE.map(([share, what]): Event => [share * forum.weather.trouble, what])];
  let left = forum.scheduler.chance() * events.reduce((sum, [share]) => sum + share, 0);
  const event = events.find(([share]) => (left -= share) < 0);
  await event?.[1](forum, time);
  await settled();
}

/** A moment, long, or until the chair's call has run. */
function aWhile({ scheduler, chair }: SimulatedForum): number {
  if (chair.waitsFor > 0 && scheduler.happens(0.3)) return chair.waitsFor;
  return scheduler.below(scheduler.happens(0.1) ? 12_000 : 200);
}

function pass({ scheduler }: SimulatedForum, time: Time, ms: number): void {
  scheduler.note(`${ms} ms pass`);
  time.pass(ms);
}

/** Nothing breaks any more, and what is under way arrives. */
async function heal(forum: SimulatedForum, time: Time, { roughness }: Weather): Promise<void> {
  const { scheduler, witness, pages } = forum;
  scheduler.note('everything heals');
  forum.calm();
  // A websocket that lost a packet is broken: it does not come to rest by itself.
  if (roughness !== SMOOTH) forum.breakLines();
  let unrest: string | null = null;
  let [round, calmRounds] = [0, 0];
  for (; round < MOST_ROUNDS && calmRounds < CALM_ROUNDS; round += 1) {
    pass(forum, time, ROUND_MS);
    await settled();
    while (!scheduler.isIdle) await scheduler.step();
    if (witness.broken !== null) throw witness.broken;
    unrest = witness.unrest(pages);
    calmRounds = unrest === null ? calmRounds + 1 : 0;
  }
  if (unrest !== null) throw new PromiseBroken(unrest);
  await witness.atRest(pages, await arriving(scheduler, forum.texts()));
}

/** What arrives once everything that is under way has arrived. */
async function arriving<T>(scheduler: Scheduler, promise: Promise<T>): Promise<T> {
  let isHere = false;
  void promise.finally(() => (isHere = true));
  for (let idle = 0; !isHere; idle += 1) {
    if (idle > MOST_IDLE) throw new PromiseBroken('a node never says what its text is');
    await settled();
    if (scheduler.isIdle) continue;
    idle = 0;
    await scheduler.step();
  }
  return promise;
}
