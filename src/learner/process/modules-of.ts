import type { Argument, Operation } from '../protocol.ts';

/** The modules that operations name, each once and in their order. */
export function modulesOf(operations: readonly Operation[]): string[] {
  return [...new Set(operations.flatMap((operation) => [...ownModule(operation), ...modulesOfArguments(operation)]))];
}

function ownModule(operation: Operation): string[] {
  return 'module' in operation ? [operation.module] : [];
}

function modulesOfArguments(operation: Operation): string[] {
  return 'args' in operation ? operation.args.flatMap(moduleOfArgument) : [];
}

function moduleOfArgument(argument: Argument): string[] {
  if ('event' in argument) return [argument.event.module];
  return 'record' in argument ? [argument.record.module] : [];
}
