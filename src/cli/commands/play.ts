import { command } from '../command.ts';
import { print } from '../print.ts';

export const play = command({
  name: 'play',
  about: 'play Connect Four, event-sourced',
  words: 0,
  options: {
    data: { kind: 'text', value: 'DIRECTORY', about: 'keep the events there (default: in memory)' },
    game: { kind: 'text', value: 'ID', about: 'go on with a game that was begun' },
  },
  async run(given) {
    const { playInTerminal } = await import('../play/play-in-terminal.ts');
    return playInTerminal({ dataFolder: given.text('data'), gameId: given.text('game'), print });
  },
});
