import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runProgram } from '../../src/dev/program.ts';
import { inRoot } from '../../src/dev/root.ts';

const groundUp = (...args: readonly string[]) => runProgram(process.execPath, [inRoot('src/cli/main.ts'), ...args]);

describe('ground-up', () => {
  it('says which one it is', async () => {
    const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const { code, output } = await groundUp('--version');
    assert.deepEqual([code, output.trim()], [0, version]);
  });

  it('helps with everything, and with one command alone', async () => {
    const [all, one, other] = await Promise.all([
      groundUp('--help'),
      groundUp('serve', '--help'),
      groundUp('help', 'play'),
    ]);
    assert.deepEqual([all.code, one.code, other.code], [0, 0, 0]);
    for (const name of ['init', 'check', 'run', 'play', 'serve', 'doctor', 'prove'])
      assert.match(all.output, new RegExp(`^ {2}ground-up ${name}\\b`, 'm'));
    assert.match(one.output, /--port NUMBER/);
    assert.doesNotMatch(one.output, /ground-up (?:play|check)|--mutate/);
    assert.match(other.output, /--game ID/);
  });

  it('says in a sentence what it doesn’t know, and helps with what may have been meant', async () => {
    const [command, option, nothing] = await Promise.all([
      groundUp('chekc'),
      groundUp('serve', '--prot', '1'),
      groundUp(),
    ]);
    assert.deepEqual([command.code, option.code, nothing.code], [2, 2, 2]);
    assert.match(command.output, /^There is no command “chekc”\. Was “check” meant\?$/m);
    assert.match(option.output, /^serve has no option --prot\. Was --port meant\?$/m);
    assert.doesNotMatch(command.output + option.output, /ERR_PARSE|TypeError|node:/);
  });
});
