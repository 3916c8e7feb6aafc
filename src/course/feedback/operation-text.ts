import type { Language, Words } from '../../learner/language.ts';
import type { Argument, Operation } from '../../learner/protocol.ts';

/** An operation as the line of code it stands for: `startGame("Ada", "Grace")`. */
export function operationText(operation: Operation, { words }: Pick<Language, 'words'>): string {
  switch (operation.op) {
    case 'create':
      return words.create(operation.name, argumentTexts(operation.args, words));
    case 'call':
    case 'callFunction':
      return words.call(operation.name, argumentTexts(operation.args, words));
    case 'read':
    case 'watch':
    case 'noted':
      return 'reading the fields';
    case 'keep':
    case 'tamper':
    case 'silence':
      return `reading ${words.member(operation.name)}`;
    case 'connect':
      return 'connecting to the event store';
    case 'append':
      return `appending to ${operation.stream}`;
    case 'exports':
      return `loading ${words.file(operation.module)}`;
  }
}

function argumentTexts(args: readonly Argument[], words: Words): readonly string[] {
  return args.map((argument) => {
    if ('value' in argument) return words.value(argument.value);
    if ('record' in argument) return words.record(argument.record.name, argument.record.fields);
    return 'kept' in argument ? keptText(argument.kept) : argument.event.type;
  });
}

/** A value that was kept has no name that the learner knows; an event that was, is called what it is. */
function keptText(kept: string): string {
  const name = kept.split('/').at(-1) ?? '';
  return /^-?\d+$/.test(name) ? 'event' : name;
}
