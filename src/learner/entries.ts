import type { Operation } from './protocol.ts';

/** The modules that operations name, each once and in their order. */
export function modulesOf(operations: readonly Operation[]): string[] {
  return [...new Set(operations.flatMap((operation) => [...ownModule(operation), ...eventModules(operation)]))];
}

function ownModule(operation: Operation): string[] {
  return 'module' in operation ? [operation.module] : [];
}

function eventModules(operation: Operation): string[] {
  const args = 'args' in operation ? operation.args : [];
  return args.flatMap((argument) => ('event' in argument ? [argument.event.module] : []));
}
