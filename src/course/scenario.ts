import type { Json } from '../base/json.ts';
import type { Argument, JsonEvent, Look, Operation } from '../learner/protocol.ts';

/**
 * A scenario by labels, so that a judge can ask for what it saw by name. The order of the labels is the order of the run.
 * Several operations may share a label, where a judge only asks whether one of them threw.
 */
export type Scenario<Label extends string = string> = Readonly<Record<Label, Operation | readonly Operation[]>>;

/** One operation of a scenario, and the label it was given. */
export interface Labelled {
  readonly label: string;
  readonly operation: Operation;
}

export function operationsOf(scenario: Scenario): Labelled[] {
  return Object.entries(scenario).flatMap(([label, operations]) =>
    ('op' in operations ? [operations] : operations).map((operation) => ({ label, operation })),
  );
}

const gameModule = 'domain/game';

/** A fresh `Game`, kept under a name. */
export function createGame(as: string, ...args: readonly Json[]): Operation {
  return { op: 'create', as, module: gameModule, name: 'Game', args: args.map((value) => ({ value })) };
}

export function call(on: string, name: string, ...args: readonly Argument[]): Operation {
  return { op: 'call', on, name, args };
}

export function value(data: Json): Argument {
  return { value: data };
}

export function kept(name: string): Argument {
  return { kept: name };
}

/** A call, and all there is to be seen of these kept values at the moment it came back. */
export function callAndLook(
  on: string,
  name: string,
  args: readonly Argument[],
  ...looks: readonly (string | Look)[]
): Extract<Operation, { op: 'call' }> {
  return { op: 'call', on, name, args, look: looks.map((look) => (typeof look === 'string' ? { on: look } : look)) };
}

/** Everything of a kept value that can be read from outside. */
export function read(on: string): Operation {
  return { op: 'read', on };
}

/** Keeps one event of a game under a name, to be applied to another game later. */
export function keepEvent(as: string, on: string, index: number): Operation {
  return { op: 'keep', as, on, name: 'events', index };
}

/** A deep copy of one event of a game: what somebody has who knows what the event says, and nothing else. */
export function copyEvent(as: string, on: string, index: number): Operation {
  return { op: 'keep', as, on, name: 'events', index, copy: true };
}

/** Those of the named members that are there; none of them there is told as missing. */
export function look(on: string, ...names: readonly string[]): Operation {
  return { op: 'read', on, names };
}

/** Applies copies of the first events of one game to another, one after the other, and looks at it after each. */
export function replay(from: string, onto: string, count: number): Operation[] {
  return Array.from({ length: count }, (_, index) => applyCopy(from, onto, index)).flat();
}

/** Applies a copy of one event of a game to another game, and looks at that. */
export function applyCopy(from: string, onto: string, index: number): Operation[] {
  const copy = `${from}/${index}`;
  return [copyEvent(copy, from, index), callAndLook(onto, 'apply', [kept(copy)], onto)];
}

/** Puts a method that does nothing in place of one of a kept value. */
export function silence(on: string, name: string): Operation {
  return { op: 'silence', on, name };
}

/** From now on notes where these fields of a kept value are set. */
export function watch(on: string, ...names: readonly string[]): Operation {
  return { op: 'watch', on, names };
}

/** What was noted of a kept value. */
export function noted(on: string): Operation {
  return { op: 'noted', on };
}

/** A client of the event store that the check is run against. */
export function connect(as: string): Operation {
  return { op: 'connect', as };
}

/** The learner's repository, around a kept client. */
export function createRepository(as: string, client: string): Operation {
  return { op: 'create', as, module: 'persistence/event-store-db', name: 'GameRepository', args: [kept(client)] };
}

/** A call whose result is kept, to be asked for more. */
export function fetch(as: string, on: string, name: string, ...args: readonly Argument[]): Operation {
  return { op: 'call', on, name, args, as };
}

/** Keeps a member of a kept value, such as an id, to be passed on. */
export function keepMember(as: string, on: string, name: string): Operation {
  return { op: 'keep', as, on, name };
}

/** Appends events with a kept client, as another program would. */
export function appendAsOther(client: string, stream: string, events: readonly JsonEvent[]): Operation {
  return { op: 'append', client, stream, events };
}

/** A deep copy of the whole list of a game's events. */
export function copyEvents(as: string, on: string): Operation {
  return { op: 'keep', as, on, name: 'events', copy: true };
}

/** What all steps may use: connecting takes a while, and one client does for all. */
const sharedClient = 'shared/client';

export function connectShared(): Operation {
  return connect(sharedClient);
}

/** A repository around the client that all steps share. */
export function createSharedRepository(as: string): Operation {
  return createRepository(as, sharedClient);
}

export function appendShared(stream: string, events: readonly JsonEvent[]): Operation {
  return appendAsOther(sharedClient, stream, events);
}

/** The same operations with every kept name made private to one step, so that steps can share a run. */
export function withinStep(step: string, operation: Operation): Operation {
  const own = (name: string) => (name === sharedClient ? name : `${step}/${name}`);
  return {
    ...operation,
    ...('as' in operation && operation.as !== undefined && { as: own(operation.as) }),
    ...('on' in operation && { on: own(operation.on) }),
    ...('client' in operation && { client: own(operation.client) }),
    ...('args' in operation && {
      args: operation.args.map((arg) => ('kept' in arg ? { kept: own(arg.kept) } : arg)),
    }),
    ...('look' in operation &&
      operation.look !== undefined && { look: operation.look.map((each) => ({ ...each, on: own(each.on) })) }),
  };
}
