/** A program that is broken or means no good, and how a run of it must end. */
export interface HostileProgram {
  readonly name: string;
  /** Lines that run when the module is loaded, before `Game` is declared. */
  readonly load?: readonly string[];
  /** The body of `play`. */
  readonly play?: readonly string[];
  /** More members of `Game`. */
  readonly members?: readonly string[];
  /** The whole module, where it is to have no `Game` or to be no Python. */
  readonly text?: string;
  /** `truth`: completed, and the events read are the real ones, which are none. `threw`: `play` raised this. */
  readonly ends:
    | 'truth'
    | { readonly threw: RegExp }
    | { readonly stopped: string; readonly says?: RegExp }
    | { readonly couldNotRun: string; readonly line?: number };
  /** Limit, megabytes. */
  readonly memory?: number;
}

const timedOut = { stopped: 'timedOut' };
const exited = { stopped: 'exited' };
const outOfMemory = { stopped: 'outOfMemory' };
const tooMuchOutput = { stopped: 'tooMuchOutput' };
const garbled = { stopped: 'garbled' };

const stuck: readonly HostileProgram[] = [
  { name: 'loops for ever', play: ['while True: pass'], ends: timedOut },
  { name: 'loops for ever while it is loaded', load: ['while True: pass'], ends: timedOut },
  { name: 'lets no other thread run', play: ['return sum(range(10 ** 12))'], ends: timedOut },
  { name: 'works out a number that is far too large', play: ['return 7 ** 7 ** 12'], ends: timedOut },
  {
    name: 'backtracks in a regular expression',
    play: ['import re', 're.match("(a+)+$", "a" * 60 + "!")'],
    ends: timedOut,
  },
  { name: 'sleeps', play: ['import time', 'time.sleep(1_000)'], ends: timedOut },
  {
    name: 'waits for a lock that nobody gives back',
    play: ['import threading', 'lock = threading.Lock()', 'lock.acquire()', 'lock.acquire()'],
    ends: timedOut,
  },
  {
    name: 'catches whatever is raised and goes on',
    play: ['while True:', '    try: 1 / 0', '    except BaseException: pass'],
    ends: timedOut,
  },
  {
    name: 'loops for ever in a property',
    members: ['@property', 'def trap(self):', '    while True: pass'],
    ends: timedOut,
  },
  {
    name: 'loops for ever when it is looked for a name',
    members: ['def __getattribute__(self, name):', '    while True: pass'],
    ends: timedOut,
  },
  {
    name: 'awaits what never comes',
    play: ['import asyncio', 'async def never(): await asyncio.Event().wait()', 'return never()'],
    ends: timedOut,
  },
  {
    name: 'leaves a thread running that never ends',
    play: ['import threading', 'def spin():', '    while True: pass', 'threading.Thread(target=spin).start()'],
    ends: 'truth',
  },
  {
    name: 'leaves ten threads waiting that never end',
    play: ['import threading', 'for _ in range(10): threading.Thread(target=threading.Event().wait).start()'],
    ends: 'truth',
  },
];

const leaving: readonly HostileProgram[] = [
  { name: 'ends the process at once, as if all were well', play: ['import os', 'os._exit(0)'], ends: exited },
  { name: 'ends the process while it is loaded', load: ['import os', 'os._exit(0)'], ends: exited },
  { name: 'leaves by sys.exit', play: ['import sys', 'sys.exit()'], ends: exited },
  { name: 'leaves with a sentence', play: ['raise SystemExit("enough")'], ends: exited },
  { name: 'leaves in a property', members: ['@property', 'def way(self): raise SystemExit(1)'], ends: exited },
  { name: 'kills itself', play: ['import os', 'os.kill(os.getpid(), 9)'], ends: exited },
  { name: 'stops itself', play: ['import os', 'os.kill(os.getpid(), 19)'], ends: timedOut },
  {
    name: 'kills its parent',
    play: ['import os', 'os.kill(os.getppid(), 9)'],
    ends: { threw: /Only the process itself/ },
  },
  { name: 'aborts', play: ['import os', 'os.abort()'], ends: exited },
  { name: 'crashes the interpreter', play: ['import ctypes', 'ctypes.string_at(0)'], ends: exited },
  { name: 'interrupts', play: ['raise KeyboardInterrupt'], ends: { threw: /^$/ } },
  { name: 'recurses for ever', play: ['return self.play()'], ends: { threw: /recursion/ } },
  {
    name: 'recurses for ever in a property',
    members: ['@property', 'def deeper(self): return self.deeper'],
    ends: 'truth',
  },
  {
    name: 'raises in a thread',
    play: ['import threading', 't = threading.Thread(target=lambda: 1 / 0)', 't.start()', 't.join()'],
    ends: { stopped: 'uncaught' },
  },
];

const greedy: readonly HostileProgram[] = [
  {
    name: 'takes memory without end',
    play: ['every = []', 'while True: every.append("x" * 10_000 + str(len(every)))'],
    memory: 64,
    ends: outOfMemory,
  },
  {
    name: 'takes memory while it is loaded',
    load: ['every = []', 'while True: every.append([0] * 10_000)'],
    memory: 64,
    ends: outOfMemory,
  },
  { name: 'takes everything at once', play: ['return bytearray(10 ** 12)'], memory: 64, ends: outOfMemory },
  { name: 'takes a list of everything', play: ['return list(range(10 ** 12))'], memory: 64, ends: outOfMemory },
  { name: 'prints without end', play: ['while True: print("x" * 1_000)'], ends: tooMuchOutput },
  { name: 'prints one endless line', play: ['print("x" * 10_000_000)'], ends: tooMuchOutput },
  {
    name: 'writes to standard output past the driver',
    play: ['import os', 'while True: os.write(1, b"x" * 1_000)'],
    ends: tooMuchOutput,
  },
  {
    name: 'writes to standard error past the driver',
    play: ['import os', 'while True: os.write(2, b"x" * 1_000)'],
    ends: tooMuchOutput,
  },
  {
    name: 'floods the pipe for answers',
    play: ['import os', 'while True: os.write(3, b"x" * 1_000 + b"\\n")'],
    ends: garbled,
  },
  {
    name: 'shows a list without end',
    members: ['@property', 'def all(self): return list(range(100_000))'],
    ends: 'truth',
  },
  {
    name: 'starts a few processes that start others',
    play: ['import os', 'for _ in range(3): os.fork()', 'import time', 'time.sleep(1_000)'],
    ends: timedOut,
  },
  {
    name: 'leaves a process behind in a session of its own',
    play: [
      'import subprocess, sys',
      'subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1_000)"], start_new_session=True)',
    ],
    ends: 'truth',
  },
];

const meddling: readonly HostileProgram[] = [
  { name: 'closes every pipe', play: ['import os', 'os.closerange(0, 100)'], ends: exited },
  { name: 'forges an answer', play: ['import os', 'os.write(3, b\'{"kind":"done","token":"x"}\\n\')'], ends: garbled },
  { name: 'watches the driver work', play: ['import sys', 'sys.settrace(lambda *_: None)'], ends: 'truth' },
  { name: 'takes print away', load: ['import builtins', 'builtins.print = None'], ends: 'truth' },
  { name: 'takes standard output away', load: ['import sys', 'sys.stdout = sys.stderr = None'], ends: 'truth' },
  { name: 'has a class that lies about itself', members: ['__class__ = property(lambda self: int)'], ends: 'truth' },
  {
    name: 'cannot be compared or written out',
    members: ['def __eq__(self, other): raise ValueError', 'def __repr__(self): raise ValueError', '__hash__ = None'],
    ends: 'truth',
  },
  { name: 'empties its modules', play: ['import sys', 'sys.modules.clear()'], ends: 'truth' },
];

const broken: readonly HostileProgram[] = [
  { name: 'has a syntax error', text: 'class Game:\n    events = [\n', ends: { couldNotRun: 'syntaxError', line: 2 } },
  {
    name: 'is set in wrongly',
    text: 'class Game:\n    a = 1\n      b = 2\n',
    ends: { couldNotRun: 'syntaxError', line: 3 },
  },
  {
    name: 'mixes tabs and spaces',
    text: 'class Game:\n        a = 1\n\tb = 2\n',
    ends: { couldNotRun: 'syntaxError', line: 3 },
  },
  { name: 'has nothing where a block has to be', text: 'class Game:\n', ends: { couldNotRun: 'syntaxError', line: 1 } },
  {
    name: 'returns outside of a function',
    text: 'class Game: pass\nreturn 1\n',
    ends: { couldNotRun: 'syntaxError', line: 2 },
  },
  { name: 'holds a byte that no source may hold', text: 'class Game: pass\n\0', ends: { couldNotRun: 'syntaxError' } },
  {
    name: 'imports a package that is missing',
    text: 'import nobody_has_this\n',
    ends: { couldNotRun: 'missingImport', line: 1 },
  },
  {
    name: 'imports a module of its own that is missing',
    text: '\nfrom connect_four.domain import boards\n',
    ends: { couldNotRun: 'missingExport', line: 2 },
  },
  {
    name: 'imports itself',
    text: 'from connect_four.domain.game import Game\n',
    ends: { stopped: 'loadFailed', says: /circular import/ },
  },
  {
    name: 'raises while it is loaded',
    text: 'raise ValueError("today")\n',
    ends: { stopped: 'loadFailed', says: /today/ },
  },
  {
    name: 'has a name that is not there',
    text: 'class Game(Aggregate): pass\n',
    ends: { stopped: 'loadFailed', says: /Aggregate/ },
  },
];

export const hostilePrograms: readonly HostileProgram[] = [...stuck, ...leaving, ...greedy, ...meddling, ...broken];

export function sourceOf({ load = [], play = [], members = [], text }: HostileProgram): string {
  if (text !== undefined) return text;
  return [
    ...load,
    'class Game:',
    '    events = ()',
    '    def play(self):',
    ...[...play, 'return None'].map((line) => `        ${line}`),
    ...members.map((line) => `    ${line}`),
    '',
  ].join('\n');
}
