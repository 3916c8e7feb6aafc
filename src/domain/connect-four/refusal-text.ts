import type { Refusal } from './game.ts';

/** A refusal as a sentence for the player. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'alreadyStarted':
      return 'This game has already started.';
    case 'samePlayer':
      return `Both players are called “${refusal.player}”; give them different names.`;
    case 'notStarted':
      return 'This game has not started yet.';
    case 'alreadyFinished':
      return `This game is finished (${refusal.result}).`;
    case 'notYourTurn':
      return `It is the turn of “${refusal.nextPlayer}”, not of “${refusal.player}”.`;
    case 'columnFull':
      return `Column ${refusal.column} is full.`;
  }
}
