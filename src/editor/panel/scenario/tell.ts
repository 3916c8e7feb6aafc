import type { LearnerSession } from '../../../learner/learner-code.ts';
import { commandText } from '../../../panel/command-text.ts';
import { eventsIn } from '../observed-game.ts';
import { type Call, commandOf, Kept } from './call.ts';
import { type Deed, GameTale } from './game-tale.ts';
import { type Happening, isAct, type ObservedScenario } from './observe.ts';
import { streamTales } from './stream-tale.ts';
import type { Tale } from './tale.ts';

/** Each game of a scenario as a history of its own, and each stream that it stored. */
export async function tellScenario(observed: ObservedScenario, session: LearnerSession): Promise<readonly Tale[]> {
  const games = new Map<string, GameTale>();
  const kept = new Kept();
  let stored = countOf(observed.seeded);
  for (const happening of observed.happenings) {
    kept.note(happening);
    const before = stored;
    stored = countOf(happening.stored);
    if (isAct(happening.operation)) tellGames(games, happening, kept, stored - before);
  }
  const told: Tale[] = [];
  for (const tale of games.values()) told.push(await tale.told(session));
  return [...told, ...streamTales(observed)];
}

function tellGames(games: Map<string, GameTale>, happening: Happening, kept: Kept, stored: number): void {
  const { operation, outcome } = happening;
  if (operation.op === 'create') {
    const fresh = happening.games.get(operation.as);
    if (fresh !== undefined) games.set(operation.as, new GameTale(operation.as, fresh));
    return;
  }
  if (operation.op !== 'call' && operation.op !== 'callFunction') return;
  const command = commandOf(operation, kept);
  const brought = operation.as === undefined ? undefined : happening.games.get(operation.as);
  if (operation.as !== undefined && brought !== undefined && eventsIn(brought).list !== undefined) {
    const tale = new GameTale(operation.as, []);
    games.set(operation.as, tale);
    tale.add({ command, outcome, now: brought, how: 'bring' });
  }
  for (const [name, tale] of games) {
    const now = happening.games.get(name);
    if (now !== undefined && name !== operation.as)
      tale.add(deedFor(name, operation, { command, outcome, now }, kept, stored));
  }
}

function deedFor(
  name: string,
  call: Call,
  deed: Pick<Deed, 'command' | 'outcome' | 'now'>,
  kept: Kept,
  stored: number,
): Deed {
  if (call.op === 'call' && call.on === name) {
    const event = call.name === 'apply' ? kept.eventFor(call) : undefined;
    return call.name === 'apply' ? { ...deed, how: 'apply', ...(event && { event }) } : { ...deed, how: 'ask' };
  }
  if (call.args.some((argument) => 'kept' in argument && argument.kept === name))
    return { ...deed, how: 'hand', stored };
  const on = call.op === 'call' ? ` on ${call.on}` : '';
  return { ...deed, how: 'none', command: { type: 'Call', text: `${commandText(deed.command)}${on}` } };
}

function countOf(stored: ReadonlyMap<string, readonly unknown[]>): number {
  return [...stored.values()].reduce((sum, { length }) => sum + length, 0);
}
