import type { Disposable } from '../../base/disposable.ts';
import { type Git, GitError, type GitProcess, timeLimit } from './git.ts';

/** An object of the database: the bytes of a file, or a tree as git keeps it. */
export interface GitObject {
  readonly id: string;
  readonly content: Buffer;
}

/**
 * Reads objects of the database, one question after the other, from one process of git; starting
 * one for every tree takes longer than all the reading.
 */
export class ObjectReader implements Disposable {
  readonly #process: GitProcess;
  readonly #output: AsyncIterator<Buffer>;
  /** What git has said and nobody has taken yet, in the pieces it came in; joined once they are enough. */
  #pieces: Buffer[] = [];
  #available = 0;

  constructor(git: Git, signal?: AbortSignal) {
    this.#process = git.start(['cat-file', '--batch'], signal);
    this.#output = this.#process.output[Symbol.asyncIterator]();
  }

  /**
   * The objects that these names mean, such as an id or `COMMIT^{tree}`, in their order; rejects with a
   * GitError when one is missing.
   */
  async read(names: readonly string[]): Promise<GitObject[]> {
    this.#ask(names);
    const objects: GitObject[] = [];
    for (const name of names) objects.push(await this.#content(await this.#header(name)));
    return objects;
  }

  /** The same, but what is larger than `largest` bytes is passed over, and undefined here. */
  async readSmall(names: readonly string[], largest: number): Promise<(GitObject | undefined)[]> {
    this.#ask(names);
    const objects: (GitObject | undefined)[] = [];
    for (const name of names) {
      const header = await this.#header(name);
      objects.push(header.size > largest ? await this.#skip(header.size + 1) : await this.#content(header));
    }
    return objects;
  }

  dispose(): void {
    this.#process.dispose();
  }

  #ask(names: readonly string[]): void {
    this.#process.input.write(names.map((name) => `${name}\n`).join(''));
  }

  /** Git answers `ID TYPE SIZE`, the bytes and a newline; or `NAME missing`. */
  async #header(name: string): Promise<{ readonly id: string; readonly size: number }> {
    const [id = '', , size] = (await this.#line()).split(' ');
    if (size === undefined) throw new GitError('failed', `the object ${name} is missing from the repository.`);
    return { id, size: Number(size) };
  }

  async #content({ id, size }: { readonly id: string; readonly size: number }): Promise<GitObject> {
    return { id, content: (await this.#take(size + 1)).subarray(0, size) };
  }

  async #line(): Promise<string> {
    let searched = 0;
    for (;;) {
      const said = this.#joined();
      const end = said.indexOf(newline, searched);
      if (end >= 0) return (await this.#take(end + 1)).toString('latin1').trimEnd();
      searched = said.length;
      await this.#more();
    }
  }

  async #take(size: number): Promise<Buffer> {
    while (this.#available < size) await this.#more();
    const said = this.#joined();
    this.#pieces = [said.subarray(size)];
    this.#available -= size;
    return said.subarray(0, size);
  }

  async #skip(size: number): Promise<undefined> {
    for (let left = size; left > 0; ) {
      if (this.#available === 0) await this.#more();
      left -= (await this.#take(Math.min(left, this.#available))).length;
    }
  }

  #joined(): Buffer {
    const [only, ...more] = this.#pieces;
    const said = only !== undefined && more.length === 0 ? only : Buffer.concat(this.#pieces);
    this.#pieces = [said];
    return said;
  }

  /** A git that says nothing for too long is ended, so that nobody waits for it for ever. */
  async #more(): Promise<void> {
    const timer = setTimeout(() => this.#process.dispose(), timeLimit);
    const piece = await this.#output.next().catch(() => undefined);
    clearTimeout(timer);
    if (piece === undefined || piece.done) throw await this.#process.failure();
    this.#pieces.push(piece.value);
    this.#available += piece.value.length;
  }
}

/** The bytes of many objects, read by one process; rejects with a GitError when one of them is missing. */
export async function readObjects(git: Git, ids: Iterable<string>): Promise<Map<string, Buffer>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const reader = new ObjectReader(git);
  try {
    const objects = await reader.read(wanted);
    return new Map(objects.map(({ content }, at) => [wanted[at] ?? '', content]));
  } finally {
    reader.dispose();
  }
}

const newline = '\n'.charCodeAt(0);
