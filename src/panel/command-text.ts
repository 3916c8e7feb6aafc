import type { GameCommand } from '../domain/commands.ts';

/** As on the timeline: `startGame(one, two)`, `makeMove(two, E)`. */
export function commandText(command: GameCommand): string {
  return command.type === 'StartGame'
    ? `startGame(${command.playerOne}, ${command.playerTwo})`
    : `makeMove(${command.player}, ${command.column})`;
}
