/** An option of a command: a flag, a text, or a text that may be given several times. */
export interface Option {
  readonly kind: 'flag' | 'text' | 'texts';
  /** What stands for the text in the help: `DIRECTORY` */
  readonly value?: string;
  /** In a few words, for the help. */
  readonly about: string;
}

export type Options<Name extends string = string> = Readonly<Record<Name, Option>>;

/** What a command was given. */
export class Given<Name extends string = string> {
  /** What was given without an option's name, in order. */
  readonly words: readonly string[];
  readonly #texts: ReadonlyMap<string, readonly string[]>;

  /** `texts` by option; of a flag that was given there are none. */
  constructor(words: readonly string[], texts: ReadonlyMap<string, readonly string[]>) {
    this.words = words;
    this.#texts = texts;
  }

  /** Whether it was given at all: all there is to know of a flag. */
  has(name: Name): boolean {
    return this.#texts.has(name);
  }

  /** The last one, where it was given several times. */
  text(name: Name): string | undefined {
    return this.#texts.get(name)?.at(-1);
  }

  texts(name: Name): readonly string[] {
    return this.#texts.get(name) ?? [];
  }
}
