import type { Json } from '../base/json.ts';
import type { Argument, Operation } from '../learner/protocol.ts';

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

/** `new Game()` kept under a name. */
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

/** Everything of a kept value that can be read from outside. */
export function read(on: string): Operation {
  return { op: 'read', on };
}

/** Keeps one event of a game under a name, to be applied to another game later. */
export function keepEvent(as: string, on: string, index: number): Operation {
  return { op: 'keep', as, on, name: 'events', index };
}

/** Those of the named members that are there; none of them there is told as missing. */
export function look(on: string, ...names: readonly string[]): Operation {
  return { op: 'read', on, names };
}

/** Applies the first events of one game to another, one after the other: what replaying is. */
export function replay(from: string, onto: string, count: number): Operation[] {
  return Array.from({ length: count }, (_, index) => [
    keepEvent(`${from}/${index}`, from, index),
    call(onto, 'apply', kept(`${from}/${index}`)),
  ]).flat();
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

/** The same operations with every kept name made private to one step, so that steps can share a run. */
export function withinStep(step: string, operation: Operation): Operation {
  const own = (name: string) => `${step}/${name}`;
  const ownArgs = (args: readonly Argument[]) => args.map((arg) => ('kept' in arg ? { kept: own(arg.kept) } : arg));
  switch (operation.op) {
    case 'create':
      return { ...operation, as: own(operation.as), args: ownArgs(operation.args) };
    case 'call':
      return {
        ...operation,
        on: own(operation.on),
        args: ownArgs(operation.args),
        ...(operation.as !== undefined && { as: own(operation.as) }),
      };
    case 'callFunction':
      return {
        ...operation,
        args: ownArgs(operation.args),
        ...(operation.as !== undefined && { as: own(operation.as) }),
      };
    case 'keep':
      return { ...operation, as: own(operation.as), on: own(operation.on) };
    case 'connect':
      return { ...operation, as: own(operation.as) };
    case 'read':
    case 'tamper':
      return { ...operation, on: own(operation.on) };
    case 'exports':
      return operation;
  }
}
