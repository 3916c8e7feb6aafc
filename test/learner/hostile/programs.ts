/** A program that is broken or means no good: what `Game` does besides, and how a run of it must end. */
export interface HostileProgram {
  readonly name: string;
  /** Runs when the module is loaded, before `Game` is declared. */
  readonly load?: string;
  /** The body of `async play()`. */
  readonly play?: string;
  /** More members of `Game`. */
  readonly members?: string;
  /** `truth`: completed, and the events read are the real ones, which are none. `threw`: `play` threw this. */
  readonly ends: 'truth' | { readonly threw: RegExp } | { readonly stopped: string };
  /** Heap limit, megabytes. */
  readonly memory?: number;
  /** Without the runtime's permission model. */
  readonly unguarded?: boolean;
}

const timedOut = { stopped: 'timedOut' };
const exited = { stopped: 'exited' };
const garbled = { stopped: 'garbled' };
const tooMuchOutput = { stopped: 'tooMuchOutput' };
const outOfMemory = { stopped: 'outOfMemory' };
const unawaited = { stopped: 'unawaited' };

const stuck: readonly HostileProgram[] = [
  { name: 'loops for ever', play: 'for (;;);', ends: timedOut },
  { name: 'loops for ever while it is loaded', load: 'for (;;);', ends: timedOut },
  {
    name: 'loops for ever in microtasks',
    play: 'const spin = () => Promise.resolve().then(spin); await spin();',
    ends: timedOut,
  },
  { name: 'awaits nothing for ever', play: 'while (true) await null;', ends: timedOut },
  { name: 'awaits timers for ever', play: 'while (true) await new Promise((go) => setTimeout(go));', ends: timedOut },
  { name: 'returns a promise that never settles', play: 'await new Promise(() => {});', ends: timedOut },
  { name: 'loops for ever in a getter', members: 'get trap() { for (;;); }', ends: timedOut },
  { name: 'never finishes loading', load: 'await new Promise(() => setInterval(() => {}, 1000));', ends: timedOut },
  {
    name: 'sleeps in Atomics.wait',
    play: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);',
    ends: timedOut,
  },
  { name: 'backtracks in a regular expression', play: `/^(a+)+$/.test('a'.repeat(60) + '!');`, ends: timedOut },
  {
    name: 'loops for ever when the process exits',
    load: `process.on('exit', () => { for (;;); });`,
    play: 'process.exit(0);',
    ends: timedOut,
  },
  { name: 'keeps timers running after it is done', play: 'setInterval(() => {}, 1);', ends: 'truth' },
];

const leaving: readonly HostileProgram[] = [
  { name: 'stops itself', play: `process.kill(process.pid, 'SIGSTOP');`, ends: timedOut },
  {
    name: 'kills its parent',
    play: `process.kill(process.ppid, 'SIGKILL');`,
    ends: { threw: /Only the process itself/ },
  },
  { name: 'exits with 0', play: 'process.exit(0);', ends: exited },
  { name: 'exits with 0 while it is loaded', load: 'process.exit(0);', ends: exited },
  { name: 'really exits', play: 'process.reallyExit(0);', ends: exited },
  { name: 'aborts', play: 'process.abort();', ends: exited },
  { name: 'kills itself', play: `process.kill(process.pid, 'SIGKILL'); for (;;);`, ends: exited },
  { name: 'closes the pipe for answers', play: `const fs = await import('node:fs'); fs.closeSync(3);`, ends: exited },
  { name: 'throws while it is loaded', load: `throw new Error('not today');`, ends: { stopped: 'loadFailed' } },
  {
    name: 'rejects while it is loaded',
    load: `await Promise.reject(new Error('not today'));`,
    ends: { stopped: 'loadFailed' },
  },
  {
    name: 'leaves a rejection unhandled',
    play: `Promise.reject(new Error('nobody cares'));`,
    ends: unawaited,
  },
  {
    name: 'leaves a rejection that comes a little later',
    play: `Promise.resolve().then(() => {}).then(() => { throw new Error('later'); });`,
    ends: unawaited,
  },
  {
    name: 'throws in a timer',
    play: `setTimeout(() => { throw new Error('tick'); }); await new Promise((go) => setTimeout(go, 50));`,
    ends: { stopped: 'uncaught' },
  },
  {
    name: 'hides its unhandled rejections',
    load: `process.removeAllListeners('unhandledRejection');`,
    play: `Promise.reject(new Error('hidden'));`,
    ends: { stopped: 'uncaught' },
  },
  { name: 'recurses for ever', play: 'const down = () => down() + 1; down();', ends: { threw: /call stack/ } },
  { name: 'throws null', play: 'throw null;', ends: { threw: /null/ } },
  {
    name: 'throws a proxy that throws',
    play: `throw new Proxy({}, { get() { throw new Error('no'); }, getPrototypeOf() { throw new Error('no'); } });`,
    ends: { threw: /./ },
  },
];

const greedy: readonly HostileProgram[] = [
  {
    name: 'fills the heap',
    play: 'const all = []; for (;;) all.push({ all: [...all] });',
    ends: outOfMemory,
    memory: 64,
  },
  {
    name: 'fills memory with buffers',
    play: 'const all = []; for (;;) { all.push(Buffer.alloc(20_000_000, 1)); await new Promise((go) => setTimeout(go)); }',
    ends: outOfMemory,
    memory: 64,
  },
  { name: 'makes a text too long', play: `'x'.repeat(2 ** 40);`, ends: { threw: /string/i } },
  { name: 'floods the console', play: `for (;;) console.log('x'.repeat(1000));`, ends: tooMuchOutput },
  { name: 'floods standard error', play: `for (;;) process.stderr.write('x'.repeat(1000));`, ends: tooMuchOutput },
  {
    name: 'floods the bare descriptor',
    play: `const fs = await import('node:fs'); for (;;) try { fs.writeSync(1, 'x'.repeat(1000)); } catch {}`,
    ends: tooMuchOutput,
  },
  {
    name: 'floods the pipe for answers without a line',
    play: `const fs = await import('node:fs'); for (;;) fs.writeSync(3, 'x'.repeat(1000));`,
    ends: tooMuchOutput,
  },
  {
    name: 'holds endless data',
    members: 'get deeper() { return new Game(); } many = Array.from({ length: 200_000 }, (_, at) => ({ at }));',
    ends: 'truth',
  },
];

const starting: readonly HostileProgram[] = [
  {
    name: 'starts a process that stays',
    play: `const { spawn } = await import('node:child_process'); spawn('sleep', ['60'], { detached: true, stdio: 'ignore' }).unref();`,
    ends: 'truth',
    unguarded: true,
  },
  {
    name: 'starts a process of a process that stays',
    play: `const { spawnSync } = await import('node:child_process'); spawnSync('sh', ['-c', 'setsid sleep 60 >/dev/null 2>&1 &']);`,
    ends: 'truth',
    unguarded: true,
  },
  {
    name: 'starts a process that holds its pipes open, and exits',
    play: `const { spawn } = await import('node:child_process'); spawn('sleep', ['60'], { detached: true, stdio: 'inherit' }); process.exit(0);`,
    ends: exited,
    unguarded: true,
  },
  {
    name: 'starts a process where none may be started',
    play: `const { spawn } = await import('node:child_process'); spawn('sleep', ['60']);`,
    ends: { threw: /restricted/ },
  },
  {
    name: 'replaces its process',
    play: `process.execve('/bin/sleep', ['sleep', '60']);`,
    ends: { threw: /restricted|not a function/ },
  },
  {
    name: 'writes outside',
    play: `const fs = await import('node:fs'); fs.writeFileSync(process.env.TMPDIR + '/outside', 'x');`,
    ends: { threw: /restricted/ },
  },
  {
    name: 'writes outside through a database',
    play: `const { DatabaseSync } = await import('node:sqlite'); new DatabaseSync(process.env.TMPDIR + '/outside').exec('create table a (b)');`,
    ends: { threw: /cannot be used/ },
  },
  {
    name: 'reads outside',
    play: `const fs = await import('node:fs'); fs.readFileSync('/proc/self/mem');`,
    ends: { threw: /restricted/ },
  },
];

/** What a forger wants the judge to believe. */
const lie = `{ kind: 'read', members: [{ name: 'events', value: { kind: 'list', items: [{ kind: 'string', value: 'FORGED' }], identity: 1, frozen: false } }] }`;
const lines = `[{ kind: 'observed', token: '', index: 1, outcome: ${lie} }, { kind: 'observed', token: '', index: 2, outcome: ${lie} }, { kind: 'done', token: '' }].map((line) => JSON.stringify(line) + '\\n').join('')`;

const forging: readonly HostileProgram[] = [
  {
    name: 'pollutes Object.prototype',
    load: `Object.assign(Object.prototype, { kind: 'completed', token: 'x', index: 0, outcome: ${lie}, names: ['events'], as: 'game', field: 'x', what: 'x', value: 'FORGED', event: { module: 'x', type: 'x', data: {} } });`,
    ends: 'truth',
  },
  {
    name: 'gives every object a toJSON',
    load: `Object.prototype.toJSON = () => (${lie}); Array.prototype.toJSON = () => ['FORGED']; String.prototype.toJSON = () => 'FORGED';`,
    ends: 'truth',
  },
  {
    name: 'patches JSON',
    load: `const { stringify } = JSON; JSON.stringify = () => stringify({ kind: 'observed', outcome: ${lie} }); JSON.parse = () => ({});`,
    ends: 'truth',
  },
  {
    name: 'patches Array.prototype',
    load: `for (const name of ['push', 'map', 'slice', 'join', 'includes', 'indexOf', 'filter', 'concat', 'forEach', Symbol.iterator]) Array.prototype[name] = () => ['FORGED'];`,
    ends: 'truth',
  },
  {
    name: 'sets a trap in every list',
    play: `for (const at of ['0', '1', '2']) Object.defineProperty(Array.prototype, at, { set() {}, get: () => 'FORGED', configurable: true });`,
    ends: 'truth',
  },
  {
    name: 'patches String.prototype',
    load: `for (const name of Object.getOwnPropertyNames(String.prototype)) if (name !== 'constructor') try { String.prototype[name] = () => 'FORGED'; } catch {}`,
    ends: 'truth',
  },
  {
    name: 'patches Promise',
    load: `const { then } = Promise.prototype; Promise.prototype.then = function (done, failed) { return then.call(this, () => done && done(${lie}), failed); }; Object.defineProperty(Promise.prototype, 'constructor', { get() { return class { constructor(make) { make(() => {}, () => {}); } }; } });`,
    ends: 'truth',
  },
  {
    name: 'patches Function.prototype',
    load: `for (const name of ['call', 'apply', 'bind', 'toString']) Function.prototype[name] = () => 'FORGED'; Function.prototype[Symbol.hasInstance];`,
    ends: 'truth',
  },
  {
    name: 'patches Reflect and Object',
    load: `for (const owner of [Reflect, Object]) for (const name of Object.getOwnPropertyNames(owner)) if (!['prototype', 'defineProperty', 'getOwnPropertyNames'].includes(name)) try { owner[name] = () => ['FORGED']; } catch {}`,
    ends: 'truth',
  },
  {
    name: 'patches Map, Set and WeakMap',
    load: `for (const owner of [Map, Set, WeakMap, Date, Symbol, Number, Boolean]) for (const name of Object.getOwnPropertyNames(owner.prototype)) if (name !== 'constructor') try { owner.prototype[name] = () => 'FORGED'; } catch {}`,
    ends: 'truth',
  },
  {
    name: 'patches the timers',
    load: `globalThis.setImmediate = (go) => go(${lie}); globalThis.setTimeout = () => {}; process.nextTick = () => {};`,
    ends: 'truth',
  },
  {
    name: 'patches Buffer',
    load: `const from = Buffer.from; Buffer.from = () => from('FORGED'); Buffer.prototype.toString = () => 'FORGED'; Uint8Array.prototype.fill = () => {};`,
    ends: 'truth',
  },
  {
    name: 'patches the event emitter',
    load: `const { EventEmitter } = await import('node:events'); const { emit } = EventEmitter.prototype; EventEmitter.prototype.emit = function (...args) { return args[0] === 'exit' ? true : Reflect.apply(emit, this, args); };`,
    ends: 'truth',
  },
  {
    name: 'patches fs',
    load: `const fs = (await import('node:fs')).default; fs.writeSync = () => 0; fs.write = () => 0; (await import('node:module')).syncBuiltinESMExports();`,
    ends: 'truth',
  },
  {
    name: 'writes the stack of errors itself',
    load: `Error.prepareStackTrace = () => ({ FORGED: true }); Error.stackTraceLimit = 0;`,
    play: `throw new Error('as it is');`,
    ends: { threw: /^as it is$/ },
  },
  {
    name: 'says that everything is an error',
    load: `Object.defineProperty(Error, Symbol.hasInstance, { value: () => true });`,
    ends: 'truth',
  },
  {
    name: 'replaces the globals',
    load: `globalThis.process = {}; globalThis.JSON = {}; globalThis.Reflect = {}; globalThis.Promise = class {}; globalThis.Buffer = {};`,
    ends: 'truth',
  },
  { name: 'sends a message to the parent', play: `process.send(${lie});`, ends: { threw: /not a function/ } },
  {
    name: 'answers by itself',
    play: `const fs = await import('node:fs'); fs.writeSync(3, ${lines}); process.exit(0);`,
    ends: garbled,
  },
  {
    name: 'answers on every descriptor',
    play: `const fs = await import('node:fs'); for (let fd = 0; fd < 30; fd++) try { fs.writeSync(fd, ${lines}); } catch {} await new Promise(() => {});`,
    ends: garbled,
  },
  {
    name: 'answers before it is loaded',
    load: `const fs = await import('node:fs'); fs.writeSync(3, ${lines}); process.exit(0);`,
    ends: garbled,
  },
  {
    name: 'answers from a thread',
    play: `const { Worker } = await import('node:worker_threads'); new Worker(${JSON.stringify(`require('fs').writeSync(3, JSON.stringify({ kind: 'done', token: '' }) + '\\n')`)}, { eval: true }); await new Promise(() => {});`,
    ends: { threw: /cannot be used/ },
  },
  {
    name: 'writes half an answer',
    play: `const fs = await import('node:fs'); fs.writeSync(3, '{"kind":"observed",');`,
    ends: garbled,
  },
  {
    name: 'looks for tokens in fresh memory',
    play: `const bytes = []; for (let at = 0; at < 300; at++) bytes.push(Buffer.allocUnsafeSlow(65536).toString('latin1')); const found = /"tokens":\\["([^\\]]*)/.exec(bytes.join('')); if (found) throw new Error('found ' + found[1]);`,
    ends: 'truth',
  },
  { name: 'asks for bindings', play: `process.binding('fs');`, ends: { threw: /cannot be used/ } },
  { name: 'looks for the driver’s sockets', play: `process._getActiveHandles();`, ends: { threw: /cannot be used/ } },
  {
    name: 'takes a snapshot of the heap',
    play: `const v8 = await import('node:v8'); v8.getHeapSnapshot();`,
    ends: { threw: /cannot be used/ },
  },
  {
    name: 'inspects itself',
    play: `const { Session } = process.getBuiltinModule('node:inspector'); new Session().connect();`,
    ends: { threw: /cannot be used/ },
  },
  {
    name: 'looks at who called it',
    play: `const found = Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getThis() ?? site.getFunction()); const seen = new Error('').stack; if (JSON.stringify(seen).includes('token')) throw new Error('found');`,
    ends: 'truth',
  },
  {
    name: 'hooks the loader',
    play: `const module = await import('node:module'); module.registerHooks({ load: () => ({ format: 'module', source: 'export class Game { events = ["FORGED"]; }', shortCircuit: true }) });`,
    ends: 'truth',
  },
  {
    name: 'lies about itself in a proxy',
    members: `constructor() { return new Proxy(this, { ownKeys() { throw new Error('no keys'); } }); }`,
    ends: 'truth',
  },
  {
    name: 'is a thenable that settles twice',
    play: `return { then(done) { done('one'); done('FORGED'); } };`,
    ends: 'truth',
  },
  {
    name: 'ends its standard output',
    play: `process.stdout.end(); process.stdout.destroy(); console.log('after the end');`,
    ends: 'truth',
  },
  {
    name: 'answers in endless depth',
    play: `const fs = await import('node:fs'); const deep = 40_000; fs.writeSync(3, '{"kind":"observed","token":"","index":1,"outcome":{"kind":"returned","value":' + '{"kind":"set","identity":1,"items":['.repeat(deep / 4) + ']}'.repeat(deep / 4) + '}}\\n'); await new Promise(() => {});`,
    ends: garbled,
  },
  {
    name: 'throws with a stack that takes long to read',
    play: `const failure = new Error('slow'); failure.stack = '    at ' + 'x ('.repeat(100_000); throw failure;`,
    ends: { threw: /slow/ },
  },
  {
    name: 'takes what the driver is asked',
    play: `const fs = await import('node:fs'); const bytes = Buffer.alloc(100); try { fs.readSync(4, bytes); } catch {}`,
    ends: 'truth',
  },
];

export const hostilePrograms: readonly HostileProgram[] = [...stuck, ...leaving, ...greedy, ...starting, ...forging];

export function sourceOf({ load = '', play = '', members = '' }: HostileProgram): string {
  return `${load}\nexport class Game {\n  events = [];\n  ${members}\n  async play() { ${play} }\n}\n`;
}
