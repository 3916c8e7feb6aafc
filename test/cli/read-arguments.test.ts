import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArguments, type Taking } from '../../src/cli/read-arguments.ts';

type Name = 'port' | 'memory' | 'branches';

const serve: Taking<Name> = {
  name: 'serve',
  words: 1,
  options: {
    port: { kind: 'text', value: 'NUMBER', about: '' },
    memory: { kind: 'flag', about: '' },
    branches: { kind: 'texts', about: '' },
  },
};

function given(...args: readonly string[]) {
  const read = readArguments(serve, args);
  assert.ok(read.kind === 'read', JSON.stringify(read));
  return read.given;
}

function wrong(...args: readonly string[]): string {
  const read = readArguments(serve, args);
  assert.ok(read.kind === 'wrong', JSON.stringify(read));
  return read.sentence;
}

describe('the arguments of a command', () => {
  it('are options and words, in any order', () => {
    const all = given('--memory', 'here', '--port=1', '--branches', 'a/*', '--branches', 'b/*');
    assert.deepEqual(all.words, ['here']);
    assert.deepEqual([all.has('memory'), all.text('port'), all.texts('branches')], [true, '1', ['a/*', 'b/*']]);
    const none = given();
    assert.deepEqual([none.has('memory'), none.text('port'), none.texts('branches')], [false, undefined, []]);
  });

  it('take a single dash for a text, and what follows -- for words', () => {
    assert.equal(given('--port', '-').text('port'), '-');
    assert.deepEqual(given('--', '--memory').words, ['--memory']);
  });

  it('are told what is wrong with them in a sentence', () => {
    assert.equal(wrong('--prot', '1'), 'serve has no option --prot. Was --port meant?');
    assert.equal(wrong('--colour'), 'serve has no option --colour');
    assert.equal(wrong('-x'), 'serve has no option -x');
    assert.equal(wrong('--toString'), 'serve has no option --toString');
    assert.equal(wrong('--port'), '--port is to be followed by NUMBER.');
    assert.equal(wrong('--port', '--memory'), '--port is to be followed by NUMBER, and --memory follows.');
    assert.equal(wrong('--memory=yes'), '--memory takes nothing, and was given “yes”.');
    assert.equal(wrong('one', 'two', 'three'), '“two three” is more than serve takes.');
  });

  it('ask for help wherever it is asked for', () => {
    assert.equal(readArguments(serve, ['--port', '1', '--help']).kind, 'help');
    assert.equal(readArguments(serve, ['-h']).kind, 'help');
  });

  it('leave what follows the first word to whoever it is for', () => {
    const run: Taking<'dir'> = {
      name: 'run',
      words: 1,
      passesOn: true,
      options: { dir: { kind: 'text', about: '' } },
    };
    const read = readArguments(run, ['--dir', 'there', 'src/cli.ts', '--game', '1', '--help']);
    assert.ok(read.kind === 'read');
    assert.deepEqual(read.given.words, ['src/cli.ts', '--game', '1', '--help']);
    assert.equal(read.given.text('dir'), 'there');
  });
});
