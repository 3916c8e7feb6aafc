import assert from 'node:assert/strict';

type Files = ReadonlyMap<string, string>;

const game = 'src/domain/game.ts';
const events = 'src/domain/events.ts';
const repository = 'src/persistence/event-store-db.ts';
const mapping = 'src/persistence/event-mapping.ts';

const steps = ['2.2', '2.3', '2.4', '3.3', '3.4', '3.5', '3.6', '3.7'];

function isBefore(step: string, other: string): boolean {
  return steps.indexOf(step) < steps.indexOf(other);
}

/** The solution of exercise 2 without what the steps after this one ask for. */
export function moving(solution: Files, step: string): Files {
  let text = textOf(solution, game);
  if (isBefore(step, '2.4')) {
    text = without(text, "    if (this.isFinished) throw new InvalidMoveError('This game is over.');\n");
    text = without(text, '    this.finishIfOver();\n');
    text = without(
      text,
      "      case 'GameFinished':\n        this.result = event.result;\n        this.nextPlayer = undefined;\n        break;\n",
    );
  }
  if (isBefore(step, '2.3')) {
    const checks = /\n {4}if \(!this\.hasStarted\) throw new InvalidMoveError[\s\S]*? is full\.`\);\n/;
    assert.match(text, checks);
    text = text.replace(checks, '\n');
  }
  return new Map([
    [game, text],
    [events, textOf(solution, events)],
  ]);
}

/** The start of exercise 3 with what the steps up to this one ask for, one list of events included until 3.6. */
export function persisting(start: Files, solution: Files, step: string): Files {
  const isSplit = !isBefore(step, '3.6');
  let stored = textOf(solution, repository);
  if (isBefore(step, '3.4')) stored = withBody(stored, 'async get', "throw new Error('Not yet.');");
  if (!isSplit) stored = stored.replace('game.uncommittedEvents', 'game.events');
  return new Map([
    [game, isSplit ? textOf(solution, game) : withOneList(textOf(start, game), !isBefore(step, '3.4'))],
    [repository, stored],
    [mapping, mapped(textOf(solution, mapping), step)],
  ]);
}

function withOneList(text: string, loads: boolean): string {
  const load = `  loadFromHistory(events: Iterable<GameEvent>): void {
    for (const event of events) {
      this.apply(event);
      this.events.push(event);
    }
  }

`;
  return loads ? text.replace('  get hasStarted(', `${load}  get hasStarted(`) : text;
}

/** Without the kinds of event whose step has not come yet. */
function mapped(text: string, step: string): string {
  const lacking = [...(isBefore(step, '3.5') ? ['MoveMade'] : []), ...(isBefore(step, '3.7') ? ['GameFinished'] : [])];
  return lacking.reduce(
    (before, type) => before.replaceAll(new RegExp(` {4}case '${type}':\\n {6}return .*;\\n`, 'g'), throwing(type)),
    text,
  );
}

function throwing(type: string): string {
  return `    case '${type}':\n      throw new Error('There is no way yet for a ${type}.');\n`;
}

function withBody(text: string, head: string, body: string): string {
  const method = new RegExp(`( {2}${head}\\([^{]*\\{\\n)[\\s\\S]*?(\\n {2}\\}\\n)`);
  assert.match(text, method);
  return text.replace(method, `$1    ${body}$2`);
}

function without(text: string, part: string): string {
  assert.ok(text.includes(part), `The solution no longer has: ${part}`);
  return text.replace(part, '');
}

function textOf(files: Files, path: string): string {
  const text = files.get(path);
  assert.ok(text !== undefined, `There is no ${path}.`);
  return text;
}
