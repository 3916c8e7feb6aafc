import type { Json } from '../base/json.ts';
import type { Argument, Operation } from '../learner/protocol.ts';

/** A scenario by labels, so that a judge can ask for what it saw by name. The order of the labels is the order of the run. */
export type Scenario<Label extends string = string> = Readonly<Record<Label, Operation>>;

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
    case 'read':
    case 'tamper':
      return { ...operation, on: own(operation.on) };
    case 'exports':
      return operation;
  }
}
