import { parseArgs } from 'node:util';
import { isSimilar } from '../base/similar.ts';
import { Given, type Option, type Options } from './given.ts';

/** What a command takes. */
export interface Taking<Name extends string> {
  readonly name: string;
  readonly options: Options<Name>;
  /** How many words it takes at most beside its options. */
  readonly words: number;
  /** Whether all that follows the first word is for somebody else. */
  readonly passesOn?: boolean;
}

export type ReadArguments<Name extends string> =
  | { readonly kind: 'read'; readonly given: Given<Name> }
  | { readonly kind: 'help' }
  /** A sentence about what is wrong with them. */
  | { readonly kind: 'wrong'; readonly sentence: string };

/** Reads the arguments that follow a command's name. */
export function readArguments<Name extends string>(taking: Taking<Name>, args: readonly string[]): ReadArguments<Name> {
  const { own, passedOn } = taking.passesOn === true ? divided(taking, args) : { own: args, passedOn: [] };
  const texts = new Map<string, readonly string[]>();
  const words: string[] = [];
  for (const token of tokensOf(taking.options, own)) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      words.push(token.value);
      continue;
    }
    if (token.name === 'help' || token.name === 'h') return { kind: 'help' };
    const option = optionNamed(taking.options, token.name);
    const sentence = objectionTo(taking, token, option);
    if (sentence !== undefined) return { kind: 'wrong', sentence };
    const { value } = token;
    texts.set(token.name, [...(texts.get(token.name) ?? []), ...(value === undefined ? [] : [value])]);
  }
  const extra = words.slice(taking.words);
  if (extra.length > 0) return { kind: 'wrong', sentence: `“${extra.join(' ')}” is more than ${taking.name} takes.` };
  return { kind: 'read', given: new Given([...words, ...passedOn], texts) };
}

type Token = ReturnType<typeof tokensOf>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** Node reads the signs; what they mean and what to say about them is ours. */
function tokensOf(options: Options, args: readonly string[]) {
  const known = Object.entries<Option>(options).map(
    ([name, { kind }]) => [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }] as const,
  );
  const config = { args: [...args], options: Object.fromEntries(known), strict: false, allowPositionals: true };
  return parseArgs({ ...config, tokens: true }).tokens;
}

/** Where the first word stands; the options before it are the command's own. */
function divided({ options }: Pick<Taking<string>, 'options'>, args: readonly string[]) {
  const first = tokensOf(options, args).find(({ kind }) => kind === 'positional');
  if (first === undefined) return { own: args, passedOn: [] };
  return { own: args.slice(0, first.index + 1), passedOn: args.slice(first.index + 1) };
}

function optionNamed(options: Options, name: string): Option | undefined {
  return Object.hasOwn(options, name) ? options[name] : undefined;
}

function objectionTo(
  { name, options }: Pick<Taking<string>, 'name' | 'options'>,
  { name: given, rawName, value, inlineValue }: OptionToken,
  option: Option | undefined,
): string | undefined {
  if (option === undefined) {
    const similar = Object.keys(options).find((each) => isSimilar(each, given));
    return `${name} has no option ${rawName}${similar === undefined ? '' : `. Was --${similar} meant?`}`;
  }
  if (option.kind === 'flag')
    return value === undefined ? undefined : `${rawName} takes nothing, and was given “${value}”.`;
  if (value === undefined) return `${rawName} is to be followed by ${option.value ?? 'a text'}.`;
  const isOption = inlineValue === false && value.startsWith('-') && value !== '-';
  return isOption ? `${rawName} is to be followed by ${option.value ?? 'a text'}, and ${value} follows.` : undefined;
}
