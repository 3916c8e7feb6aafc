import type { Language, Words } from '../../learner/language.ts';
import type { Argument, Operation } from '../../learner/protocol.ts';

/** An operation as the line of code it stands for: `startGame("Ada", "Grace")`. */
export function operationText(operation: Operation, { words }: Language): string {
  switch (operation.op) {
    case 'create':
      return words.create(operation.name, argumentsText(operation.args, words));
    case 'call':
    case 'callFunction':
      return words.call(operation.name, argumentsText(operation.args, words));
    case 'read':
      return 'reading the fields';
    case 'keep':
    case 'tamper':
      return `reading ${words.member(operation.name)}`;
    case 'connect':
      return 'connecting to the event store';
    case 'exports':
      return `loading ${words.file(operation.module)}`;
  }
}

function argumentsText(args: readonly Argument[], words: Words): readonly string[] {
  return args.map((argument) => argumentText(argument, words));
}

function argumentText(argument: Argument, words: Words): string {
  if ('value' in argument) return words.value(argument.value);
  if ('record' in argument) return words.value(argument.record.fields);
  return 'kept' in argument ? (argument.kept.split('/').at(-1) ?? '') : argument.event.type;
}
