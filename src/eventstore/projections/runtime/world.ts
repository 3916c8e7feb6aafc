import { createContext, runInContext, Script } from 'node:vm';
import { type Callable, reasonOf } from './values.ts';

/** JSON of the code's own world: what it parses are that world's objects. */
interface OwnJson {
  parse(text: string): unknown;
  /** Undefined for what JSON cannot say. */
  stringify(value: unknown): string | undefined;
}

/** Buffers take memory past the limit of the heap. */
const prelude = `
for (const name of Reflect.ownKeys(globalThis)) {
  const value = globalThis[name];
  if (typeof name === 'string' && /Array(Buffer)?$|^DataView$|^WebAssembly$|^Atomics$/.test(name) && name !== 'Array') delete globalThis[name];
}
Object.defineProperty(BigInt.prototype, 'toJSON', { value() { return String(this); } });
`;

const hook = '$run';
const runHook = new Script(`${hook}()`);

/** The global world of a projection's code: the language itself and nothing of Node, each go limited in time. */
export class World {
  readonly #globals: Record<string, unknown>;
  readonly #time: number;
  readonly json: OwnJson;

  /** `time`: milliseconds for one go. */
  constructor(time: number) {
    this.#time = time;
    this.#globals = createContext(Object.create(null), {
      codeGeneration: { strings: false, wasm: false },
      microtaskMode: 'afterEvaluate',
    });
    runInContext(prelude, this.#globals);
    this.json = runInContext('({ parse: JSON.parse, stringify: JSON.stringify })', this.#globals);
  }

  provide(functions: Readonly<Record<string, Callable>>): void {
    for (const [name, call] of Object.entries(functions)) this.#globals[name] = call;
  }

  withdraw(functions: Readonly<Record<string, Callable>>): void {
    for (const name of Object.keys(functions)) delete this.#globals[name];
  }

  /** Throws what the code throws, and an `Error` when it takes too long. */
  execute(source: string): void {
    const script = new Script(source, { filename: 'projection.js' });
    this.#limited(() => script.runInContext(this.#globals, { timeout: this.#time }));
  }

  /** Runs work that calls into the code. Throws as `execute` does. */
  run<T>(work: () => T): T {
    const results: { readonly value: T }[] = [];
    this.#globals[hook] = () => {
      delete this.#globals[hook];
      results.push({ value: work() });
    };
    this.#limited(() => runHook.runInContext(this.#globals, { timeout: this.#time }));
    const [result] = results;
    if (result === undefined) throw new Error('The projection’s code took the place of what runs it.');
    return result.value;
  }

  #limited(run: () => void): void {
    try {
      run();
    } catch (thrown) {
      if (!isTimeout(thrown)) throw thrown;
      throw new Error(`The projection’s code took longer than ${this.#time} ms.`);
    }
  }
}

function isTimeout(thrown: unknown): boolean {
  return reasonOf(thrown).includes('Script execution timed out');
}
