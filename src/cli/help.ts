import type { CommandDefinition } from './command-definition.ts';
import type { Option } from './given.ts';

/** Where what something does begins, in characters. */
const column = 38;

/** A command's own help: one line for itself and one for each option. */
export function helpOf<Name extends string>({
  name,
  takes,
  about,
  options,
}: Pick<CommandDefinition<Name>, 'name' | 'takes' | 'about' | 'options'>): string {
  const first = line(['  ground-up', name, ...(takes === undefined ? [] : [takes])].join(' '), about);
  const rest = Object.entries<Option>(options).map(([option, { value, about: what }]) =>
    line(`      --${option}${value === undefined ? '' : ` ${value}`}`, what),
  );
  return [first, ...rest].join('\n');
}

function line(what: string, about: string): string {
  return `${what.padEnd(column - 1)} ${about}`;
}
