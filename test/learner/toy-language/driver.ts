import { createReadStream, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Answer, pipes, type Request } from '../../../src/learner/process/wire.ts';
import type { Observed, Operation, Outcome, Thrown } from '../../../src/learner/protocol.ts';
import { alike, type Row, type TableModule } from './table.ts';

/** The toy's child: answers each operation from the table it was given. */
function answer(message: Answer): void {
  writeSync(pipes.answers, `${JSON.stringify(message)}\n`);
}

const tables = new Map<string, TableModule>();

function perform({ operations, tokens, modules }: Request<TableModule>): void {
  for (const module of modules) tables.set(module.address, module);
  answer({ kind: 'loaded', token: tokens[0] ?? '' });
  for (const [index, operation] of operations.entries()) {
    const outcome = outcomeOf(operation);
    if (outcome === undefined) return;
    answer({ kind: 'observed', token: tokens[index + 1] ?? '', index, outcome });
  }
  answer({ kind: 'done', token: tokens[operations.length + 1] ?? '' });
}

/** Undefined when it never comes to an end. */
function outcomeOf(operation: Operation): Outcome | undefined {
  switch (operation.op) {
    case 'create':
      return found('make', operation.name, () => ({ kind: 'returned', value: object(operation.name) }));
    case 'call':
      return found('do', operation.name, called);
    case 'read':
      return { kind: 'read', members: rows('see').map((row) => ({ name: row.name, value: list(row.answer) })) };
    default:
      return { kind: 'missing', what: { what: 'kept', name: operation.op } };
  }
}

type Found = Row & { readonly file: string };

function rows(verb: string): readonly Found[] {
  return [...tables.values()].flatMap(({ file, rows: own }) =>
    own.filter((row) => row.verb === verb).map((row) => ({ ...row, file })),
  );
}

function found(verb: string, name: string, then: (row: Found) => Outcome | undefined): Outcome | undefined {
  const row = rows(verb).find((each) => alike(each.name, name));
  const members = rows('do').map((each) => each.name);
  return row === undefined ? { kind: 'missing', what: { what: 'member', on: 'game', name, members } } : then(row);
}

function called(row: Found): Outcome | undefined {
  const [how = '', name = ''] = row.answer.split(' ');
  if (how === 'sleep') {
    setInterval(() => {}, 1_000);
    return undefined;
  }
  if (how === 'refuse' || how === 'crash') return { kind: 'threw', thrown: thrown(name, how === 'refuse', row) };
  return { kind: 'returned', value: { kind: 'nothing', written: 'nil' } };
}

function thrown(name: string, deliberate: boolean, { file, line }: Found): Thrown {
  const frames = [{ file, line, column: 1 }];
  const origin = deliberate ? 'learner' : 'language';
  return { name, message: 'the table says so', isError: true, origin, deliberate, frames };
}

function object(className: string): Observed {
  return { kind: 'object', className, fields: [], identity: 1, frozen: true };
}

function list(classes: string): Observed {
  const items = classes.split(' ').flatMap((name) => (name === '' ? [] : [object(name)]));
  return { kind: 'list', items, identity: 2, frozen: true };
}

createInterface({ input: createReadStream('', { fd: pipes.requests }) }).on('line', (line) => {
  perform(JSON.parse(line));
});
answer({ kind: 'ready', guarded: false });
