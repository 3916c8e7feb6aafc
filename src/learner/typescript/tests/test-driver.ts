import { Socket } from 'node:net';
import { beforeEach, run } from 'node:test';
import { pathToFileURL } from 'node:url';
import { pipes } from '../../process/wire.ts';
import { writeLine } from '../driver/channel.ts';
import { type ModuleTable, serveModules } from '../driver/modules.ts';
import { stringify } from '../driver/primordials.ts';
import { tellWhatIsPrinted } from '../driver/printing.ts';
import { createThrownDescriber, type DescribeThrown } from '../driver/thrown.ts';
import { watch } from '../driver/watch.ts';
import { describeFailure } from './describe-failure.ts';
import type { TestAnswer, TestEnded, TestRequest } from './wire.ts';

/**
 * The program of a child that runs one test file of the learner's with the runtime's own `node:test`, and tells each
 * result as it comes. The learner's code may do with this process what it likes; it is their own test.
 */
function tell(answer: TestAnswer): void {
  writeLine(stringify(answer));
}

/** Taken before a test can put a clock of its own in its place. */
const later = setImmediate;

/** By this name the module that stands in for the test file finds what loads it. */
const loading = Symbol.for('groundUp.loading');

function runTests(table: ModuleTable, request: TestRequest): void {
  const { modules, address, path, patterns, time } = request;
  for (const module of modules) table.add(module);
  // The runner imports a path; what is behind it is the file as it was transformed for this run.
  const code = `await globalThis[Symbol.for('${Symbol.keyFor(loading)}')]();`;
  table.add({ address: pathToFileURL(path).href, code, imports: {} });
  const describe = createThrownDescriber(table.sources);
  const results = new Results(path, describe);
  Object.defineProperty(globalThis, loading, { value: () => load(address, describe).then(() => results.loaded()) });
  process.argv.splice(1, process.argv.length, path);
  results.tellEach(
    run({
      files: [path],
      isolation: 'none',
      timeout: time,
      ...(patterns.length === 0 ? {} : { testNamePatterns: patterns.map((pattern) => new RegExp(pattern, 'u')) }),
      setup: () => beforeEach((test) => tell({ kind: 'began', fullName: 'fullName' in test ? test.fullName : '' })),
    }),
  );
}

/** A file that cannot be loaded is told of in one way, whatever the runner would make of it. */
async function load(address: string, describe: DescribeThrown): Promise<void> {
  try {
    await import(address);
  } catch (failure) {
    tell({ kind: 'loadFailed', thrown: describe(failure) });
  }
}

/** Turns what `node:test` emits into what the host is told. */
class Results {
  /** The test file, which the runner takes for a test when there is none in it. */
  readonly #file: string;
  readonly #describe: DescribeThrown;
  /** Results come in the order of the source, each behind its start. */
  readonly #path: string[] = [];
  #loaded = false;
  /** Tests outside of any other that have not ended. */
  #open = 0;

  constructor(file: string, describe: DescribeThrown) {
    this.#file = file;
    this.#describe = describe;
  }

  tellEach(stream: ReturnType<typeof run>): void {
    stream.on('test:enqueue', ({ nesting }) => {
      if (nesting === 0) this.#open++;
    });
    stream.on('test:start', ({ name, nesting }) => this.#path.splice(nesting, this.#path.length, name));
    stream.on('test:pass', (event) => this.#ended(event, { result: 'passed' }));
    stream.on('test:fail', (event) =>
      this.#ended(event, { result: 'failed', failure: describeFailure(event.details.error, this.#describe) }),
    );
    stream.resume();
  }

  loaded(): void {
    this.#loaded = true;
    // What the file registered last is emitted a moment later.
    later(() => this.#tellWhenDone());
  }

  #ended(event: EndOfTest, how: Pick<TestEnded, 'result' | 'failure'>): void {
    const { nesting, file, line, column, skip, todo, details } = event;
    if (event.name !== this.#file) {
      tell({
        kind: 'ended',
        ...how,
        ...(isSet(skip) || isSet(todo) ? { result: 'skipped' } : {}),
        suite: details.type === 'suite',
        path: this.#path.slice(0, nesting + 1),
        place: { address: file ?? '', line: line ?? 1, column: column ?? 1 },
        duration: details.duration_ms,
      });
    }
    if (nesting === 0) this.#open--;
    this.#tellWhenDone();
  }

  /** The runner itself says so only once nothing keeps the process alive, which can be never. */
  #tellWhenDone(): void {
    if (this.#loaded && this.#open === 0) tell({ kind: 'done' });
  }
}

/** What both ends of a test say. */
interface EndOfTest {
  readonly name: string;
  readonly nesting: number;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details: { readonly duration_ms: number; readonly type?: string };
}

const isSet = (mark: string | boolean | undefined): boolean => mark !== undefined && mark !== false;

/** The host writes one line. The pipe is closed then, so that it keeps nothing alive that the tests leave behind. */
function receive(heard: (request: TestRequest) => void): void {
  const socket = new Socket({ fd: pipes.requests, readable: true, writable: false });
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    text += chunk;
    const end = text.indexOf('\n');
    if (end < 0) return;
    socket.destroy();
    heard(JSON.parse(text.slice(0, end)));
  });
}

function main(): void {
  const table = serveModules();
  if (table === undefined) return tell({ kind: 'lacks', what: 'module.registerHooks' });
  const memory = Number(process.argv[2]) * 1_000_000;
  tellWhatIsPrinted();
  receive((request) => {
    watch(memory)();
    runTests(table, request);
  });
}

main();
