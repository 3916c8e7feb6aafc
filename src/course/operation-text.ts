import type { Argument, Operation } from '../learner/protocol.ts';

/** An operation as the line of code it stands for: `startGame("Ada", "Grace")`. */
export function operationText(operation: Operation): string {
  switch (operation.op) {
    case 'create':
      return `new ${operation.name}(${argumentsText(operation.args)})`;
    case 'call':
    case 'callFunction':
      return `${operation.name}(${argumentsText(operation.args)})`;
    case 'read':
      return 'reading the fields';
    case 'keep':
    case 'tamper':
      return `reading ${operation.name}`;
    case 'connect':
      return 'connecting to the event store';
    case 'exports':
      return `loading ${operation.module}.ts`;
  }
}

function argumentsText(args: readonly Argument[]): string {
  return args.map(argumentText).join(', ');
}

function argumentText(argument: Argument): string {
  if ('value' in argument) return JSON.stringify(argument.value);
  return 'kept' in argument ? (argument.kept.split('/').at(-1) ?? '') : argument.event.type;
}
