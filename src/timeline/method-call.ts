import type { CommandData, CommandForm } from '../domain/aggregate.ts';

type Scalar = string | number;

/** The learner's method that a command goes to, and what it is given. */
export interface MethodCall {
  readonly method: string;
  readonly args: readonly (Scalar | { readonly [argument: string]: Scalar })[];
}

export function methodCall(forms: readonly CommandForm[], command: CommandData): MethodCall {
  const { type, ...given } = command;
  const form = forms.find((each) => each.type === type);
  if (form === undefined) throw new Error(`There is no command ${type}.`);
  const values = form.arguments.flatMap(({ name }) => given[name] ?? []);
  return { method: form.method, args: form.takes === 'arguments' ? values : [given] };
}

/** Which command a call was, as far as its arguments are plain data; undefined where it was something else. */
export function commandInCall(
  forms: readonly CommandForm[],
  method: string,
  args: readonly unknown[],
): CommandData | undefined {
  const form = forms.find((each) => each.method === method);
  if (form === undefined) return undefined;
  const [first] = args;
  const values =
    form.takes !== 'arguments' && typeof first === 'object' && first !== null
      ? new Map<string, unknown>(Object.entries(first))
      : new Map(form.arguments.map(({ name }, index) => [name, args[index]]));
  const given = form.arguments.flatMap(({ name }): readonly (readonly [string, Scalar])[] => {
    const value = values.get(name);
    return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
  });
  return given.length === form.arguments.length ? { ...Object.fromEntries(given), type: form.type } : undefined;
}
