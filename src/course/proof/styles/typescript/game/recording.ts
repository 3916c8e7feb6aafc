import { block, type Lines } from '../lines.ts';

/** How an event that a command made is applied and kept. */
export interface RecordStyle {
  readonly name: string;
  /** Whether a class that `Game` extends can do it, too. */
  readonly isInheritable: boolean;
  /** A member that does it; `append` keeps `event`. */
  readonly members: (append: Lines) => Lines;
  /** In a command: what is done with an event, an expression of which begins with a name of its own. */
  readonly record: (event: string, local: string, append: (event: string) => Lines) => Lines;
}

function method(name: string, head: string, call: string, appliesFirst: boolean): RecordStyle {
  return {
    name,
    isInheritable: !call.includes('#'),
    members: (append) =>
      block(
        `${head}(event: GameEvent): void`,
        appliesFirst ? ['this.apply(event);', ...append] : [...append, 'this.apply(event);'],
      ),
    record: (event) => [`${call}(${event});`],
  };
}

function inPlace(name: string, appliesFirst: boolean): RecordStyle {
  return {
    name,
    isInheritable: false,
    members: () => [],
    record: (event, local, append) => {
      const apply = `this.apply(${local});`;
      const made = `const ${local}: GameEvent = ${event};`;
      return appliesFirst ? [made, apply, ...append(local)] : [made, ...append(local), apply];
    },
  };
}

export const recordings: readonly RecordStyle[] = [
  method('processEvent, applied first', 'private processEvent', 'this.processEvent', true),
  method('processEvent, kept first', 'private processEvent', 'this.processEvent', false),
  method('a #private method', '#record', 'this.#record', true),
  method('a public method', 'happened', 'this.happened', false),
  {
    name: 'a method for any number',
    isInheritable: true,
    members: (append) =>
      block(
        'protected record(...events: GameEvent[]): void',
        block('for (const event of events)', [...append, 'this.apply(event);']),
      ),
    record: (event) => [`this.record(${event});`],
  },
  inPlace('in the command, applied first', true),
  inPlace('in the command, kept first', false),
];

/** Whether the list, and how it grows, is a class of its own that `Game` extends. */
export interface BaseStyle {
  readonly name: string;
  readonly isClass: boolean;
}

export const bases: readonly BaseStyle[] = [
  { name: 'no base', isClass: false },
  { name: 'an abstract aggregate root', isClass: true },
];

/** The form of a command, and what it gives back. */
export interface CommandStyle {
  readonly name: string;
  readonly write: (name: string, parameters: string, body: Lines) => Lines;
}

export const commandStyles: readonly CommandStyle[] = [
  { name: 'methods', write: (name, parameters, body) => block(`${name}(${parameters}): void`, body) },
  { name: 'public methods', write: (name, parameters, body) => block(`public ${name}(${parameters})`, body) },
  { name: 'arrows', write: (name, parameters, body) => block(`${name} = (${parameters}): void =>`, body, '};') },
  {
    name: 'methods that return the game',
    write: (name, parameters, body) => block(`${name}(${parameters}): this`, [...body, 'return this;']),
  },
  {
    name: 'methods that return the last event',
    write: (name, parameters, body) =>
      block(`${name}(${parameters}): GameEvent | undefined`, [...body, 'return this.events[this.events.length - 1];']),
  },
];

/** A command's message, made with something that a quick reader of source texts stumbles over. */
export interface Flourish {
  readonly name: string;
  readonly outside: Lines;
  /** `text` is the text of a template, without its backticks. */
  readonly message: (text: string) => string;
}

export const flourishes: readonly Flourish[] = [
  { name: 'plain messages', outside: [], message: (text) => `\`${text}\`` },
  {
    name: 'a regular expression with braces',
    outside: block('function shown(text: string): string', [
      "return text.replace(/[{}]{1,2}/g, '|').replace(/\\{$/, '');",
    ]),
    message: (text) => `shown(\`${text}\`)`,
  },
  {
    name: 'comments and texts with braces',
    outside: ["const opening = '{'; // } and not {", '/* } apply(event) { */', "const closing = '}';"],
    message: (text) => `\`\${opening}${text}\${closing}\``,
  },
  {
    name: 'nested templates',
    outside: [],
    message: (text) => `\`\${\`${text}\${'}'}\`}\``,
  },
];
