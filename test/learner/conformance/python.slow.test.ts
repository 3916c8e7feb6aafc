import { createPythonRuntime } from '../../../src/learner/python/runtime.ts';
import { clientPackage } from '../../../src/learner/python/wire.ts';
import { createLearnerRunner } from '../../../src/learner/runner.ts';
import type { SourceFiles } from '../../../src/learner/source-files.ts';
import { interpreters, pythonDriverPath, saysWhenThereIsNone } from '../python/interpreters.ts';
import type { ProgramName } from './cases.ts';
import { describeDriver } from './suite.ts';

const game = (...lines: readonly string[]): SourceFiles =>
  new Map([['src/connect_four/domain/game.py', `${lines.join('\n')}\n`]]);

const inGame = (...lines: readonly string[]): SourceFiles => game('class Game:', ...lines.map((line) => `    ${line}`));

const programs: Readonly<Record<ProgramName, SourceFiles>> = {
  values: game(
    'class Board:',
    '    __slots__ = ("size",)',
    '    def __init__(self): self.size = 7',
    'class Game:',
    '    ready = True',
    '    def __init__(self):',
    '        self.name, self.count, self.nobody = "Ada", 3, None',
    '        self.moves, self.board = ["A", "B"], Board()',
  ),
  commands: inGame(
    'def __init__(self): self.__one = self.PlayerTwo = None',
    'player_one = property(lambda self: self.__one)',
    'def start_game(self, one, two):',
    '    self.__one, self.PlayerTwo = one, two',
    '    return one',
  ),
  events: new Map([
    [
      'src/connect_four/domain/game.py',
      [
        'from typing import NamedTuple',
        'class Move(NamedTuple):',
        '    player: str',
        '    column: str',
        'class Game:',
        '    def __init__(self): self.events, self.last = [], None',
        '    def apply(self, event): self.events.append(event)',
        '    def make_move(self, move): self.last = move',
      ].join('\n'),
    ],
    [
      'src/connect_four/domain/events.py',
      'from dataclasses import dataclass\n@dataclass(frozen=True)\nclass GameStarted:\n    player_one: str\n',
    ],
  ]),
  failures: game(
    'class InvalidMoveError(Exception): pass',
    'class Game:',
    '    def refuse(self): raise InvalidMoveError("no")',
    '    def builtin(self): raise ValueError("mine")',
    '    def slip(self): return None.name',
  ),
  printing: inGame('def speak(self): print("hello")'),
  endless: inGame('def wait(self):', '    while True: pass'),
  leaving: game('import sys', 'class Game:', '    def leave(self): sys.exit(3)'),
  loud: inGame('def say(self):', '    for _ in range(2_000): print("x" * 1_000)'),
  hoarding: inGame('def hoard(self):', '    every = []', '    while True: every.append([1.5] * 10_000)'),
  failingToLoad: game('class NotTodayError(Exception): pass', 'raise NotTodayError("no")'),
  unreadable: game('a = 1', 'class = 2', 'class Game: pass'),
  missingImport: game('import nobody_has_this', 'class Game: pass'),
  cycles: inGame('def __init__(self):', '    one = {"at": 1}', '    self.self, self.twice = self, [one, one]'),
  environment: game('import os', 'class Game:', '    def greeting(self): return os.environ.get("GREETING")'),
  waiting: game(
    'import asyncio',
    'class Game:',
    '    async def later(self, text):',
    '        await asyncio.sleep(0.005)',
    '        return text',
  ),
  unreadableMember: inGame('@property', 'def broken(self): raise RuntimeError("not now")'),
  tampering: inGame('def __init__(self): self.list, self.fixed = [], ()'),
  points: game(
    'class Point:',
    '    def __init__(self): self.of = 1',
    'class Game:',
    '    def __init__(self): self.score, self.points = 0, []',
    '    def play(self):',
    '        self.add()',
    '        self.score = 1',
    '    def add(self): self.points.append(Point())',
  ),
  noGame: game('class Player: pass'),
};

saysWhenThereIsNone();
for (const found of interpreters) {
  // Whatever a machine has, here nothing is installed.
  const interpreter = { ...found, lacking: [clientPackage] };
  describeDriver(`Python ${interpreter.version}`, {
    makeRunner: () => createLearnerRunner(createPythonRuntime({ driverPath: pythonDriverPath, interpreter })),
    programs,
  });
}
