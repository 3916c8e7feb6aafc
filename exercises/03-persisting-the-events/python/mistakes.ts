import type { Mistake } from '../../../src/course/proof/mistakes.ts';

const game = 'src/connect_four/domain/game.py';
const mapping = 'src/connect_four/persistence/event_mapping.py';
const repository = 'src/connect_four/persistence/eventstoredb.py';

const appending = 'self._client.append_to_stream(_stream_of(game.id), current_version=StreamState.ANY, events=events)';

/** Wrong solutions, each for one mistake, by the step that has to tell it. */
const mistakes: readonly Mistake[] = [
  { name: 'nothing-stored', step: '3.3', edits: [{ file: repository, was: appending, becomes: '' }] },
  {
    name: 'wrong-stream',
    step: '3.3',
    edits: [{ file: repository, was: 'return f"game-{game_id}"', becomes: 'return f"games-{game_id}"' }],
  },
  {
    name: 'other-keys',
    step: '3.3',
    edits: [
      {
        file: mapping,
        was: '{"player_one": event.player_one, "player_two": event.player_two}',
        becomes: '{"one": event.player_one, "two": event.player_two}',
      },
      {
        file: mapping,
        was: 'GameStarted(data["player_one"], data["player_two"])',
        becomes: 'GameStarted(data["one"], data["two"])',
      },
    ],
  },
  {
    name: 'not-json',
    step: '3.3',
    edits: [
      { file: mapping, was: 'data=json.dumps(data).encode())', becomes: 'data=repr(data).encode())' },
      { file: mapping, was: 'data = json.loads(recorded.data)', becomes: 'data = eval(recorded.data)' },
    ],
  },
  {
    name: 'get-returns-nothing',
    step: '3.4',
    edits: [{ file: repository, was: 'return game\n', becomes: '' }],
  },
  {
    name: 'history-not-loaded',
    step: '3.4',
    edits: [{ file: repository, was: 'game.load_from_history(history)', becomes: '' }],
  },
  {
    name: 'history-stored-again',
    step: '3.6',
    edits: [{ file: repository, was: 'for event in game.uncommitted_events', becomes: 'for event in game.events' }],
  },
  {
    name: 'new-before-old',
    step: '3.6',
    edits: [
      {
        file: game,
        was: '[*self.historical_events, *self.uncommitted_events]',
        becomes: '[*self.uncommitted_events, *self.historical_events]',
      },
    ],
  },
  {
    name: 'finish-not-restored',
    step: '3.7',
    edits: [
      {
        file: repository,
        was: 'self._client.get_stream(_stream_of(game_id))]',
        becomes: 'self._client.get_stream(_stream_of(game_id)) if recorded.type != "GameFinished"]',
      },
    ],
  },
];

export default mistakes;
