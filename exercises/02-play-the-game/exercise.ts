import type { Exercise } from '../../src/course/exercise.ts';
import { makeMove } from './steps/2.2-move.ts';
import { constraints } from './steps/2.3-constraints.ts';
import { finish } from './steps/2.4-finish.ts';
import { play } from './steps/2.5-play.ts';

const exercise: Exercise = {
  id: '02-play-the-game',
  branch: '02-exercise-play-the-game',
  title: 'Play the game',
  summary: 'Let moves be made, refuse those that must not be, and know when the game is over.',
  providesPackages: true,
  expects: [
    { module: 'domain/game', member: 'Move', what: 'What a player wants to do: who, and in which column.' },
    {
      module: 'domain/game',
      member: 'id',
      what: 'Which game it is. One may be given to a new game; without one it makes its own.',
    },
    {
      module: 'domain/game',
      member: 'nextPlayer',
      what: 'Whose turn it is: nobody’s in a new game, player one’s once it has started.',
    },
    { module: 'domain/game', member: 'result', what: 'How the game ended; nothing as long as it hasn’t.' },
    {
      module: 'domain/game',
      member: '_board',
      what: 'A Board, which is handed out, with the tokens of this game; board shows what is on it.',
    },
    {
      module: 'domain/game',
      member: 'makeMove',
      what: 'The command of step 2.2. It takes a Move, and is still to be written.',
    },
    { module: 'domain/game', member: 'hasStarted', what: 'Whether the game has started.' },
    { module: 'domain/game', member: 'isFinished', what: 'Whether there is a result.' },
    {
      module: 'domain/game',
      member: 'processEvent',
      what: 'Applies an event and keeps it in events; every command hands its events to it.',
    },
    {
      module: 'domain/events',
      member: 'MoveMade',
      what: 'The event of step 2.2, and one of all the events of a game.',
    },
    {
      module: 'domain/errors',
      member: 'GameAlreadyStartedError',
      what: 'What is said to whoever starts a game twice.',
    },
    {
      module: 'domain/errors',
      member: 'InvalidMoveError',
      what: 'What is said to whoever makes a move that the game does not allow.',
    },
  ],
  steps: [makeMove, constraints, finish, play],
};

export default exercise;
