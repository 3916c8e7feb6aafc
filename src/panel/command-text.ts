import type { GameCommand } from '../domain/commands.ts';
import { brief } from './brief.ts';

/** As on the timeline: `startGame(one, two)`, `makeMove(two, E)`. */
export function commandText(command: GameCommand): string {
  return command.type === 'StartGame'
    ? `startGame(${brief(command.playerOne)}, ${brief(command.playerTwo)})`
    : `makeMove(${brief(command.player)}, ${command.column})`;
}
